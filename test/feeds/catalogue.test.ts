import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { loadFeedCatalogue } from '../../src/feeds/catalogue.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function load(yaml: string) {
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-'));
  folders.push(folder);
  const path = join(folder, 'feeds.yaml');
  writeFileSync(path, yaml);
  return loadFeedCatalogue(path);
}

test('the shipped catalogue loads, with authorities, markets and crypto outlets', () => {
  const feeds = loadFeedCatalogue('config/feeds.yaml');
  expect(feeds.length).toBeGreaterThanOrEqual(45);
  const outlets = new Set(feeds.map(({ outlet }) => outlet.key));
  for (const key of ['sec', 'federalreserve', 'bloomberg', 'coindesk', 'theblock', 'kraken']) {
    expect(outlets).toContain(key);
  }
});

test('an entry gets its defaults, the key of its outlet and its interval in ms', () => {
  const entry = '{ key: utoday, outlet: U.Today, url: "https://u.today/rss", tier: 3, lang: en, interval: 10m }';
  expect(load(`feeds:\n  - ${entry}\n`)).toEqual([
    {
      key: 'utoday',
      outlet: { key: 'utoday', name: 'U.Today', tier: 3 },
      url: 'https://u.today/rss',
      language: 'en',
      topics: [],
      kind: 'feed',
      fullText: null,
      intervalMs: 600_000,
    },
  ]);
});

test.each([
  ['tier: 5', 'tier'],
  ['url: "ftp://a.example/rss"', 'http or https'],
  ['interval: soon', 'duration'],
  ['topics: [gossip]', 'topics'],
  ['lang: english', 'ISO 639-1'],
  ['colour: red', 'colour'],
])('an entry with `%s` is refused with the place and the fault', (change, fault) => {
  const fields = { key: 'a', outlet: 'A', url: '"https://a.example/"', tier: '1', lang: 'en' };
  const [name = '', value = ''] = change.split(/: (.*)/s);
  const entry = Object.entries({ ...fields, [name]: value }).map(([key, each]) => `${key}: ${each}`);
  expect(() => load(`feeds:\n  - { ${entry.join(', ')} }\n`)).toThrow(fault);
});

test.each([
  ['a key twice', 'key: a', 'outlet: B', 'url: "https://b.example/"', 'tier: 1', 'occurs twice'],
  ['an address twice', 'key: b', 'outlet: B', 'url: "https://a.example/"', 'tier: 1', 'occurs twice'],
  ['an outlet of two tiers', 'key: b', 'outlet: a', 'url: "https://b.example/"', 'tier: 2', 'tier 1 elsewhere'],
])('a catalogue with %s is refused', (_case, key, outlet, url, tier, fault) => {
  const first = '{ key: a, outlet: A, url: "https://a.example/", tier: 1, lang: en }';
  const second = `{ ${[key, outlet, url, tier, 'lang: en'].join(', ')} }`;
  expect(() => load(`feeds:\n  - ${first}\n  - ${second}\n`)).toThrow(fault);
});
