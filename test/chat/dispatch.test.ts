import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ownerOf, type Caller } from '../../src/chat/caller.ts';
import { defineCommand, type Command } from '../../src/chat/command.ts';
import { createCommandDispatch, type CommandDispatch } from '../../src/chat/dispatch.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Chat } from '../../src/model/chat.ts';
import { systemClock } from '../../src/model/clock.ts';
import { silentLog } from '../../src/model/log.ts';
import { message } from '../../src/model/text.ts';
import { UserError } from '../../src/model/user-error.ts';
import { ensureChat, findChat, pauseChat } from '../../src/store/chats.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { vocabulary } from '../subscriptions/filter-fixtures.ts';
import { ASSETS, inEnglish } from '../support/world.ts';
import { NO_FEEDS } from '../support/no-feeds.ts';

type Rank = 'member' | 'manager' | 'operator';

function echo(name: string, extra: Partial<Command> = {}): Command {
  return {
    ...defineCommand({
      name,
      description: name,
      access: 'anyone',
      options: {
        text: { kind: 'text', description: 'Words' },
        count: { kind: 'integer', description: 'How many', min: 1, max: 10 },
      },
      examples: [`/${name} words`],
      run: async ({ options: { text = '-', count = 0 } }) => ({ kind: 'text', text: `${name} [${text}] ${count}` }),
    }),
    ...extra,
  };
}

const COMMANDS = [
  echo('latest'),
  echo('subscribe', { access: 'manager' }),
  echo('reload', { access: 'operator' }),
  echo('secret', { hidden: true }),
  echo('refuse', {
    async run() {
      throw new UserError('no_such_story', message('story-unknown', { number: '9' }));
    },
  }),
  echo('crash', {
    async run({ chat, services }) {
      return services.store.transaction('crash', async (trx) => {
        await pauseChat(trx, chat.id, 1);
        throw new Error('password=hunter2 at /var/lib');
      });
    },
  }),
];

let store: Store;
let chat: Chat;
let dispatch: CommandDispatch;
let logged: Readonly<Record<string, unknown>>[];

beforeEach(async () => {
  store = await openStore({ url: 'sqlite::memory:', clock: systemClock });
  const address = { platform: 'telegram', nativeId: '-100', thread: '' } as const;
  chat = await store.transaction('test', (trx) => ensureChat(trx, address, 'en', 0));
  logged = [];
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
  dispatch = createCommandDispatch(COMMANDS, services, {
    ...silentLog,
    error: (fields) => void logged.push(fields),
  });
});

afterEach(() => store.close());

function caller(rank: Rank = 'member', extra: Partial<Caller> = {}): Caller {
  const owner = ownerOf(chat, { id: 'telegram:1', isOperator: rank === 'operator' });
  return { ...owner, isManager: async () => rank === 'manager', ...extra };
}

async function said(text: string, rank: Rank = 'member'): Promise<string> {
  return inEnglish(await dispatch.runText(text, caller(rank)));
}

describe('a command as text', () => {
  test.each([
    ['/latest btc', 'latest [btc] 0'],
    ['latest btc', 'latest [btc] 0'],
    ['  /LATEST   btc  ', 'latest [btc] 0'],
    ['/latest@SomeBot btc count=3', 'latest [btc] 3'],
    ['/latest@SomeBot', 'latest [-] 0'],
    ['/latest\nbtc', 'latest [btc] 0'],
    ['/latest @bloomberg', 'latest [@bloomberg] 0'],
  ])('%j runs', async (text, reply) => {
    expect(await said(text)).toBe(reply);
  });

  test.each(['', '   ', '/', '@SomeBot'])('%j is answered with how to begin', async (text) => {
    expect(await said(text)).toBe('Type a command, such as /latest btc. /help lists them all.');
  });

  test.each([
    ['/lates', '/latest'],
    ['/latets btc', '/latest'],
    ['/sub', '/subscribe'],
    ['/subscribee', '/subscribe'],
  ])('%s is unknown, and answered with a guess', async (text, guess) => {
    const name = /^\/\w+/.exec(text)?.[0] ?? '';
    expect(await said(text)).toBe(`There is no command ${name}. Did you mean ${guess}?`);
  });

  test('that only names an asset is answered with the command that shows its news', async () => {
    expect(await said('doge')).toBe('There is no command /doge. Did you mean /latest doge?');
  });

  test.each(['/xyzzy', '/secre', '/__proto__', '/constructor'])('%s is unknown, without a guess', async (text) => {
    expect(await said(text)).toBe(`There is no command ${text}. /help lists them all.`);
  });

  test('of any length is answered in short', async () => {
    expect((await said(`/${'x'.repeat(100_000)}`)).length).toBeLessThan(140);
    expect((await said(`/latest count=${'9'.repeat(100_000)}`)).length).toBeLessThan(140);
  });
});

describe('a command with options that a platform cut', () => {
  test('runs by name', async () => {
    const reply = await dispatch.runNamed('latest', { text: 'btc', count: '3' }, caller());
    expect(inEnglish(reply)).toBe('latest [btc] 3');
  });

  test('reads no option that the command does not have', async () => {
    const reply = await dispatch.runNamed('latest', { other: 'btc' }, caller());
    expect(inEnglish(reply)).toBe('latest [-] 0');
  });
});

describe('access', () => {
  test('a command of managers runs for managers and operators only', async () => {
    expect(await said('/subscribe btc')).toBe('Only people who manage this chat may do that. Ask one of them.');
    expect(await said('/subscribe btc', 'manager')).toBe('subscribe [btc] 0');
    expect(await said('/subscribe btc', 'operator')).toBe('subscribe [btc] 0');
  });

  test('a command of operators runs for operators only', async () => {
    for (const person of ['member', 'manager'] as const) {
      expect(await said('/reload', person)).toBe('Only the operators of this bot may do that.');
    }
    expect(await said('/reload', 'operator')).toBe('reload [-] 0');
  });

  test('comes before the options: who may not run it learns nothing of them', async () => {
    expect(await said('/reload count=99')).toBe('Only the operators of this bot may do that.');
  });

  test('holds for calls with options that are cut, too', async () => {
    const reply = await dispatch.runNamed('subscribe', { text: 'btc' }, caller());
    expect(reply.kind).toBe('error');
  });
});

describe('when something goes wrong', () => {
  test('what a person can mend is said to them and not logged', async () => {
    expect(await said('/refuse')).toMatch(/^There is no story 9\./);
    expect(logged).toEqual([]);
  });

  test('anything else shows only an id, which is in the log with the error, and changes nothing', async () => {
    const reply: Reply = await dispatch.runText('/crash', caller());
    expect(reply.kind).toBe('error');
    const [entry] = logged;
    const errorId = z.string().min(8).parse(entry?.['errorId']);
    expect(inEnglish(reply)).toContain(errorId);
    expect(inEnglish(reply)).not.toMatch(/hunter2|\/var|Error/);
    expect(entry?.['err']).toMatchObject({ message: 'password=hunter2 at /var/lib' });
    expect(logged).toHaveLength(1);
    expect((await findChat(store.db, chat.id))?.pausedUntil).toBeNull();
  });
});
