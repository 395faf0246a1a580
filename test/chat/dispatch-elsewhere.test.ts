import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import { ownerOf, type Caller } from '../../src/chat/caller.ts';
import { createCommandDispatch, type CommandDispatch } from '../../src/chat/dispatch.ts';
import type { Chat } from '../../src/model/chat.ts';
import { systemClock } from '../../src/model/clock.ts';
import { silentLog } from '../../src/model/log.ts';
import { message } from '../../src/model/text.ts';
import { UserError } from '../../src/model/user-error.ts';
import { ensureChat } from '../../src/store/chats.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { subscriptionsOf } from '../../src/store/subscriptions.ts';
import { vocabulary } from '../subscriptions/filter-fixtures.ts';
import { ASSETS, inEnglish } from '../support/world.ts';
import { NO_FEEDS } from '../support/no-feeds.ts';

const MANAGERS_ONLY = 'Only people who manage this chat may do that. Ask one of them.';
const CANNOT_POST = 'I may not post there yet. Make me an administrator who may post messages, then try again.';

let store: Store;
let dispatch: CommandDispatch;
let here: Chat;
let there: Chat;

beforeEach(async () => {
  store = await openStore({ url: 'sqlite::memory:', clock: systemClock });
  here = await chatAt('1');
  there = await chatAt('-2');
  const services = {
    store,
    clock: systemClock,
    assets: ASSETS,
    vocabulary,
    commands: COMMANDS,
    languages: ['en'],
    onDeliveries: () => undefined,
    ...NO_FEEDS,
    stages: () => ({}),
  };
  dispatch = createCommandDispatch(COMMANDS, services, silentLog);
});

afterEach(() => store.close());

function chatAt(nativeId: string): Promise<Chat> {
  const address = { platform: 'telegram', nativeId, thread: '' } as const;
  return store.transaction('test', (trx) => ensureChat(trx, address, 'en', 0));
}

interface Rights {
  readonly manages?: boolean;
  readonly botMayPost?: boolean;
}

/** Somebody in the chat `here`, with rights of their own in the channel @there. */
function caller(inHere: Rights = {}, inThere: Rights = {}): Caller {
  const at = (chat: Chat, { manages = true, botMayPost = true }: Rights): Caller => ({
    ...ownerOf(chat, { id: 'telegram:1', isOperator: false }),
    isManager: async () => manages,
    async checkReach() {
      if (!botMayPost) throw new UserError('bot_permissions', message('telegram-cannot-post'));
    },
    async elsewhere(named) {
      if (named !== '@there') throw new UserError('no_such_channel', message('telegram-no-chat', { chat: named }));
      return at(there, inThere);
    },
  });
  return at(here, inHere);
}

async function said(text: string, by: Caller): Promise<string> {
  return inEnglish(await dispatch.runText(text, by));
}

async function filters(chat: Chat): Promise<readonly string[]> {
  return (await subscriptionsOf(store.db, chat.id)).map(({ filter }) => filter);
}

describe('a command after which the bot posts by itself', () => {
  test('is refused with what the bot lacks, and leaves nothing behind', async () => {
    expect(await said('/subscribe btc', caller({ botMayPost: false }))).toBe(CANNOT_POST);
    expect(await filters(here)).toEqual([]);
  });

  test('tells who may not run it nothing of what the bot lacks', async () => {
    expect(await said('/subscribe btc', caller({ manages: false, botMayPost: false }))).toBe(MANAGERS_ONLY);
  });

  test('with a mistake in it is answered with that first', async () => {
    expect(await said('/subscribe $nosuchcoin', caller({ botMayPost: false }))).not.toBe(CANNOT_POST);
  });

  test('is the only kind for which that is asked', async () => {
    expect(await said('/subscriptions', caller({ botMayPost: false }))).toContain('No subscriptions yet');
    expect(await said('/latest', caller({ botMayPost: false }))).toContain('No stories yet');
  });
});

describe('a command about another chat', () => {
  test('is done there, and says where', async () => {
    expect(await said('/subscribe btc in @there', caller())).toMatch(/^Subscription 1 is on\nIn @there:/);
    expect([await filters(here), await filters(there)]).toEqual([[], ['$BTC']]);
  });

  test('is done there too where the platform cut its options', async () => {
    const reply = await dispatch.runNamed('subscribe', { filter: 'btc', in: '@there' }, caller());
    expect(inEnglish(reply)).toContain('In @there:');
    expect(await filters(there)).toEqual(['$BTC']);
  });

  test('needs the right to manage that one, whatever the person may here', async () => {
    expect(await said('/subscribe btc in @there', caller({ manages: true }, { manages: false }))).toBe(MANAGERS_ONLY);
    expect(await filters(there)).toEqual([]);
    expect(await said('/subscribe btc in @there', caller({ manages: false }, { manages: true }))).toContain('is on');
    expect(await filters(there)).toEqual(['$BTC']);
  });

  test('needs the bot to be able to post there, not here', async () => {
    expect(await said('/subscribe btc in @there', caller({}, { botMayPost: false }))).toBe(CANNOT_POST);
    expect(await filters(there)).toEqual([]);
    expect(await said('/subscribe btc in @there', caller({ botMayPost: false }, {}))).toContain('is on');
  });

  test('that the person cannot name is refused', async () => {
    expect(await said('/subscribe btc in @elsewhere', caller())).toContain('I do not find @elsewhere');
    expect(await said('/subscribe btc in=@elsewhere', caller())).toContain('I do not find @elsewhere');
  });

  test('is refused on a platform that has no other chats', async () => {
    const owner = ownerOf(here, { id: 'local:operator', isOperator: true });
    expect(await said('/subscribe btc in @there', owner)).toMatch(/^There is no other chat here/);
    expect([await filters(here), await filters(there)]).toEqual([[], []]);
  });

  test('has buttons that are about that one, to the end', async () => {
    const by = caller();
    const reply = await dispatch.runText('/subscribe btc in @there', by);
    const undo =
      reply.kind === 'card' &&
      reply.card.buttons.find(({ label }) => inEnglish({ kind: 'text', text: label }) === 'Undo');
    if (!undo || undo.kind !== 'command') throw new Error('no button to undo it');
    await said('/subscribe eth', by);
    expect(await said(undo.command, by)).toContain('Ended subscription 1: Bitcoin');
    expect([await filters(here), await filters(there)]).toEqual([['$ETH'], []]);
  });
});
