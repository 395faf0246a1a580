import type { Metric } from '../../model/analysis.ts';

const BOUNDARY =
  /[;:–—]\s|,\s(?!(?:and\s)?[$€£¥]?\d)|\s(?:while|but|although|though|whereas|as|after|before|because|since|despite)\s/gi;

/** What a sum of money is when its clause holds these words, the first that fits. */
const CLAUSES: readonly (readonly [Metric, RegExp])[] = [
  ['open_interest', /\bopen interest\b/i],
  [
    'liquidation',
    /\b(?:longs?|shorts?|bulls|bears|positions|bets|leverage)\b.*\b(?:liquidat|wiped|wipe|lost|lose|flush|unwound)|\bliquidat(?:ed|ions?)\b/i,
  ],
  ['fine', /\b(?:fines?|fined|penalt(?:y|ies)|forfeit|settlement|settles?|settled)\b/i],
  [
    'theft',
    /\b(?:hack(?:s|ed|ers?|ing)?|attackers?|attack|exploit(?:s|ed|er)?|breach|thie(?:f|ves)|heist|stolen)\b.*\b(?:drain|steal|stole|lost|lose|cost|swap|took|siphon|of)|\b(?:drain(?:s|ed)?|lost|loses?|stolen)\b.*\b(?:hack|exploit|breach|attack|heist)/i,
  ],
  [
    'flow',
    /\b(?:etfs?|etps?|funds?|trusts?|IBIT|FBTC|GBTC|ETHA|ARKB|BITB)\b.*\b(?:shed|sheds|lost|lose|loses|bled|bleed|bleeds|added|add|adds|took in|take in|takes in|drew|draw|draws|attracted|gained|saw)\b|\b(?:inflows?|outflows?|(?:flow(?:ed|s|ing)?|pour(?:ed|s|ing)?) (?:out|in|into|from))\b/i,
  ],
  ['market_cap', /\bmarket cap(?:itali[sz]ation)?\b/i],
  ['volume', /\b(?:trading(?! (?:days?|sessions?|hours|week))|turnover|volumes?)\b/i],
];

/**
 * What money is by the words of its own clause, `start` to `end` in the sentence, where its nearest words do not say;
 * null where those do not either.
 */
export function metricOfClause(sentence: string, start: number, end: number): Metric | null {
  const before = sentence.slice(0, start);
  let from = 0;
  for (const match of before.matchAll(BOUNDARY)) from = match.index + match[0].length;
  const after = sentence.slice(end);
  const stop = after.search(/[,;:]\s|\s(?:while|but|and|as|after|before)\s/);
  const clause = `${before.slice(from)} ${stop < 0 ? after : after.slice(0, stop)}`;
  return CLAUSES.find(([, words]) => words.test(clause))?.[0] ?? null;
}
