import { beforeEach, describe, expect, test } from 'vitest';
import { pacedPause } from '../../../src/feeds/coindesk/allowance.ts';
import { NOON } from '../feed-store.ts';
import { DAY, HOUR, MINUTE, rssOf, usePollDesk } from '../poll-desk.ts';

const desk = usePollDesk();
let rows: object[];

beforeEach(async () => {
  rows = [];
  desk.parts = { ...desk.parts, policy: { ...desk.parts.policy, coinDeskKey: 'k-for-tests' } };
  await desk.store.db.updateTable('feed').set({ kind: 'coindesk' }).where('key', '=', 'feed-0').execute();
  desk.reply = (path) =>
    path.startsWith('/feed')
      ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ Data: rows, Err: {} }) }
      : { body: rssOf([FEED_ITEM]) };
});

const FEED_ITEM =
  '<item><guid>r1</guid><title>Bank opens bitcoin desk</title><link>https://www.wire.example/desk?utm_source=rss</link></item>';

function provided(id: number, fields: object = {}): object {
  const at = NOON / 1_000 - 1_800;
  return {
    TYPE: '121',
    ID: id,
    PUBLISHED_ON: at,
    CREATED_ON: at + 1_680,
    TITLE: `Bitcoin bakery ${id} opens`,
    SUBTITLE: null,
    AUTHORS: 'Ann',
    URL: `https://bakery.example/${id}`,
    BODY: 'Bread for bits.',
    LANG: 'EN',
    SENTIMENT: 'POSITIVE',
    SOURCE_DATA: { SOURCE_KEY: 'bloomberg_crypto_', NAME: 'Bloomberg (Crypto)' },
    CATEGORY_DATA: [{ CATEGORY: 'MARKET' }, { CATEGORY: 'BTC' }],
    ...fields,
  };
}

async function articles() {
  return desk.store.db
    .selectFrom('article')
    .innerJoin('outlet', 'outlet.key', 'article.outlet')
    .select(['raw_title', 'outlet.key', 'outlet.name', 'outlet.tier', 'provider_sentiment', 'provider_categories'])
    .orderBy('article.id')
    .execute();
}

describe('the news interface of CoinDesk Data', () => {
  test('brings articles of the outlets that it names, with its sentiment and categories', async () => {
    rows = [provided(1)];
    expect(await desk.poll()).toMatchObject({ newItems: 1 });
    expect(await articles()).toEqual([
      {
        raw_title: 'Bitcoin bakery 1 opens',
        key: 'bloombergcrypto',
        name: 'Bloomberg (Crypto)',
        tier: 3,
        provider_sentiment: 'positive',
        provider_categories: '["MARKET","BTC"]',
      },
    ]);
    expect(desk.asked[0]?.path).toBe('/feed?api_key=k-for-tests');
  });

  test('gives its word to an article that a feed has brought, and does not double it', async () => {
    await desk.poll('feed-1');
    rows = [provided(2, { URL: 'http://wire.example/desk/', SENTIMENT: 'NEGATIVE' })];
    expect(await desk.poll()).toMatchObject({ newItems: 0 });
    expect(await articles()).toMatchObject([
      { raw_title: 'Bank opens bitcoin desk', name: 'The Wire', provider_sentiment: 'negative' },
    ]);
  });

  test('is not believed where it fills in old rows, nor where a row cannot be read', async () => {
    const old = NOON / 1_000 - 2 * 86_400;
    rows = [provided(3, { PUBLISHED_ON: old }), { ID: 'nonsense' }, provided(4)];
    expect(await desk.poll()).toMatchObject({ newItems: 1 });
  });

  test('is asked no more often than its allowance lasts, and not at all when it is used up', async () => {
    rows = [provided(5)];
    const { nextPollAt } = await desk.poll();
    expect((nextPollAt ?? 0) - NOON).toBeGreaterThanOrEqual(pacedPause(NOON, 1) - 1);
    await desk.store.db.updateTable('api_usage').set({ calls: 11_000 }).execute();
    expect((await desk.poll()).nextPollAt).toBe(Date.UTC(2026, 10, 1));
    expect(desk.asked).toHaveLength(1);
    desk.clock.advanceTo(Date.UTC(2026, 10, 1));
    await desk.poll();
    expect(desk.asked).toHaveLength(2);
  });

  test('that fails is a feed that fails, and no word of it holds the key', async () => {
    desk.reply = () => ({ status: 401 });
    await desk.poll();
    expect(await desk.feed()).toMatchObject({ failures: 1, last_error: 'HTTP 401' });
    desk.reply = () => ({ body: '{"Err":{"message":"no"}}' });
    await desk.poll();
    expect((await desk.feed()).last_error).toBe('no answer of the CoinDesk Data news interface');
    expect(JSON.stringify([await desk.feed(), desk.told])).not.toContain('k-for-tests');
  });
});

test('what is left of a month’s calls lasts until its end', () => {
  const begin = Date.UTC(2026, 10, 1);
  expect(pacedPause(begin, 0) / MINUTE).toBeCloseTo(3.93, 1);
  expect(pacedPause(begin + 29 * DAY, 10_000) / MINUTE).toBeCloseTo(1.44, 1);
  expect(pacedPause(begin + 30 * DAY - HOUR, 11_000)).toBe(HOUR);
});
