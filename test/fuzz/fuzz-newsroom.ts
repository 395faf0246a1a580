import { loadAssets } from '../../src/newsroom/assets.ts';
import { analyse } from '../../src/newsroom/analyse.ts';
import { cleanItem } from '../../src/newsroom/clean.ts';
import { createClusterer } from '../../src/newsroom/cluster.ts';
import { extractFigures } from '../../src/newsroom/figures.ts';
import { scoreSentiment } from '../../src/newsroom/sentiment.ts';
import { makeArticles } from '../bench/articles.ts';
import { createRandom, type Random } from '../bench/random.ts';
import { readSet } from '../evaluate/read-set.ts';

// `npm run fuzz -- 100000` reads so many mutated texts as the newsroom does; it fails where one throws, and names the
// slowest, timed again alone.
const COUNT = Number(process.argv[2] ?? 20_000);
const SLOWEST = 10;
const CLUSTERED = 10;
const ASSETS = loadAssets();

function read(text: string, index: number): void {
  const cut = Math.min(text.length, 120);
  const item = cleanItem({ title: text.slice(0, cut), description: '', content: text.slice(cut) }, 'Outlet');
  const { assets, figures } = analyse(item, ASSETS);
  scoreSentiment(text);
  extractFigures(text);
  if (index % CLUSTERED !== 0) return;
  const symbols = assets.map(({ symbol }) => symbol);
  clusterer.add({
    id: index,
    title: item.title,
    body: item.body,
    publishedAt: index * 1_000,
    assets: symbols,
    figures,
  });
}

function basesOf(): readonly string[] {
  const headlines = readSet('crypto-headlines').map((row) => row[4] ?? '');
  const sentences = readSet('figures').map(([sentence = '']) => sentence);
  const articles = makeArticles(300, ASSETS.assets, 9).map(({ title, body }) => `${title}\n${body}`);
  return [...headlines, ...sentences, ...articles];
}

type Mutation = (text: string, random: Random) => string;

function mutated(from: Random): { readonly text: string; readonly how: string } {
  let text = from.pick(bases);
  const names: string[] = [];
  for (let times = from.between(1, 3); times > 0; times -= 1) {
    const [name, mutate] = from.pick(MUTATIONS);
    names.push(name);
    text = mutate(text, from).slice(0, 200_000);
  }
  return { text, how: names.join(', ') };
}

function insertedAt(text: string, piece: string, from: Random): string {
  const at = from.between(0, text.length);
  return text.slice(0, at) + piece + text.slice(at);
}

const SIGNS = [
  '(',
  ')',
  '"',
  '“',
  '$',
  '%',
  '-',
  '–',
  '.',
  ',',
  ':',
  '[',
  '<',
  '&',
  '@',
  '#',
  '*',
  '_',
  '`',
  '\\',
  '/',
  '?',
];
const CONTROL = [
  '\u0000',
  '\u0007',
  '\u001B[31m',
  '\u200B',
  '\u202E',
  '\u2066',
  '\uFEFF',
  '\u00AD',
  '\u0301',
  '\uD800',
  '\uDFFF',
];
const HUGE = 20_000;

const MUTATIONS: readonly (readonly [string, Mutation])[] = [
  ['cut', (text, from) => text.slice(from.between(0, text.length), from.between(0, text.length) + 400)],
  ['reversed', (text) => text.split('').toReversed().join('')],
  ['words reversed', (text) => text.split(' ').toReversed().join(' ')],
  ['right to left', (text, from) => insertedAt(text, `\u202E${'שלום مرحبا '.repeat(from.between(1, 40))}`, from)],
  [
    'control characters',
    (text, from) =>
      text
        .split('')
        .map((sign) => (from.chance(0.05) ? sign + from.pick(CONTROL) : sign))
        .join(''),
  ],
  [
    'a huge token',
    (text, from) =>
      insertedAt(text, from.pick(['a', '1', '9,', 'é', '$', 'A1', '1.', 'x-']).repeat(from.between(100, HUGE)), from),
  ],
  ['repeated', (text, from) => text.repeat(from.between(2, 20))],
  ['signs repeated', (text, from) => insertedAt(text, from.pick(SIGNS).repeat(from.between(2, 5_000)), from)],
  [
    'signs everywhere',
    (text, from) =>
      text
        .split('')
        .map((sign) => (from.chance(0.15) ? from.pick(SIGNS) : sign))
        .join(''),
  ],
  ['capitals', (text) => text.toUpperCase()],
  ['no spaces', (text) => text.replaceAll(' ', '')],
  ['lines', (text) => text.replaceAll(' ', '\n')],
  [
    'numbers',
    (text, from) =>
      insertedAt(
        text,
        Array.from({ length: from.between(5, 2_000) }, () => `$${from.between(0, 1e9)} `).join(''),
        from,
      ),
  ],
  [
    'other scripts',
    (text, from) => insertedAt(text, '比特币价格下跌비트코인ビットコイン'.repeat(from.between(1, 200)), from),
  ],
  ['markup', (text, from) => insertedAt(text, '<p><b>'.repeat(from.between(1, 2_000)), from)],
];

const random = createRandom(Number(process.argv[3] ?? 1));
const bases = basesOf();
const clusterer = createClusterer({ maxArticles: 2_000 });
let slowest: { readonly ms: number; readonly text: string; readonly how: string }[] = [];
let thrown = 0;

for (let index = 0; index < COUNT; index += 1) {
  const { text, how } = mutated(random);
  const begun = performance.now();
  try {
    read(text, index);
  } catch (error) {
    thrown += 1;
    console.error(`threw: ${how} ${JSON.stringify(text.slice(0, 200))}`, error);
  }
  slowest.push({ ms: performance.now() - begun, text, how });
  if (slowest.length > 200) slowest = slowest.toSorted((a, b) => b.ms - a.ms).slice(0, SLOWEST);
}

slowest = slowest.toSorted((a, b) => b.ms - a.ms);
console.log(`${COUNT} texts read, ${thrown} threw; the slowest, and again alone:`);
for (const { ms, text, how } of slowest.slice(0, SLOWEST)) {
  const begun = performance.now();
  read(text, -1);
  const again = performance.now() - begun;
  console.log(`${ms.toFixed(1)} ms, again ${again.toFixed(1)} ms, ${text.length} characters: ${how}`);
}
process.exitCode = thrown === 0 ? 0 : 1;
