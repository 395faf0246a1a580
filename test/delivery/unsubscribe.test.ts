import { afterEach, beforeEach, expect, test } from 'vitest';
import { unsubscribe } from '../../src/subscriptions/subscribe.ts';
import { openDesk, type DeliveryDesk } from '../support/delivery-desk.ts';
import { later } from '../support/fake-messenger.ts';

const MINUTE = 60_000;

let desk: DeliveryDesk;

beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

test('what a subscription still owed is not sent once it has ended; what others owe is', async () => {
  const chat = await desk.chat('a', 'hacks', 'etf');
  desk.messenger.next('a', later(MINUTE, 'chat'));
  const theft = await desk.story('Theft', 'hacks');
  await desk.story('Inflow', 'etf');
  await desk.pass(0);
  await unsubscribe(desk, chat, 1);
  await desk.pass(5 * MINUTE);
  expect(desk.messenger.shown('a').map(({ title }) => title)).toEqual(['Inflow, 1']);
  expect(await desk.delivery(chat, theft)).toMatchObject({ state: 'cancelled', due_at: null });
});
