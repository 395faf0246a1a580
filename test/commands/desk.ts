import type { Button } from '../../src/model/card.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { renderCard } from '../../src/platforms/local/render-card.ts';
import { createWorld, TEXTS, type World } from '../support/world.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** A chat with three feeds that were polled once, so that what they publish from now on is news. */
export interface Desk extends World {
  /** Headlines of one outlet, each a story of its own if it shares few words with the others; read when this ends. */
  publish(...headlines: readonly string[]): Promise<void>;
  /** Commands of the buttons under a command's reply. */
  buttons(command: string): Promise<readonly string[]>;
}

export async function openDesk(): Promise<Desk> {
  const world = await createWorld({ feeds: { wire: 1, ledger: 2, coinpost: 3 } });
  await world.pass(MINUTE);
  let published = 0;
  return {
    ...world,
    async publish(...headlines) {
      for (const title of headlines) {
        published += 1;
        world.feeds['wire']?.publish({ guid: `n${published}`, title, at: world.clock.now() });
      }
      await world.pass(2 * MINUTE);
    },
    buttons: async (command) => commandsIn(buttonsOf(await world.reply(command))),
  };
}

const EVENTS = [
  'miner tells of a hydro plant sale in Quebec',
  'whale tells of coins lost since 2011',
  'fund tells of an office in Lisbon',
  'bank tells of custody for farmers',
  'court tells of frozen keys returned',
  'senator tells of his retirement portfolio',
  'exchange tells of night shifts in Seoul',
  'wallet tells of cracked passwords',
  'treasury tells of seized drives auctioned',
  'broker tells of cheaper Sundays',
  'startup tells of satellites above Kenya',
  'pension tells of teachers asking questions',
  'museum tells of an exhibit with rusty machines',
  'airline tells of tickets paid by lightning',
  'bakery tells of bread priced in satoshis',
  'union tells of dockworkers wages',
  'ferry tells of islanders crossing by night',
];

/** Headlines that share too few words to become one story; at most 17. */
export function headlines(count: number, asset = 'Bitcoin'): readonly string[] {
  return EVENTS.slice(0, count).map((event) => `${asset} ${event}`);
}

export function buttonsOf(reply: Reply): readonly Button[] {
  if (reply.kind === 'card') return reply.card.buttons;
  return reply.kind === 'text' ? (reply.buttons ?? []) : [];
}

export function commandsIn(buttons: readonly Button[]): readonly string[] {
  return buttons.flatMap((button) => (button.kind === 'command' ? [button.command] : []));
}

/** Every string that a reply shows, in whatever place. */
export function allStrings(reply: Reply): readonly string[] {
  const say = (text: Parameters<typeof TEXTS.say>[0]) => TEXTS.say(text);
  if (reply.kind !== 'card') return [say(reply.text), ...buttonsOf(reply).map(({ label }) => say(label))];
  const { title, badges, lines, table, items, sources, buttons, footer } = renderCard(reply.card, say);
  return [
    title,
    ...badges,
    ...lines,
    ...(table ? [...table.head, ...table.rows.flat()] : []),
    ...items.flatMap((item) => [item.title, item.note]),
    ...sources.map(({ name }) => name),
    ...buttons.map(({ label }) => label),
    ...(footer === null ? [] : [footer]),
  ];
}
