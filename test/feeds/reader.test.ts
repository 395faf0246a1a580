import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FeedError } from '../../src/feeds/feed-error.ts';
import { createFeedReader, type FeedReader } from '../../src/feeds/reader.ts';

let reader: FeedReader;

beforeEach(() => void (reader = createFeedReader()));
afterEach(() => reader.close());

const item = (fields: string) => `<item><title>Rates held</title>${fields}</item>`;
const rss = (items: string) => `<rss version="2.0"><channel><title>Desk</title>${items}</channel></rss>`;

/** What came of reading it: how many items, or the code of the refusal. */
async function read(body: string | Uint8Array): Promise<string> {
  try {
    const { items, incomplete } = await reader.parse(Buffer.from(body), null, 'https://desk.example/feed');
    return `${items.length} items${incomplete === null ? '' : `, ${incomplete}`}`;
  } catch (error) {
    if (error instanceof FeedError) return error.code;
    throw error;
  }
}

describe('a large feed', () => {
  const large = rss(Array.from({ length: 3_000 }, (_, id) => item(`<guid>${id}</guid><link>/n/${id}</link>`)).join(''));

  test('is read in a worker as it would be on the spot, and the loop goes on meanwhile', async () => {
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 1);
    const feed = await reader.parse(Buffer.from(large), null, 'https://desk.example/feed');
    clearInterval(counting);
    expect(feed.title).toBe('Desk');
    expect(feed.items.map(({ id }) => id)).toEqual(Array.from({ length: 3_000 }, (_, id) => String(id)));
    expect(feed.items[2_999]?.link).toBe('https://desk.example/n/2999');
    expect(turns).toBeGreaterThan(0);
  });

  test('that is refused keeps its code', async () => {
    expect(await read(`<html>${'<p>Sign in</p>'.repeat(20_000)}</html>`)).toBe('html-page');
  });

  test('does not mix with another that is read at the same time', async () => {
    const other = rss(item('').repeat(2_600));
    const counts = await Promise.all([large, other, large].map(read));
    expect(counts).toEqual(['3000 items', '2600 items', '3000 items']);
  });
});

test('a body that takes longer than it may is given up, and the next one is read', async () => {
  const slow = createFeedReader({ deadlineMs: 1 });
  const body = Buffer.from(rss(item('').repeat(3_000)));
  await expect(slow.parse(body, null, null)).rejects.toMatchObject({ code: 'too-slow' });
  await slow.close();
  expect(await read(body)).toBe('3000 items');
});

describe('hostile input', () => {
  const text = (unit: string, bytes: number) => unit.repeat(bytes / unit.length);
  const described = (unit: string, bytes: number) => rss(item(`<description>${text(unit, bytes)}</description>`));

  test.each([
    ['a description of 1.2 MB of "x&lt;p"', described('x&lt;p', 1_200_000), '1 items'],
    ['a description of 0.8 MB of "&lt;"', described('&lt;', 800_000), '1 items'],
    ['100,000 nested elements, closed', rss(item(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`)), 'too-deep'],
    ['100,000 nested elements, unclosed', rss(item('<a>'.repeat(100_000))), 'too-deep'],
    ['20,000 nested items', `<rss><channel>${'<item>'.repeat(20_000)}`, '0 items, more than 5000 items'],
    ['50 MB with 50,000 items', rss(item('x'.repeat(960)).repeat(50_000)), 'too-large'],
    [
      '10 MB with 100,000 items',
      rss(
        '<item><title>A title of some words, of ninety or so characters in all, so that it is 10 MB</title></item>'.repeat(
          90_000,
        ),
      ),
      '5000 items, more than 5000 items',
    ],
    [
      '100,000 attributes',
      rss(`<item ${Array.from({ length: 100_000 }, (_, n) => `a${n}="1"`).join(' ')}/>`),
      'too-large',
    ],
    [
      '10 MB of a comment without end',
      `${rss(item('')).replace('</channel></rss>', '')}<!--${text('x', 9_900_000)}`,
      '1 items, cut off before its end',
    ],
    [
      'a billion laughs',
      `<!DOCTYPE r [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n || ''};`.repeat(10)}">`).join('')}]>${rss(item('<guid>&a9;</guid>'))}`,
      '1 items',
    ],
    [
      'elements called like the built-ins of JavaScript',
      rss(item('<__proto__><constructor>x</constructor></__proto__><toString/>')),
      '1 items',
    ],
    [
      'JSON nested 90,000 deep',
      `{"version":"https://jsonfeed.org/version/1.1","items":${'['.repeat(90_000)}${']'.repeat(90_000)}}`,
      '0 items',
    ],
    ['bytes still compressed', Uint8Array.of(0x1f, 0x8b, 8, 0, 0), 'not-a-feed'],
    ['random bytes', Buffer.from(Array.from({ length: 5_000 }, (_, n) => (n * 7_919) % 251)), 'not-a-feed'],
    ['NUL bytes between the letters', rss(item('')).replaceAll('Rates', 'R\0a\0tes'), '1 items'],
    ['an empty body', '', 'empty'],
    ['a JSON error object', '{"error":{"code":429}}', 'not-a-feed'],
  ])('%s', async (_what, body, outcome) => {
    expect(await read(body)).toBe(outcome);
  });

  test('an entity that names a file of this machine is not read', async () => {
    const body = `<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]>${rss('<item><title>x &f; y</title></item>')}`;
    const { items } = await reader.parse(Buffer.from(body), null, null);
    expect(items[0]?.title).toBe('x &f; y');
  });
});

test('after the end, nothing large is read any more', async () => {
  await reader.close();
  await expect(reader.parse(Buffer.from(rss(item('').repeat(3_000))), null, null)).rejects.toThrow('closed');
});
