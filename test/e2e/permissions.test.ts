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
  'feeds list': { call: '/feeds', options: {}, who: 'managers' },
  'feeds add': { call: '/feeds add nowhere', options: { url: 'nowhere' }, who: 'managers' },
  'feeds remove': { call: '/feeds remove 99', options: { number: 99 }, who: 'managers' },
  'feeds pause': { call: '/feeds pause 99', options: { number: 99 }, who: 'managers' },
  'feeds resume': { call: '/feeds resume 99', options: { number: 99 }, who: 'managers' },
  'feeds import': { call: '/feeds import', options: { file: 'none' }, who: 'managers' },
  'feeds export': { call: '/feeds export', options: {}, who: 'managers' },
  status: { call: '/status', options: {}, who: 'anyone' },
  'admin story': { call: '/admin story 1 hide', options: { number: 1, action: 'hide' }, who: 'operators' },
} as const;

type Name = keyof typeof CALLS;
type Verdict = 'runs' | 'refused' | 'ignored' | 'not offered';

const REFUSAL = 'Only people who manage this chat may do that. Ask one of them.';
const OPERATORS_ONLY = 'Only the operators of this bot may do that.';
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
    const { options } = CALLS[name];
    const file = 'file' in options ? { file: world.discord.attach({ name: 'a.opml', content: 'none' }) } : {};
    const answer = await world.discord.slash(channel, name, { ...options, ...file }, by);
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
  makeRoom();
  telegram.say(chat, CALLS[name].call, options);
  return nextAnswer(chat);
}

async function post(channel: number, name: Name): Promise<string | null> {
  makeRoom();
  world.telegram.post(channel, CALLS[name].call);
  return nextAnswer(channel);
}

/** A minute takes only so many answers. */
function makeRoom(): void {
  const { clock } = world;
  clock.advanceTo(clock.now() + 61_000);
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
  return said === REFUSAL || said === OPERATORS_ONLY ? 'refused' : 'runs';
}

test('the table names every command', () => {
  expect(NAMES.toSorted()).toEqual(
    COMMANDS.filter(({ hidden }) => !hidden)
      .map(({ name }) => name)
      .toSorted(),
  );
});

describe.each(ACTORS)('%s', (_actor, anyone, managers, act) => {
  test.each(NAMES)('/%s', async (name) => {
    const said = await act(name);
    const { who } = CALLS[name];
    const ofOperators = managers === 'runs' ? 'refused' : managers;
    const verdict = { anyone, managers, operators: ofOperators }[who];
    expect([verdictOf(said), said]).toEqual([verdict, said]);
  });
});

describe('with another channel named', () => {
  const ELSEWHERE = [
    'subscribe',
    'subscriptions',
    'unsubscribe',
    'pause',
    'resume',
    'mute',
    'feeds list',
    'feeds add',
    'feeds remove',
    'feeds pause',
    'feeds import',
    'feeds export',
  ] as const;

  test.each(ELSEWHERE)('/%s … in @newsroom is for its administrators, and for nobody else', async (name) => {
    const { telegram } = world;
    const call = `${CALLS[name].call} in @newsroom`;
    makeRoom();
    const refused = await telegram.answer(chats.ann, call);
    expect(refused.text).toBe('Only administrators of @\u2060newsroom may do that.');
    const allowed = await telegram.answer(telegram.private(ADMIN, 'Carl').id, call);
    expect(allowed.text).not.toContain('Only administrators');
  });

  test.each(ELSEWHERE)('/%s … in a person’s number reaches nobody’s private chat but one’s own', async (name) => {
    const { telegram } = world;
    const call = `${CALLS[name].call} in ${telegram.private(987_654, 'Victim').id}`;
    makeRoom();
    const refused = await telegram.answer(telegram.private(777, 'Mallory').id, call);
    expect(refused.text).toBe('Only administrators of 987654 may do that.');
  });
});

describe('buttons under a card', () => {
  beforeAll(async () => {
    const { discord, telegram, feeds, clock, pass } = world;
    await discord.slash(chats.guild, 'subscribe', { filter: 'eth' }, { permissions: PermissionFlagsBits.ManageGuild });
    await telegram.answer(chats.group, '/subscribe eth', { from: ADMIN });
    telegram.post(chats.channel, '/subscribe eth');
    await pass(60_000);
    feeds['wire']?.publish({ guid: 'a', title: 'Ethereum plunges after exchange hack', at: clock.now() });
    await pass(120_000);
  });

  test('mute it for those who manage the Discord server alone', async () => {
    const { discord } = world;
    const card = discord.messages(chats.guild).findLast(({ nonce }) => nonce !== null);
    const press = (by: { permissions?: bigint }) => discord.press(chats.guild, card?.id ?? '', 'Mute this story', by);
    expect(await press({})).toMatchObject({ content: REFUSAL, ephemeral: true });
    expect((await press({ permissions: PermissionFlagsBits.ManageGuild })).content).toContain('Muted');
  });

  test('mute it for administrators of the Telegram group alone, and for none who only read the channel', async () => {
    const { telegram } = world;
    const cardIn = (chat: number) =>
      telegram.messages(chat).findLast(({ text }) => text.includes('Ethereum plunges'))?.id ?? 0;
    const mute = (chat: number, by: number) => telegram.press(chat, cardIn(chat), 'Mute this story', by);
    expect(await mute(chats.group, MEMBER)).toMatchObject({ text: REFUSAL, showAlert: true });
    expect(await mute(chats.channel, MEMBER)).toMatchObject({ text: REFUSAL, showAlert: true });
    expect((await mute(chats.group, ADMIN)).text).toContain('Muted');
    expect((await mute(chats.channel, ADMIN)).text).toContain('Muted');
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
