import type { AssetMention } from '../model/analysis.ts';
import { createCandidateFinder } from './assets/asset-candidates.ts';
import type { Candidate, Reading } from './assets/asset-candidates.ts';
import type { AssetCatalogue } from './asset-catalogue.ts';
import { COMPANY_WORDS, EVERYDAY, insideSentence, JARGON, PROJECT_WORDS, shouts } from './assets/asset-context.ts';
import { rankMentions } from './assets/asset-salience.ts';

export { loadAssets } from './asset-catalogue.ts';

/** One mention in a text, as UTF-16 offsets. */
export interface AssetSpan {
  readonly symbol: string;
  readonly start: number;
  readonly end: number;
}

export interface ArticleAssets {
  /** What an article speaks of, most salient first, at most 12. */
  readonly ranked: readonly AssetMention[];
  /** Every mention, by text, in its order. */
  readonly title: readonly AssetSpan[];
  readonly description: readonly AssetSpan[];
  readonly body: readonly AssetSpan[];
}

export interface AssetReader {
  /** All texts of an article serve as evidence for each other. */
  read(article: { readonly title: string; readonly description: string; readonly body: string }): ArticleAssets;
  /** Every mention in one text, in its order, judged by that text alone. */
  mentions(text: string): readonly AssetSpan[];
  /** Those of `mentions` that a figure may belong to: not the institutions. */
  pricedMentions(text: string): readonly AssetSpan[];
}

// What an article is about shows long before; the rest of a huge page would only cost time.
const MAX_TEXT = 100_000;

/** A reader over one catalogue. Takes time linear in the text; safe for hostile text. */
export function createAssetReader(catalogue: AssetCatalogue): AssetReader {
  const finder = createCandidateFinder(catalogue);

  function spansOf(texts: readonly string[]): readonly (readonly AssetSpan[])[] {
    const readings = texts.map((text) => finder.find(text.slice(0, MAX_TEXT)));
    const evidence = gather(readings);
    settleNames(readings, evidence);
    return readings.map((reading) =>
      joinGlued(
        reading.candidates
          .filter((candidate) => counts(candidate, reading, evidence, finder.isTicker))
          .map((candidate) => spanOf(candidate, reading)),
      ),
    );
  }

  const mentions = (text: string): readonly AssetSpan[] => spansOf([text])[0] ?? [];

  return {
    mentions,
    pricedMentions: (text) => mentions(text).filter(({ symbol }) => catalogue.isPriced(symbol)),
    read({ title, description, body }) {
      const [inTitle = [], inDescription = [], inBody = []] = spansOf([title, description, body]);
      const spans = { title: inTitle, description: inDescription, body: inBody };
      const size = { hasDescription: description.trim() !== '', length: description.length + body.length };
      return { ranked: rankMentions({ ...spans, ...size }, catalogue.isPriced), ...spans };
    },
  };
}

const readers = new WeakMap<AssetCatalogue, AssetReader>();

/** The reader of a catalogue, made once. */
export function readerOf(catalogue: AssetCatalogue): AssetReader {
  const known = readers.get(catalogue);
  if (known) return known;
  const reader = createAssetReader(catalogue);
  readers.set(catalogue, reader);
  return reader;
}

export interface TaggedAsset extends AssetMention {
  /** How often title and body name it. */
  readonly mentions: number;
}

/** What an article is about, most salient first, plain texts in. */
export function tagAssets(
  { title, body = '' }: { readonly title: string; readonly body?: string },
  catalogue: AssetCatalogue,
): readonly TaggedAsset[] {
  const read = readerOf(catalogue).read({ title, description: '', body });
  const counts = new Map<string, number>();
  for (const { symbol } of [...read.title, ...read.body]) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  return read.ranked.map((mention) => ({ ...mention, mentions: counts.get(mention.symbol) ?? 1 }));
}

/** What the texts of one article know together. */
interface Evidence {
  /** Symbols that are meant beyond doubt somewhere in the article. */
  readonly named: Set<string>;
  readonly abbreviations: ReadonlySet<string>;
  /** Whether the article as a whole is about crypto. */
  isCrypto(): boolean;
}

function gather(readings: readonly Reading[]): Evidence {
  const abbreviations = new Set(readings.flatMap((reading) => [...reading.abbreviations]));
  const sure = readings
    .flatMap((reading) => reading.candidates)
    .filter((candidate) => candidate.sure && !isAbbreviation(candidate, abbreviations));
  return {
    named: new Set(sure.map(({ asset }) => asset.symbol)),
    abbreviations,
    isCrypto: () => readings.reduce((sum, { company }) => sum + company.cryptoWords(), 0) >= 2,
  };
}

/** Adds the assets whose everyday name is shown by its company to be meant. */
function settleNames(readings: readonly Reading[], evidence: Evidence): void {
  for (const reading of readings) {
    for (const candidate of reading.candidates) {
      if (candidate.sure || candidate.via !== 'name') continue;
      if (nameIsMeant(candidate, reading, evidence)) evidence.named.add(candidate.asset.symbol);
    }
  }
}

function nameIsMeant(candidate: Candidate, reading: Reading, { isCrypto }: Evidence): boolean {
  const { asset, from, to, phrase } = candidate;
  const { strong, weak } = reading.company.near(asset.kind, from);
  if (asset.kind === 'commodity') return strong + weak > 0;
  if (isFollowedByTicker(candidate, reading)) return true;
  const isEveryday = EVERYDAY.has(phrase);
  if (asset.kind !== 'crypto' && !isEveryday) return true;
  if (strong === 0 && !isCrypto()) return false;
  if (!isEveryday || isListed(candidate, reading) || insideSentence(reading.tokens, from)) return true;
  const next = reading.tokens[to];
  return next?.gap === ' ' && (asset.kind === 'crypto' ? PROJECT_WORDS : COMPANY_WORDS).has(next.key);
}

/** "Harmony (ONE)", "Harmony's ONE". */
function isFollowedByTicker({ asset, from, to }: Candidate, { starting, tokens }: Reading): boolean {
  const next = starting.get(to);
  return next?.asset === asset && (next.mark !== null || tokens[from]?.caps === false);
}

function counts(
  candidate: Candidate,
  reading: Reading,
  evidence: Evidence,
  isTicker: (word: string) => boolean,
): boolean {
  const { asset, from, via, sure } = candidate;
  if (isAbbreviation(candidate, evidence.abbreviations)) return false;
  if (sure) return true;
  const isNamed = evidence.named.has(asset.symbol);
  if (via === 'name' || asset.kind === 'institution') return isNamed;
  const { strong, weak } = reading.company.near(asset.kind, from);
  const isShort = asset.symbol.length < 3;
  if (isNamed && candidate.mark !== null) return true;
  if (candidate.mark === 'dollar') return isCashtagOf(candidate, reading, evidence);
  if (candidate.mark === 'parentheses') return strong > 0 || (!isShort && weak > 0);
  if (shouts(reading.tokens, from, isTicker)) return false;
  if (isNamed || isListed(candidate, reading)) return true;
  if (isShort || JARGON.has(asset.symbol) || strong === 0) return false;
  return strong + weak > 1 || isBesideTicker(candidate, reading);
}

/** Stands in a list with another ticker, doubtful or not. */
function isBesideTicker({ from, to }: Candidate, { starting }: Reading): boolean {
  return [from - 2, from - 1, to, to + 1].some((index) => {
    const other = starting.get(index);
    return other?.via === 'ticker' && other.asset.kind !== 'institution';
  });
}

/** `$CVX` is Convex or Chevron: among words of the stock market it is the share. A single letter nearly always is. */
function isCashtagOf({ asset, from }: Candidate, { company }: Reading, { isCrypto }: Evidence): boolean {
  if (asset.kind !== 'crypto' || isCrypto() || company.near('crypto', from).strong > 0) return true;
  return asset.symbol.length > 1 && company.near('stock', from).strong === 0;
}

/** Stands in a list with sure mentions: "XRP, LINK and DOT". */
function isListed({ from, to }: Candidate, { tokens, sureTokens }: Reading): boolean {
  const joins = (gap: string | null | undefined): boolean => gap === ', ' || gap === '/' || gap === ',';
  if (joins(tokens[from]?.gap) && sureTokens.has(from - 1)) return true;
  if (joins(tokens[to]?.gap) && sureTokens.has(to)) return true;
  const isAnd = (index: number): boolean => tokens[index]?.key === 'and';
  return (isAnd(from - 1) && sureTokens.has(from - 2)) || (isAnd(to) && sureTokens.has(to + 1));
}

function isAbbreviation({ asset, via }: Candidate, abbreviations: ReadonlySet<string>): boolean {
  return via === 'ticker' && abbreviations.has(asset.symbol);
}

function spanOf({ asset, from, to }: Candidate, { tokens }: Reading): AssetSpan {
  const start = tokens[from]?.start ?? 0;
  return { symbol: asset.symbol, start, end: tokens[to - 1]?.end ?? start };
}

/** "BitcoinBTC" is one mention. */
function joinGlued(spans: readonly AssetSpan[]): readonly AssetSpan[] {
  const joined: AssetSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last?.end === span.start && last.symbol === span.symbol) joined[joined.length - 1] = { ...last, end: span.end };
    else joined.push(span);
  }
  return joined;
}
