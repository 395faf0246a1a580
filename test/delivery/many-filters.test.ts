import { afterEach, expect, test } from 'vitest';
import { insertFanout } from '../../src/store/fanouts.ts';
import { openDesk, type DeliveryDesk } from '../support/delivery-desk.ts';

let desk: DeliveryDesk;
afterEach(() => desk.close());

const FILTERS = 450;

test('a story that matches 40,000 filters reaches all that subscribe, each once, and grows there', async () => {
  desk = await openDesk();
  for (let index = 0; index < FILTERS; index += 1) await desk.chat(`chat-${index}`, `news ${index}`, 'news');
  const story = await desk.story('Flood', 'nothing');
  const filters = JSON.stringify(Array.from({ length: 40_000 }, (_, index) => index + 1));
  for (const revision of [1, 2]) {
    await desk.store.transaction('test', (trx) =>
      insertFanout(trx, { story_id: story, revision, filters, alertable_at: desk.clock.now() }),
    );
    await desk.pass(30_000);
  }
  const rows = await desk.store.db.selectFrom('delivery').select(['state', 'wanted']).execute();
  expect(rows).toHaveLength(FILTERS);
  expect(rows.filter(({ state, wanted }) => state === 'live' && wanted === 2)).toHaveLength(FILTERS);
  expect(desk.messenger.calls.filter(({ kind }) => kind === 'post')).toHaveLength(FILTERS);
});
