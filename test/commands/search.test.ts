import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { headlines, MINUTE, openDesk, type Desk } from './desk.ts';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});

afterEach(() => desk.close());

describe('/search', () => {
  test('ranks a word in a headline above the same word in the text', async () => {
    desk.feeds['wire']?.publish({ guid: 'a', title: 'Miners switch off rigs', at: desk.clock.now() });
    desk.feeds['wire']?.publish({
      guid: 'b',
      title: 'Senate votes on a power bill',
      description: 'Lobbyists of the miners spoke. The miners were heard.',
      at: desk.clock.now(),
    });
    await desk.pass(2 * MINUTE);
    const lines = (await desk.say('/search miners')).split('\n');
    expect(lines[0]).toBe('Found for “miners”');
    expect(lines[1]).toContain('Miners switch off rigs');
    expect(lines[2]).toContain('Senate votes');
  });

  test('says so when no story has all of the words', async () => {
    await desk.publish(...headlines(2));
    expect(await desk.say('/search whale zebra')).toContain(
      'No story has all of these words; these have some of them.',
    );
    expect(await desk.say('/search whale coins')).not.toContain('some of them');
  });

  test('that finds nothing says what to try', async () => {
    await desk.publish(...headlines(2));
    for (const text of ['zebra', '!!!']) {
      expect(await desk.say(`/search ${text}`)).toBe(`Nothing found for “${text}”. Try fewer or other words.`);
    }
  });

  test('without words, or with far too many, says how to search', async () => {
    expect(await desk.say('/search')).toBe(
      'Something is missing behind /search: Words to look for. For example: /search forced deleveraging',
    );
    expect(await desk.say(`/search ${'x'.repeat(300)}`)).toBe(
      'That is too long: at most 200 characters, and these are 300.',
    );
  });

  test('looks for what a person types, even if it is not a name of an option', async () => {
    await desk.publish('Bitcoin tops a=b puzzle');
    expect(await desk.say('/search a=b')).toContain('Bitcoin tops');
  });
});
