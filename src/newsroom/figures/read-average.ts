const AVERAGE =
  /\b(\d{1,3})[\s-](day|week|hour|month)s?\b[\s-]*(?:(exponential|simple|weighted)\s+)?(?:(moving average|average)\b|(EMA|SMA|WMA|DMA|MA)\b)?(?:\s*\(\s*(?:\d{1,3}[\s-]?)?(EMA|SMA|WMA|DMA|MA)\s*\))?/gi;
const KINDS: Readonly<Record<string, string>> = { exponential: 'EMA', simple: 'SMA', weighted: 'WMA' };
const SPANS: Readonly<Record<string, string>> = { day: 'd', week: 'w', hour: 'h', month: 'mo' };
const REACH = 90;
const QUOTED = /^\s*["“]([\p{L}][\p{L} -]{2,22})["”] (?:level|zone|price|target|area|line|mark)\b/u;

/** What a text calls the level that ends at `end`, as its own words in quotes (`the $50,000 "max pain" level`), or null. */
export function readQuotedName(sentence: string, end: number): string | null {
  const name = QUOTED.exec(sentence.slice(end, end + 40))?.[1];
  return name === undefined ? null : `“${name}”`;
}

/**
 * The moving average that a level is, with its kind: "200w EMA"; both where a text calls it two things ("200w EMA/WMA");
 * null where it is none.
 */
export function readAverage(sentence: string, start: number, end: number): string | null {
  let nearest: { readonly name: string; readonly distance: number } | null = null;
  for (const match of sentence.matchAll(AVERAGE)) {
    const [all, length = '', span = '', word, named, short, aside] = match;
    if (named === undefined && short === undefined && aside === undefined) continue;
    const kinds = [word && KINDS[word.toLowerCase()], short?.toUpperCase(), aside?.toUpperCase()].filter(Boolean);
    // After a figure it stands in brackets: "$68,000 (200-week EMA)".
    if (match.index >= end && !/^\s*[(,]\s*(?:its |the )?$/.test(sentence.slice(end, match.index))) continue;
    const distance = match.index >= end ? match.index - end : start - (match.index + all.length);
    const name = `${length}${SPANS[span.toLowerCase()] ?? ''} ${[...new Set(kinds)].join('/') || 'MA'}`;
    if (distance >= 0 && distance <= REACH && distance < (nearest?.distance ?? Infinity)) nearest = { name, distance };
  }
  return nearest?.name ?? null;
}
