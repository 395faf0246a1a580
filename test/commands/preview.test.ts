import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { headlines, HOUR, MINUTE, openDesk, type Desk } from './desk.ts';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});

afterEach(() => desk.close());

async function publishDaysAgo(days: number, ...titles: readonly string[]): Promise<void> {
  for (const [index, title] of titles.entries()) {
    const at = desk.clock.now() - days * 24 * HOUR - index * MINUTE;
    desk.feeds['ledger']?.publish({ guid: `${days}-${index}`, title, at });
  }
  await desk.pass(2 * MINUTE);
}

describe('/preview', () => {
  test('counts the cards of each of the last seven days', async () => {
    await publishDaysAgo(0, ...headlines(3, 'Bitcoin'));
    await publishDaysAgo(2, ...headlines(6, 'Solana'), 'Bitcoin miners switch off rigs');
    await publishDaysAgo(8, 'Bitcoin treasury buys the dip');
    const said = await desk.say('/preview btc');
    expect(said).toContain('4 cards in 7 days: Bitcoin');
    const rows = said.split('\n').filter((line) => line.includes(' | '));
    expect(rows.map((row) => row.split(' | ')[1])).toEqual(['0', '0', '0', '0', '1', '0', '3']);
    expect(rows.at(-1)).toMatch(/^Thu, Feb 5 \| 3 \| █{10}$/);
    expect(rows.at(4)).toMatch(/^Tue, Feb 3 \| 1 \| █{4}$/);
  });

  test('names the five most important, and says that there are more', async () => {
    await publishDaysAgo(0, ...headlines(8));
    const said = await desk.say('/preview btc');
    expect(said).toContain('The 5 most important stand below.');
    expect(said).toContain('That is about 1.1 a day.');
    expect(said.split('\n').filter((line) => line.includes('tells of'))).toHaveLength(5);
  });

  test('of one story speaks of one', async () => {
    await publishDaysAgo(1, 'Bitcoin miners switch off rigs');
    const said = await desk.say('/preview btc');
    expect(said).toContain('1 card in 7 days: Bitcoin');
    expect(said).not.toContain('most important');
  });

  test('of nothing says how to widen the filter, without a table of zeros', async () => {
    expect(await desk.say('/preview shib negative')).toBe(
      'No card in 7 days: Shiba Inu; negative\nNothing would have come. Leave a term out, or loosen a limit.',
    );
  });

  test('leads to the subscription, and says when the chat has it', async () => {
    const [subscribe = ''] = await desk.buttons('/preview btc negative');
    expect(await desk.say(subscribe)).toContain('Subscription 1 is on');
    expect(await desk.buttons('/preview negative btc')).toEqual([]);
    expect(await desk.say('/preview negative btc')).toContain('This chat is subscribed to it, as subscription 1.');
  });

  test('says how it took a word that may be a slip', async () => {
    expect(await desk.say('/preview bitcon')).toContain('did you mean the asset Bitcoin?');
  });
});
