import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { headlines, HOUR, MINUTE, openDesk, type Desk } from './desk.ts';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});

afterEach(() => desk.close());

function titles(said: string): readonly string[] {
  return said.split('\n').slice(1);
}

describe('/latest', () => {
  test('shows the five newest stories, the newest first, with their tone', async () => {
    const published = headlines(7);
    await desk.publish(...published);
    const said = await desk.say('/latest');
    expect(said.split('\n')[0]).toBe('Latest stories');
    expect(titles(said).map((line) => line.replace(/ \(.*\)$/, ''))).toEqual(published.toReversed().slice(0, 5));
    expect(titles(said)[0]).toMatch(/\((?:neutral|positive|negative) [+-]?\d\.\d\d\)$/);
  });

  test('tells of a filter in plain words, and shows only what fits it', async () => {
    await desk.publish('Bitcoin miners switch off rigs', 'Ethereum staking queue grows');
    const said = await desk.say('/latest eth');
    expect(said).toContain('Latest: Ethereum');
    expect(said).toContain('staking queue');
    expect(said).not.toContain('miners');
  });

  test('finds what an institution did, by its short name', async () => {
    await desk.publish('Bitcoin miners switch off rigs', 'Fed holds rates as officials split');
    const said = await desk.say('/latest fed');
    expect(said).toContain('Latest: Federal Reserve');
    expect(titles(said).map((line) => line.replace(/ \(.*\)$/, ''))).toEqual(['Fed holds rates as officials split']);
  });

  test('says how many outlets report a story', async () => {
    const title = 'Bitcoin plunges below $70,000 as traders face forced liquidations';
    await desk.publish(title);
    desk.feeds['ledger']?.publish({ guid: 'l', title, at: desk.clock.now() });
    await desk.pass(2 * MINUTE);
    expect(await desk.say('/latest')).toContain(', 2 outlets)');
  });

  test('turns pages forth and back by buttons, and every story comes once', async () => {
    const published = headlines(7);
    await desk.publish(...published);
    const [older = ''] = await desk.buttons('/latest bitcoin count=3');
    expect(older).toBe('latest $BTC count=3 page=2');
    expect(await desk.buttons(older)).toEqual(['latest $BTC count=3 page=1', 'latest $BTC count=3 page=3']);
    expect(await desk.buttons('latest $BTC count=3 page=3')).toEqual(['latest $BTC count=3 page=2']);
    const pages: string[] = [];
    for (const page of [1, 2, 3]) pages.push(...titles(await desk.say(`latest $BTC count=3 page=${page}`)));
    expect(pages.map((line) => line.replace(/ \(.*\)$/, ''))).toEqual(published.toReversed());
  });

  test('has no button to a page that there is not', async () => {
    await desk.publish(...headlines(5));
    expect(await desk.buttons('/latest')).toEqual([]);
  });

  test('past the last page leads back to the first', async () => {
    await desk.publish(...headlines(2));
    expect(await desk.say('/latest btc page=9')).toBe('There are no older stories.');
    expect(await desk.buttons('/latest btc page=9')).toEqual(['latest $BTC']);
  });

  test('without a story says what to do', async () => {
    expect(await desk.say('/latest')).toMatch(/^No stories yet\..*\/status/);
    expect(await desk.say('/latest shib negative')).toBe(
      'No story fits yet: Shiba Inu; negative. Try fewer terms, or /latest for all stories.',
    );
  });

  test('says how it took a word that may be a slip, also where it found nothing', async () => {
    const note = 'Note: the word “bitcon”; did you mean the asset Bitcoin?';
    expect(await desk.say('/latest bitcon')).toContain(note);
    await desk.publish('Bitcon conference opens its doors');
    expect(await desk.say('/latest bitcon')).toContain(note);
  });

  test('refuses a count that is too large with its limits', async () => {
    expect(await desk.say('/latest count=11')).toBe('“11” does not fit: count is a whole number from 1 to 10.');
  });

  test('finds what happened before the bot was there', async () => {
    desk.feeds['coinpost']?.publish({ guid: 'o', title: 'Solana outage ends', at: desk.clock.now() - 20 * HOUR });
    await desk.pass(2 * MINUTE);
    expect(await desk.say('/latest sol')).toContain('Solana outage ends');
  });
});
