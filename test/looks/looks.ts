/**
 * Draws cards of the demo and answers of commands as the clients of Discord and Telegram would, into one page:
 * `npm run looks -- looks.html`
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Text } from '../../src/model/text.ts';
import { silentLog } from '../../src/model/log.ts';
import { overflowCard } from '../../src/cards/digest-card.ts';
import { storyCard, storyDetailCard } from '../../src/cards/story-card.ts';
import { ownerOf } from '../../src/chat/caller.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { createSteppedClock } from '../../src/demo/stepped-clock.ts';
import { renderReply as renderForDiscord } from '../../src/platforms/discord/render-reply.ts';
import { renderReply as renderForTelegram } from '../../src/platforms/telegram/render-reply.ts';
import { playUntil, startDemo } from '../../src/run-demo.ts';
import { parseSettings } from '../../src/settings.ts';
import { findStories } from '../../src/store/stories.ts';
import { loadTexts } from '../../src/texts/texts.ts';
import { drawDiscord } from './discord-client.ts';
import { html } from './html.ts';
import { looksPage, type Look } from './page.ts';
import { drawTelegram } from './telegram-client.ts';

const STORIES = 10;
const COMMANDS = [
  '/start',
  '/help',
  '/help subscribe',
  '/latest',
  '/latest btc negative count=10',
  '/subscribe sol outlets>=2',
  '/subscriptions',
  '/preview btc negative',
  '/search bridge',
  '/feeds',
  '/status',
  '/latest bitcon',
  '/subscribe #etff',
];

const texts = loadTexts(join(import.meta.dirname, '../../config/locales'));
const say = (text: Text) => texts.say(text);
const { positionals } = parseArgs({ allowPositionals: true });
const path = positionals[0] ?? join(tmpdir(), 'looks.html');

const folder = mkdtempSync(join(tmpdir(), 'bellwether-looks-'));
const parsed = parseSettings({
  HTTP_PORT: '0',
  ROLES: 'poll newsroom deliver',
  LOG_LEVEL: 'silent',
  POLL_HOST_GAP: '0s',
});
if (parsed.kind === 'invalid') throw new Error(parsed.problems.join('; '));
const clock = createSteppedClock(Date.UTC(2026, 1, 5, 14));
const demo = await startDemo({
  settings: parsed.settings,
  texts,
  log: silentLog,
  folder,
  fresh: true,
  clock,
  onFatal(error) {
    throw error;
  },
});
await playUntil(demo.endsAt, clock, demo.app);

const images = new Map<string, string>();
const looks: Look[] = [];
const { db } = demo.store;
const delivered = await db.selectFrom('delivery').select('subject').where('subject', 'like', 'story:%').execute();
const ids = [...new Set(delivered.map(({ subject }) => Number(subject.split(':')[1])))];
const stories = (await findStories(db, ids)).toSorted((a, b) => b.content.importance - a.content.importance);
const shown = [...stories.slice(0, STORIES - 3), ...stories.slice(-3)];
for (const story of shown) looks.push(await lookAt(`story ${story.id}`, { kind: 'card', card: storyCard(story) }));
for (const story of [shown[0], shown.at(-1)]) {
  if (story) looks.push(await lookAt(`/story ${story.id}`, { kind: 'card', card: storyDetailCard(story) }));
}
looks.push(await lookAt('what was over a cap', { kind: 'card', card: overflowCard(stories.slice(0, 18), 2, '#etf') }));
const operator = ownerOf(demo.app.localChat, { id: 'local:operator', isOperator: true });
for (const command of COMMANDS) {
  const reply = await demo.app.commands.runText(command, operator);
  looks.push(await lookAt(command, reply));
}
await demo.stop();
rmSync(folder, { recursive: true });
writeFileSync(path, looksPage(looks));
console.log(`${looks.length} cards drawn: ${path}`);

async function lookAt(name: string, reply: Reply): Promise<Look> {
  const image = reply.kind === 'card' ? reply.card.imageUrl : null;
  if (image !== null && !images.has(image)) images.set(image, await readImage(image));
  const now = clock.now();
  return {
    name: html(name),
    discord: drawDiscord(renderForDiscord(reply, say), images, now),
    telegram: drawTelegram(renderForTelegram(reply, say), images, now),
  };
}

async function readImage(url: string): Promise<string> {
  const response = await fetch(url);
  const bytes = Buffer.from(await response.arrayBuffer());
  return `data:${response.headers.get('content-type') ?? 'image/png'};base64,${bytes.toString('base64')}`;
}
