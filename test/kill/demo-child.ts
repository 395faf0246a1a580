/**
 * The demo as a process of its own, that kills itself with SIGKILL where it is told to: just before the commit of a
 * named transaction, or just after it. Goes on where the run in the folder was; exits 0 when the script is through.
 */
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ownerOf } from '../../src/chat/caller.ts';
import { silentLog } from '../../src/model/log.ts';
import { systemClock } from '../../src/model/clock.ts';
import { startDemo } from '../../src/run-demo.ts';
import { parseSettings } from '../../src/settings.ts';
import { ensureChat } from '../../src/store/chats.ts';
import { openStore, type Store, type StoreOptions } from '../../src/store/store.ts';
import { countDeliveriesWaiting } from '../../src/store/deliveries.ts';
import { loadTexts } from '../../src/texts/texts.ts';

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: '' },
    port: { type: 'string', default: '' },
    transaction: { type: 'string' },
    when: { type: 'string' },
    nth: { type: 'string', default: '1' },
    'discord-url': { type: 'string' },
    'discord-token': { type: 'string' },
    'discord-channel': { type: 'string', default: '' },
    'telegram-url': { type: 'string' },
    'telegram-token': { type: 'string' },
    'telegram-chat': { type: 'string', default: '' },
  },
});

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

async function openDeadly(options: StoreOptions): Promise<Store> {
  const store = await openStore(options);
  let left = Number(values.nth);
  return {
    ...store,
    async transaction(name, work) {
      const chosen = name === values.transaction && --left === 0;
      const result = await store.transaction(name, async (trx) => {
        const worked = await work(trx);
        if (chosen && values.when === 'before') die();
        return worked;
      });
      if (chosen) die();
      return result;
    },
  };
}

const parsed = parseSettings({
  HTTP_PORT: values.port,
  POLL_MIN_INTERVAL: '1s',
  POLL_HOST_GAP: '0s',
  LOG_LEVEL: 'silent',
  DISCORD_TOKEN: values['discord-token'],
  DISCORD_API_URL: values['discord-url'],
  TELEGRAM_TOKEN: values['telegram-token'],
  TELEGRAM_API_URL: values['telegram-url'],
});
if (parsed.kind === 'invalid') throw new Error(parsed.problems.join('; '));
const demo = await startDemo({
  settings: parsed.settings,
  texts: loadTexts(join(import.meta.dirname, '../../config/locales')),
  log: silentLog,
  folder: values.folder,
  fresh: false,
  clock: systemClock,
  // What a feed shows at its first poll is backlog: the kills before it must not carry it into the live part.
  leadMs: 15_000,
  open: openDeadly,
  onFatal(error) {
    throw error;
  },
});
for (const { platform, nativeId } of [
  { platform: 'discord', nativeId: values['discord-channel'] },
  { platform: 'telegram', nativeId: values['telegram-chat'] },
] as const) {
  const address = { platform, nativeId, thread: '' };
  const chat = await demo.store.transaction('chat', (trx) => ensureChat(trx, address, 'en', systemClock.now()));
  // A run that goes on has it already, and says so.
  await demo.app.commands.runText('/subscribe importance>=65', ownerOf(chat, { id: 'test', isOperator: true }));
}
// The lease of a post that was killed half way runs out after a minute; only then is it in doubt no more.
while (systemClock.now() < demo.endsAt || (await countDeliveriesWaiting(demo.store.db)) > 0) await delay(200);
await demo.stop();
process.exit(0);
