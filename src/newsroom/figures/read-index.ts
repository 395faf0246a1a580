import { MOVES } from './figure-words.ts';
import type { Mention } from './figure-numbers.ts';

/** Where an index stands: "the VIX jumped to 26.4". */
export interface IndexLevel {
  readonly asset: string | null;
  readonly value: number;
  readonly direction: 'up' | 'down' | null;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const INDICES: ReadonlySet<string> = new Set(
  'SPX NDX DJI RUT NIKKEI VIX DXY FTSE DAX STOXX CAC HSI KOSPI SENSEX NIFTY CSI300 SSEC'.split(' '),
);
const FEAR_AND_GREED = /\bfear\s*(?:&|and)\s*greed(?:\s+(?:index|gauge))?/gi;
/** A bare number that an index goes to or stands at; a unit behind it makes it something else. */
const LEVEL =
  /^[^;:$€£]{0,70}?\b(?:to|at|of|above|below|near|hit|hits|reached|around|topped|past)\s+(?:about |around |nearly |just |a (?:record|reading|score|close) of )?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,5}(?:\.\d+)?)(?![\d,]*\d|\.\d)(?=$|\s?[.,;:)…—–]|\s(?:on|in|at|after|as|before|by|for|from|and|while|its|the|this|last|but|amid|late|early|with|when|overnight|today|yesterday)\b(?! (?:a\.m|p\.m)))/iu;

/** The levels of indices in a sentence, in order. `mentions` are those of the sentence, ascending. */
export function readIndexLevels(sentence: string, mentions: readonly Mention[]): readonly IndexLevel[] {
  const named = [
    ...mentions.filter(({ symbol }) => INDICES.has(symbol)).map(({ symbol, end }) => ({ asset: symbol, end })),
    ...[...sentence.matchAll(FEAR_AND_GREED)].map((match) => ({ asset: null, end: match.index + match[0].length })),
  ].toSorted((a, b) => a.end - b.end);
  const levels: IndexLevel[] = [];
  for (const [place, { asset, end }] of named.entries()) {
    const next = named[place + 1]?.end ?? sentence.length;
    const match = LEVEL.exec(sentence.slice(end, next));
    const text = match?.[1];
    if (!match || text === undefined) continue;
    const start = end + match[0].lastIndexOf(text);
    const verb = match[0]
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .findLast((word) => MOVES.has(word));
    const direction = verb === undefined ? null : (MOVES.get(verb) ?? null);
    levels.push({ asset, value: Number(text.replaceAll(',', '')), direction, text, start, end: start + text.length });
  }
  return levels;
}
