import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startHub, type TestHub } from '../../support/hub.ts';
import { createRecordingLog, type RecordingLog } from '../../platforms/recording-log.ts';
import { createWorld, type World } from '../../support/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let hub: TestHub;
let world: World;
let log: RecordingLog;

beforeEach(async () => {
  hub = await startHub();
  log = createRecordingLog();
  const port = await freePort();
  world = await createWorld({
    feeds: { wire: 1 },
    log,
    environment: { ROLES: 'all', HTTP_PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` },
  });
  // Learns how often by itself.
  await world.store.db.updateTable('feed').set({ fixed_interval_ms: null }).execute();
  serve(item('0'));
});

afterEach(async () => {
  await world.close();
  await hub.close();
  log.assertWithout(...hub.asked.map(({ secret }) => secret));
});

/** What the feed shows from now on. */
function serve(...items: readonly string[]): void {
  world.feeds['wire']?.answerWith({ status: 200, body: feed(...items) });
}

function feed(...items: readonly string[]): string {
  return `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Wire</title>
    <atom:link rel="hub" href="${hub.url}"/><atom:link rel="self" href="https://wire.example/feed"/>${items.join('')}</channel></rss>`;
}

function item(name: string): string {
  const at = new Date(world.clock.now()).toUTCString();
  return `<item><guid>${name}</guid><title>Bitcoin bakery ${name} opens</title><link>https://wire.example/${name}</link><pubDate>${at}</pubDate></item>`;
}

async function subscribed(): Promise<void> {
  await world.pass(MINUTE);
  await hub.verifications(1);
}

const polls = () => world.feeds['wire']?.answered.length ?? 0;

async function titles(): Promise<readonly string[]> {
  const rows = await world.store.db.selectFrom('article').select('title').orderBy('id').execute();
  return rows.map(({ title }) => title);
}

describe('a feed with a hub', () => {
  test('is subscribed at it, and what the hub brings becomes a card without a poll', async () => {
    await subscribed();
    expect(hub.asked).toMatchObject([{ topic: 'https://wire.example/feed', verified: true }]);
    await world.reply('/subscribe bitcoin');
    await world.pass(MINUTE);
    const before = polls();
    expect(await hub.push(feed(item('1'), item('0')))).toBe(202);
    await world.pass(1_000);
    expect((await world.cards()).map(({ title }) => title)).toEqual(['Bitcoin bakery 1 opens']);
    expect(polls()).toBe(before);
  });

  const relied = async () =>
    (await world.store.db.selectFrom('feed').select('pushed_until').executeTakeFirstOrThrow()).pushed_until !== null;

  test('is polled but hourly, until a poll finds what the hub kept back', async () => {
    await subscribed();
    await world.pass(HOUR);
    const before = polls();
    await world.pass(6 * HOUR);
    expect(polls() - before).toBeLessThanOrEqual(6);
    serve(item('kept-back'), item('0'));
    await world.pass(70 * MINUTE);
    expect(await relied()).toBe(false);
    await hub.push(feed(item('1')));
    expect(await relied()).toBe(true);
  });

  test('is subscribed again before the lease ends', async () => {
    await subscribed();
    await world.pass(0.85 * DAY);
    expect(hub.asked).toHaveLength(1);
    await world.pass(0.1 * DAY);
    await hub.verifications(2);
    expect(hub.asked).toHaveLength(2);
  });

  test('is left alone when the hub denies it', async () => {
    await subscribed();
    expect(await hub.deny('not for you')).toBe(200);
    expect(await hub.push(feed(item('1')))).toBe(404);
    await world.pass(3 * DAY);
    expect(hub.asked).toHaveLength(1);
  });
});

describe('a push', () => {
  test('without the right signature is dropped, and its sender is not told', async () => {
    await subscribed();
    expect(await hub.push(feed(item('forged')), { secret: 'guessed' })).toBe(202);
    await world.pass(MINUTE);
    expect(await titles()).toEqual(['Bitcoin bakery 0 opens']);
  });

  test.each(['sha1', 'sha256', 'sha384', 'sha512'])('signed with %s is taken', async (method) => {
    await subscribed();
    await hub.push(feed(item('1')), { method });
    await world.pass(MINUTE);
    expect(await titles()).toHaveLength(2);
  });

  test('to an address that nobody was told is refused, and so is a verification', async () => {
    await subscribed();
    const { callback } = hub.asked[0] ?? { callback: '' };
    const guessed = callback.replace(/[^/]+$/, 'guessed');
    expect((await fetch(guessed, { method: 'POST', body: feed(item('1')) })).status).toBe(404);
    const query = 'hub.mode=subscribe&hub.challenge=x&hub.topic=';
    expect((await fetch(`${guessed}?${query}https%3A%2F%2Fwire.example%2Ffeed`)).status).toBe(404);
    expect((await fetch(`${callback}?${query}https%3A%2F%2Fother.example%2F`)).status).toBe(404);
    expect((await fetch(`${callback}?hub.mode=unsubscribe&hub.challenge=x`)).status).toBe(404);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
