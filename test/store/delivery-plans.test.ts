import { DatabaseSync } from 'node:sqlite';
import { RawNode, type KyselyPlugin } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { systemClock } from '../../src/model/clock.ts';
import { dueDeliveries, endLeases, nextDueAt } from '../../src/store/deliveries.ts';
import { chatsSummarised } from '../../src/store/overflow.ts';
import { deleteBefore } from '../../src/store/retention.ts';
import { adaptDatabase } from '../../src/store/sqlite-database.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { chatsThatWant, subscribersAfter } from '../../src/store/subscriptions.ts';

let store: Store;
let plans: string[];

/** What every query finds instead: enough for those that ask further. */
const FOUND = [{ id: 3 }];
const planRow = z.object({ detail: z.string() });
/** Has SQLite say how it would run each query, on a database without statistics. */
const explaining: KyselyPlugin = {
  transformQuery({ node }) {
    if (node.kind === 'RawNode') {
      const [first = '', ...rest] = node.sqlFragments;
      return RawNode.create([`explain query plan ${first}`, ...rest], node.parameters);
    }
    return { ...node, explain: { kind: 'ExplainNode', options: RawNode.createWithSql('query plan') } };
  },
  async transformResult({ result }) {
    plans.push(...result.rows.map((row) => planRow.parse(row).detail));
    return { ...result, rows: FOUND };
  },
};

beforeEach(async () => {
  plans = [];
  store = await openStore({ url: 'sqlite::memory:', clock: systemClock });
});
afterEach(() => store.close());

const here = { platform: 'local', without: [1, 2] } as const;
const tables = /^SCAN (?:delivery|chat|subscription|overflow|story|article)\b/;

describe('without statistics, and however many deliveries are past', () => {
  test('the dispatcher reads what is due from the front of one index', async () => {
    await dueDeliveries(store.db.withPlugin(explaining), { ...here, now: 1_000 }, 50);
    expect(plans[0]).toMatch(/^SEARCH delivery USING INDEX delivery_due \(platform=\? AND due_at[<>]/);
    expect(plans.join('\n')).toContain('SEARCH chat USING INTEGER PRIMARY KEY');
    expect(plans.join('\n')).not.toContain('TEMP B-TREE');
  });

  test('so it does for the time of the next one', async () => {
    await nextDueAt(store.db.withPlugin(explaining), here);
    expect(plans[0]).toMatch(/^SEARCH delivery USING (?:COVERING )?INDEX delivery_due \(platform=\? AND due_at/);
    expect(plans.join('\n')).not.toContain('TEMP B-TREE');
  });

  test('leases are found among what is due', async () => {
    await store.transaction('test', (trx) => endLeases(trx.withPlugin(explaining), 'local', 1_000));
    expect(plans[0]).toMatch(/^SEARCH delivery USING INDEX delivery_due \(platform=\? AND due_at>\?\)/);
  });

  test('a chunk of subscribers is one range of an index', async () => {
    const options = { limit: 500, now: 1_000, madeBy: 1_000, chatId: null };
    const place = { position: 0, cursor: 7 };
    await store.transaction('test', (trx) => subscribersAfter(trx.withPlugin(explaining), [3], place, options));
    expect(plans.join('\n')).toContain('SEARCH subscription USING INDEX subscription_filter (filter_id=? AND id>?)');
    expect(plans.join('\n')).not.toContain('TEMP B-TREE');
    expect(plans.filter((plan) => tables.test(plan))).toEqual([]);
  });

  test('chats are asked for what they want, and have in a summary, chat by chat', async () => {
    await store.transaction('test', (trx) => chatsThatWant(trx.withPlugin(explaining), [1], [2]));
    expect(plans[0]).toMatch(/^SEARCH subscription USING INDEX sqlite_autoindex_subscription_1 \(chat_id=\?\)/);
    plans = [];
    await store.transaction('test', (trx) => chatsSummarised(trx.withPlugin(explaining), 1, [2]));
    expect(plans.filter((plan) => tables.test(plan))).toEqual([]);
    expect(plans.join('\n')).toContain('overflow_story (story_id=? AND subscription_id=?)');
  });

  test('retention reads no table from end to end', async () => {
    await store.db
      .insertInto('story')
      .values({
        scope: 'public',
        revision: 1,
        created_at: 1,
        changed_at: 1,
        lead_article_id: 0,
        title: '',
        importance: 1,
        outlet_count: 1,
        content: '{}',
      })
      .execute();
    const looking: Store = {
      ...store,
      transaction: (name, work) => store.transaction(name, (trx) => work(trx.withPlugin(explaining))),
    };
    await deleteBefore(looking, 2_000, async () => undefined);
    expect(plans.length).toBeGreaterThan(5);
    expect(plans.filter((plan) => tables.test(plan))).toEqual([]);
    expect(plans.join('\n')).toContain('delivery_subject (subject>? AND subject<?)');
  });
});

test('a statement in use is kept while texts that come once go', () => {
  const database = new DatabaseSync(':memory:');
  const prepared: string[] = [];
  const prepare = database.prepare.bind(database);
  database.prepare = (text) => {
    prepared.push(text);
    return prepare(text);
  };
  const adapted = adaptDatabase(database);
  for (let round = 0; round < 2_000; round += 1) {
    adapted.prepare('select 1');
    adapted.prepare(`select 1 as a${round}`);
  }
  adapted.prepare('select 1 as a0');
  expect(prepared.filter((text) => text === 'select 1')).toHaveLength(1);
  expect(prepared.filter((text) => text === 'select 1 as a0')).toHaveLength(2);
  // The newest are there, although the first ones had filled it.
  adapted.prepare('select 1 as a1999');
  expect(prepared.filter((text) => text === 'select 1 as a1999')).toHaveLength(1);
  database.close();
});
