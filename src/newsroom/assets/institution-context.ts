import type { Token } from './asset-tokens.ts';
import { wordSet } from './word-set.ts';

/** What makes an institution a mere address: "SEC filing", "FDIC-insured". */
const PAPERS = wordSet(`filing filings registered registration registrant regulated insured compliant licensed
  edgar`);
const LODGED = wordSet(`file filed files filing filings submit submits submitted submission lodged lodges register
  registers registered registration disclosed disclosure`);
const SUPERVISED = wordSet('regulated insured licensed supervised authorised authorized registered');
const LODGED_REACH = 6;
const ARTICLES = wordSet('the us u s');

/** "US Treasury yields" are what it issues. */
const SECURITIES = wordSet(`yield yields bond bonds bill bills note notes market markets security securities futures
  debt holding holdings fund funds etf etfs company companies curve`);

/** Where SEC is the Southeastern Conference, ECB plays cricket and an RBI is a run batted in. */
const SPORT = wordSet(`football basketball baseball softball gymnastics cricket cricketer cricketers coach coaches
  quarterback touchdown touchdowns ncaa playoff playoffs tournament championship championships preseason wicket wickets
  inning innings homer homers hitter pitcher batting`);
const SPORT_REACH = 10;

/** Where the SEC and the Department of Justice are others. */
const HAVE_ONE_TOO = wordSet('sec commission doj justice');
const ELSEWHERE = wordSet(`thailand thai philippines philippine nigeria nigerian ghana malaysia malaysian pakistan kenya
  bangladesh indonesia vietnam brazil brazilian israel israeli colombia`);

/**
 * Whether its name or its capitals mean an institution that has a part in what is told: not the verb, the unit or the
 * league, nor where papers lie.
 * @param to index behind the last of its tokens
 */
export function meansInstitution(tokens: readonly Token[], from: number, to: number): boolean {
  const isOneWord = to - from === 1;
  if (isOneWord && (tokens[from]?.capital !== true || isUnit(tokens, from) || isSport(tokens, from))) return false;
  if (isElsewhere(tokens, from, to)) return false;
  const next = tokens[to];
  if (next?.gap === ' ' && PAPERS.has(next.key)) return false;
  if (next?.gap === ' ' && tokens[to - 1]?.key === 'treasury' && SECURITIES.has(next.key)) return false;
  return !isAddress(tokens, from);
}

/** "60 SEC", "50,000 BOE"; "2023 SEC lawsuit" is none. */
function isUnit(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.gap === ' ' && /^\d{1,3}$/.test(tokens[at - 1]?.key ?? '');
}

function isSport(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - SPORT_REACH), at + SPORT_REACH + 1).some(({ key }) => SPORT.has(key));
}

/** "Thailand's SEC", "SEC Nigeria", "Securities and Exchange Commission of Pakistan". */
function isElsewhere(tokens: readonly Token[], from: number, to: number): boolean {
  if (!HAVE_ONE_TOO.has(tokens[to - 1]?.key ?? '')) return false;
  const after = ['of', 'the'].reduce((at, small) => (tokens[at]?.key === small ? at + 1 : at), to);
  return [tokens[from - 1], tokens[after]].some((token) => ELSEWHERE.has(token?.key ?? ''));
}

/** "filed an S-1 with the SEC", "insured by the FDIC". */
function isAddress(tokens: readonly Token[], from: number): boolean {
  let at = from - 1;
  while (ARTICLES.has(tokens[at]?.key ?? '')) at -= 1;
  const preposition = tokens[at]?.key;
  if (preposition === 'by') return SUPERVISED.has(tokens[at - 1]?.key ?? '');
  if (preposition !== 'with' && preposition !== 'to') return false;
  for (let back = at; back > 0 && at - back < LODGED_REACH && tokens[back]?.opens === false; back -= 1) {
    if (LODGED.has(tokens[back - 1]?.key ?? '')) return true;
  }
  return false;
}
