import { expect, test } from 'vitest';
import type { ParsedItem } from '../../src/model/article.ts';
import { canonicalLink } from '../../src/feeds/canonical-link.ts';
import { contentHash, identityKeys } from '../../src/feeds/identity.ts';
import { parsedItem } from './parsed-item.ts';

const NOON = Date.UTC(2026, 9, 5, 12);

function item(fields: Partial<ParsedItem>): ParsedItem {
  return parsedItem({ title: 'Exchange reports record volume in futures', published: NOON, ...fields });
}

function keysOf(...items: Partial<ParsedItem>[]) {
  return identityKeys(items.map(item), NOON);
}

test('one guid for several articles tells them apart by their links', () => {
  const [a, b, c] = keysOf(
    { id: '?src=A1&yptr=x', link: 'https://a.example/1', title: 'Oil falls as supply talks resume' },
    { id: '?src=A1&yptr=x', link: 'https://a.example/2', title: 'Gold climbs to another record high' },
    { id: 'own', link: 'https://a.example/3', title: 'Copper steady before Chinese data' },
  );
  expect(new Set([a?.guid, b?.guid, c?.guid]).size).toBe(3);
  expect(a?.link).not.toBe(b?.link);
});

test('one guid and one link for all articles tells them apart by their titles', () => {
  const [a, b] = keysOf(
    { id: 'feed', link: 'https://a.example/', title: 'Oil falls as supply talks resume' },
    { id: 'feed', link: 'https://a.example/', title: 'Gold climbs to another record high' },
  );
  expect(a?.guid).not.toBe(b?.guid);
  expect([a?.link, b?.link]).toEqual([null, null]);
});

test('an item that the feed repeats is one article with the keys of one', () => {
  const twice = { id: 'g1', link: 'https://a.example/1' };
  const [first, second] = keysOf(twice, twice);
  const [alone] = keysOf(twice);
  expect([first, second]).toEqual([alone, alone]);
});

test('a guid that changes leaves the link and the title of the day', () => {
  const [before] = keysOf({ id: 'http://a.example/old-headline', link: 'https://www.a.example/1?mod=rss' });
  const [after] = keysOf({ id: 'https://a.example/new-headline', link: 'http://a.example/1/#top' });
  expect(after?.guid).not.toBe(before?.guid);
  expect(after?.link).toBe(before?.link);
  expect(after?.titleDay).toBe(before?.titleDay);
});

test('two filings with one title on one day are not taken for each other', () => {
  const [a, b] = keysOf(
    { id: 'f1', link: 'https://a.example/f1', title: '8-K - ACME HOLDINGS (Filer)' },
    { id: 'f2', link: 'https://a.example/f2', title: '8-K - ACME HOLDINGS (Filer)' },
  );
  expect([a?.titleDay, b?.titleDay]).toEqual([null, null]);
});

test('a title that a document shows on two days is that of a column, and identifies nothing', () => {
  const [a, b] = keysOf(
    { id: '1', link: 'https://a.example/1' },
    { id: '2', link: 'https://a.example/2', published: NOON + 80_000_000 },
  );
  expect([a?.titleDay, b?.titleDaysAround]).toEqual([null, []]);
});

test('a title identifies if it is long enough, on its day, which is that of the first sight without a date', () => {
  const [today] = keysOf({ id: '1' });
  const [tomorrow] = keysOf({ id: '1', published: NOON + 86_400_000 });
  const [undated] = keysOf({ id: '3', published: null });
  const [short] = keysOf({ id: '4', title: 'Market wrap' });
  expect(today?.titleDay).not.toBe(tomorrow?.titleDay);
  expect(undated?.titleDay).toBe(today?.titleDay);
  expect(short?.titleDay).toBeNull();
});

test('an item without guid, link and date is known by what it says', () => {
  const [a] = keysOf({ title: '', summary: 'Rates stay.', published: null });
  const [again] = keysOf({ title: '', summary: '<p>Rates stay</p>', published: null });
  const [other] = keysOf({ title: '', summary: 'Rates rise.', published: null });
  expect(again).toEqual(a);
  expect(other?.own).not.toBe(a?.own);
});

test('an own key does not depend on what else the document shows', () => {
  const page = { link: 'https://a.example/wrap', published: null };
  const oil = { ...page, title: 'Oil falls as supply talks resume' };
  const gold = { ...page, title: 'Gold climbs to another record high' };
  const [oilAlone] = keysOf(oil);
  const [goldBeside, oilBeside] = keysOf(gold, oil);
  expect(oilBeside?.own).toBe(oilAlone?.own);
  expect(goldBeside?.own).not.toBe(oilAlone?.own);
});

test('runs of combining marks are hashed in linear time', () => {
  const marks = '\u0301\u0316'.repeat(100_000);
  expect(contentHash(item({ content: `a${marks}` }))).toHaveLength(22);
  const [again, other] = keysOf({ title: `a${marks}` }, { title: `b${marks}` });
  expect(again?.own).not.toBe(other?.own);
});

test('keys are short and the same in every process', () => {
  expect(keysOf({ id: 'g1' })[0]?.guid).toBe('cRQw9hZOk4A9k0KLwfq4D0');
});

test('the content hash sees changed words and numbers, not markup and spacing', () => {
  const base = item({ content: '<p>Loss of <b>$1.5M</b>, up 3%</p>' });
  expect(contentHash(item({ content: '<div>Loss of $1.5M,\n up  3%</div>' }))).toBe(contentHash(base));
  expect(contentHash(item({ content: '<p>Loss of <b>$15M</b>, up 3%</p>' }))).not.toBe(contentHash(base));
  expect(contentHash(item({ ...base, title: 'Exchange corrects its volume' }))).not.toBe(contentHash(base));
});

test.each([
  'https://www.a.example/news/1/?utm_source=rss&utm_medium=feed',
  'http://a.example/news/1#section',
  'https://A.example:443/news/1?guccounter=1&cmpid=x&oc=5',
  'https://user:pass@a.example/news/1?.tsrc=rss',
])('%s leads to the same article', (url) => {
  expect(canonicalLink(url)).toBe('a.example/news/1');
});

test('parameters that name the article stay, in one order', () => {
  expect(canonicalLink('https://a.example/?p=4&id=7&ref=x')).toBe(canonicalLink('https://a.example/?id=7&p=4'));
  expect(canonicalLink('https://a.example/?p=4')).not.toBe(canonicalLink('https://a.example/?p=5'));
});
