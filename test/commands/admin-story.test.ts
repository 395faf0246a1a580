import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { headlines, HOUR, MINUTE, openDesk, type Desk } from './desk.ts';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});

afterEach(() => desk.close());

const RISES = 'Bitcoin miners surge as profit soars to a record';

async function latest(filter = ''): Promise<readonly string[]> {
  const said = await desk.say(`/latest ${filter}`.trim());
  return said
    .split('\n')
    .slice(1)
    .map((line) => line.replace(/ \(.*\)$/, ''));
}

describe('/admin story', () => {
  test('pins a story above newer ones, and takes the pin away', async () => {
    const [first = '', second = ''] = headlines(2);
    await desk.publish(first, second);
    expect(await latest()).toEqual([second, first]);
    await desk.say('/admin story 1 pin');
    expect(await latest()).toEqual([first, second]);
    await desk.say('/admin story 1 unpin');
    expect(await latest()).toEqual([second, first]);
  });

  test('hides a story from lists, searches and deliveries until it is shown again', async () => {
    await desk.publish(...headlines(1));
    await desk.say('/subscribe btc');
    expect(await desk.say('/admin story 1 hide')).toContain('/admin story 1 show undoes it');
    expect(await latest()).toEqual([]);
    expect(await desk.say('/search miner')).not.toContain('hydro plant');
    desk.feeds['ledger']?.publish({ guid: 'l', title: headlines(1)[0] ?? '', at: desk.clock.now() });
    await desk.pass(2 * MINUTE);
    expect(await desk.cards()).toEqual([]);
    await desk.say('/admin story 1 show');
    expect(await latest()).toEqual(headlines(1));
  });

  test('corrects a sentiment, in filters and cards alike, and what is read later does not undo it', async () => {
    await desk.say('/subscribe btc');
    await desk.publish(RISES);
    expect(await latest('positive')).toEqual([RISES]);
    await desk.say('/admin story 1 sentiment negative');
    await desk.pass(MINUTE);
    expect((await desk.cards()).map(({ tone }) => tone)).toEqual(['negative']);
    desk.feeds['ledger']?.publish({ guid: 'l', title: `${RISES} high`, at: desk.clock.now() });
    await desk.pass(2 * MINUTE);
    expect((await desk.cards()).map(({ tone, sources }) => [tone, sources.length])).toEqual([['negative', 2]]);
    expect(await latest('positive')).toEqual([]);
    expect(await latest('negative')).toEqual([RISES]);
    await desk.say('/admin story 1 reset');
    expect(await latest('positive')).toEqual([RISES]);
  });

  test('corrects the assets, so that others are told', async () => {
    await desk.say('/subscribe sol');
    await desk.publish(RISES);
    expect(await desk.cards()).toEqual([]);
    await desk.say('/admin story 1 assets solana, ETH');
    await desk.pass(MINUTE);
    expect((await desk.cards()).map(({ title }) => title)).toEqual([RISES]);
    expect(await latest('btc')).toEqual([]);
  });

  test('merges two stories: one card goes on, the other id still leads there', async () => {
    await desk.say('/subscribe btc');
    const [first = '', second = ''] = headlines(2);
    await desk.publish(first, second);
    expect(await desk.say('/admin story 2 merge 1')).toBe(`Merged into story 1, “${first}”.`);
    await desk.pass(MINUTE);
    expect(await latest()).toHaveLength(1);
    expect(await desk.say('/story 2')).toBe(await desk.say('/story 1'));
    desk.feeds['ledger']?.publish({ guid: 'l', title: second, at: desk.clock.now() });
    await desk.pass(2 * MINUTE);
    expect(await latest()).toHaveLength(1);
    expect(await desk.say('/latest')).toContain('2 outlets');
  });

  test('merges news into a story of backlog: the card that is there goes on', async () => {
    const [old = '', news = ''] = headlines(2);
    desk.feeds['wire']?.publish({ guid: 'old', title: old, at: desk.clock.now() - 5 * HOUR });
    await desk.pass(2 * MINUTE);
    await desk.say('/subscribe btc');
    await desk.publish(news);
    expect((await desk.cards()).map(({ title }) => title)).toEqual([news]);
    await desk.say('/admin story 2 merge 1');
    await desk.pass(MINUTE);
    expect((await desk.cards()).map(({ sources, edits }) => [sources.length, edits])).toEqual([[2, 1]]);
    desk.feeds['ledger']?.publish({ guid: 'l', title: news, at: desk.clock.now() });
    await desk.pass(2 * MINUTE);
    expect((await desk.cards()).map(({ sources, edits }) => [sources.length, edits])).toEqual([[3, 2]]);
  });

  test('merges in whatever order it is told to at once', async () => {
    await desk.publish(...headlines(4));
    await Promise.all([
      desk.say('/admin story 2 merge 1'),
      desk.say('/admin story 3 merge 2'),
      desk.say('/admin story 4 merge 3'),
      desk.say('/admin story 2 sentiment negative'),
    ]);
    await desk.pass(MINUTE);
    expect(await latest()).toHaveLength(1);
    expect(await desk.say('/latest')).toContain('negative');
    expect(await desk.say('/story 4')).toBe(await desk.say('/story 1'));
  });

  test.each([
    ['/admin story 9 hide', 'There is no story 9'],
    ['/admin story 1 sentiment glad', 'positive, neutral or negative'],
    ['/admin story 1 assets wibble', '“wibble” is no asset'],
    ['/admin story 1 assets', 'Say the assets'],
    ['/admin story 1 pin 0', 'from 1 to 100'],
    ['/admin story 1 merge', 'the number of the story to merge with'],
    ['/admin story 1 merge 1', 'one story already'],
    ['/admin story 1 burn', 'burn'],
  ])('says what to do: %s', async (command, said) => {
    await desk.publish(...headlines(1));
    expect(await desk.say(command)).toContain(said);
  });
});
