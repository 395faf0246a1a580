import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE, openDesk, type Desk } from './desk.ts';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});

afterEach(() => desk.close());

const CRASH = 'Bitcoin long positions wiped out in crash';

async function publishCrash(): Promise<void> {
  const { feeds, clock, pass } = desk;
  const at = clock.now();
  const amounts = { wire: '$775M', ledger: '$740M' };
  for (const [feed, amount] of Object.entries(amounts)) {
    const description = `Prices fell all day. Some ${amount} in bitcoin long positions was liquidated in 24 hours.`;
    feeds[feed]?.publish({ guid: feed, title: `${CRASH}, says the ${feed}`, description, at });
  }
  await pass(2 * MINUTE);
}

describe('/story', () => {
  test("shows every outlet's headline and who said which figure", async () => {
    await publishCrash();
    const said = await desk.say('/story 1');
    expect(said).toContain(`${CRASH}, says the wire (The wire)`);
    expect(said).toContain(`${CRASH}, says the ledger (The ledger)`);
    expect(said).toMatch(/Liquidations · BTC, longs, 24h, outlets differ \| .*\$775M \| The wire/);
    expect(said).toMatch(/\$740M \| The ledger/);
    expect(said).toContain('Story 1 · importance');
  });

  test('quotes the sentence of every figure once', async () => {
    await publishCrash();
    const said = await desk.say('/story 1');
    for (const amount of ['$775M', '$740M']) {
      expect(said.split(`Some ${amount} in bitcoin long positions was liquidated`)).toHaveLength(2);
    }
  });

  test('has no button to mute a card that the chat does not have', async () => {
    await publishCrash();
    for (const button of await desk.buttons('/story 1')) expect((await desk.reply(button)).kind).not.toBe('error');
  });

  test('that there is not is answered with where the numbers are', async () => {
    expect(await desk.say('/story 99')).toBe(
      "There is no story 99. A story's number stands at the foot of its card; /latest lists the newest.",
    );
  });

  test('by a word is answered with how to write it', async () => {
    expect(await desk.say('/story btc')).toBe('“btc” does not fit: a whole number belongs here, as in /story 17.');
    expect(await desk.say('/story')).toContain('For example: /story 17');
  });
});
