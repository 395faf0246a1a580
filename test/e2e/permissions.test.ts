import { PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import { createPlatformWorld, type PlatformWorld } from '../support/platform-world.ts';

/** What a call of each command looks like, and who may make it where several people are. */
const CALLS = {
  start: { call: '/start', options: {}, who: 'anyone' },
  help: { call: '/help', options: {}, who: 'anyone' },
  latest: { call: '/latest btc', options: { filter: 'btc' }, who: 'anyone' },
  search: { call: '/search halving', options: { text: 'halving' }, who: 'anyone' },
  story: { call: '/story 1', options: { number: 1 }, who: 'anyone' },
  subscribe: { call: '/subscribe btc', options: { filter: 'btc' }, who: 'managers' },
  subscriptions: { call: '/subscriptions', options: {}, who: 'anyone' },
  unsubscribe: { call: '/unsubscribe 99', options: { number: 99 }, who: 'managers' },
  pause: { call: '/pause', options: {}, who: 'managers' },
  resume: { call: '/resume', options: {}, who: 'managers' },
  preview: { call: '/preview btc', options: { filter: 'btc' }, who: 'anyone' },
  mute: { call: '/mute 1', options: { number: 1 }, who: 'managers' },
  status: { call: '/status', options: {}, who: 'anyone' },
} as const;

type Name = keyof typeof CALLS;
type Verdict = 'runs' | 'refused' | 'ignored' | 'not offered';

const REFUSAL = 'Only people who manage this chat may do that. Ask one of them.';
const NOT_OFFERED = 'not in the menu';
const ADMIN = 500;
const MEMBER = 501;
const NAMES = Object.keys(CALLS) as Name[];

let world: PlatformWorld;
let chats: { guild: string; group: number; supergroup: number; channel: number; ann: number; dm: string };

beforeAll(async () => {
  world = await createPlatformWorld({ feeds: { wire: 1 }, telegramLimits: 'off' });
  const { discord, telegram } = world;
  await discord.connected();
  chats = {
    guild: discord.addChannel(discord.addGuild('Desk')),
    dm: discord.addDm(),
    group: telegram.group('Traders', { admins: [ADMIN], members: [MEMBER] }).id,
    supergroup: telegram.supergroup('Big traders', { admins: [ADMIN], members: [MEMBER] }).id,
    channel: telegram.channel('News', { username: 'newsroom', admins: [ADMIN] }).id,
    ann: telegram.private(MEMBER, 'Ann').id,
  };
});

afterAll(() => world.close());

/** Each actor, and the verdict on a command for anyone and on one for managers. */
const ACTORS: readonly (readonly [
  actor: string,
  anyone: Verdict,
  managers: Verdict,
  act: (name: Name) => Promise<string | null>,
])[] = [
  ['a member of a Discord server', 'runs', 'not offered', (name) => slash(chats.guild, name, {})],
  [
    'a manager of a Discord server',
    'runs',
    'runs',
    (name) => slash(chats.guild, name, { permissions: PermissionFlagsBits.ManageGuild }),
  ],
  [
    'an administrator of a Discord server',
    'runs',
    'runs',
    (name) => slash(chats.guild, name, { permissions: PermissionFlagsBits.Administrator }),
  ],
  ['a stranger in a Discord direct message', 'runs', 'runs', (name) => slash(chats.dm, name, {})],
  ['a member of a Telegram group', 'runs', 'refused', (name) => say(chats.group, name, { from: MEMBER })],
  ['an administrator of a Telegram group', 'runs', 'runs', (name) => say(chats.group, name, { from: ADMIN })],
  [
    'an anonymous administrator of a Telegram group',
    'runs',
    'runs',
    (name) => say(chats.supergroup, name, { anonymousAdmin: true }),
  ],
  ['a member of a Telegram supergroup', 'runs', 'refused', (name) => say(chats.supergroup, name, { from: MEMBER })],
  ['a post in a Telegram channel', 'runs', 'runs', (name) => post(chats.channel, name)],
  ['a stranger in a Telegram private chat', 'runs', 'runs', (name) => say(chats.ann, name, { from: MEMBER })],
  ['another bot in a Telegram group', 'ignored', 'ignored', (name) => say(chats.group, name, { fromBot: true })],
  [
    'a channel that speaks in a Telegram group',
    'ignored',
    'ignored',
    (name) => say(chats.group, name, { asChannel: chats.channel }),
  ],
  [
    'a linked channel’s post that Telegram forwards into its group',
    'ignored',
    'ignored',
    (name) => say(chats.supergroup, name, { asChannel: chats.channel, automaticForward: true }),
  ],
];

async function slash(channel: string, name: Name, by: { permissions?: bigint }): Promise<string> {
  try {
    const answer = await world.discord.slash(channel, name, CALLS[name].options, by);
    return [answer.content, ...answer.embeds.map(({ title }) => title ?? '')].join('');
  } catch (error) {
    if (error instanceof Error && error.message.endsWith('is not offered to this person')) return NOT_OFFERED;
    throw error;
  }
}

async function say(
  chat: number,
  name: Name,
  options: Parameters<PlatformWorld['telegram']['say']>[2],
): Promise<string | null> {
  const { telegram } = world;
  telegram.say(chat, CALLS[name].call, options);
  return nextAnswer(chat);
}

async function post(channel: number, name: Name): Promise<string | null> {
  world.telegram.post(channel, CALLS[name].call);
  return nextAnswer(channel);
}

/** null when a command of somebody else, sent later, is answered first: the one before it was ignored. */
async function nextAnswer(chat: number): Promise<string | null> {
  const { telegram } = world;
  const marker = `/help nothing${Math.trunc(performance.now() * 1_000)}`;
  if (chat === chats.channel) telegram.post(chat, marker);
  else telegram.say(chat, marker, { from: MEMBER });
  const first = await telegram.nextMessage(chat);
  const isMarker = first.text.startsWith('There is no command /nothing');
  if (!isMarker) await telegram.nextMessage(chat);
  return isMarker ? null : first.text;
}

function verdictOf(said: string | null): Verdict {
  if (said === null) return 'ignored';
  if (said === NOT_OFFERED) return 'not offered';
  return said === REFUSAL ? 'refused' : 'runs';
}

test('the table names every command', () => {
  expect(NAMES.toSorted()).toEqual(COMMANDS.map(({ name }) => name).toSorted());
});

describe.each(ACTORS)('%s', (_actor, anyone, managers, act) => {
  test.each(NAMES)('/%s', async (name) => {
    const said = await act(name);
    expect([verdictOf(said), said]).toEqual([CALLS[name].who === 'anyone' ? anyone : managers, said]);
  });
});

test('what was refused has changed nothing', async () => {
  const { db } = world.store;
  const rows = await db
    .selectFrom('chat')
    .select(['native_id', 'paused_until'])
    .where('native_id', '=', chats.guild)
    .execute();
  expect(rows).toHaveLength(1);
  // The manager's calls in the same channel came after the member's: one subscription, resumed after its pause.
  expect(rows[0]?.paused_until).toBeNull();
});
