import type { Asset } from '../../model/asset.ts';
import type { AssetCatalogue } from '../asset-catalogue.ts';
import { abbreviates, readCompany } from './asset-context.ts';
import type { CompanyReader } from './asset-context.ts';
import { createNameIndex } from './asset-names.ts';
import { tokenise } from './asset-tokens.ts';
import type { Token } from './asset-tokens.ts';
import { meansDollar } from './dollar-context.ts';
import { meansInstitution } from './institution-context.ts';

/** How a ticker is set apart from the words around it: `$X`, `X/USDT`, `(X)`, `NASDAQ: X`. */
export type Mark = 'dollar' | 'pair' | 'parentheses' | 'exchange';

/** A place that may speak of an asset. */
export interface Candidate {
  readonly asset: Asset;
  /** Tokens, `to` behind the last. */
  readonly from: number;
  readonly to: number;
  readonly via: 'name' | 'ticker';
  /** Lower case. */
  readonly phrase: string;
  readonly mark: Mark | null;
  /** Counts without further evidence. */
  readonly sure: boolean;
}

/** A place that holds a name and means no asset is passed over. */
type Found = Candidate | { readonly via: 'nothing'; readonly to: number };

export interface Reading {
  readonly tokens: readonly Token[];
  readonly candidates: readonly Candidate[];
  /** By their first token. */
  readonly starting: ReadonlyMap<number, Candidate>;
  /** Tokens of the sure ones; institutions, which everything is named beside, are not among them. */
  readonly sureTokens: ReadonlySet<number>;
  /** Capitals that abbreviate other words here: "Department of Transportation (DOT)". */
  readonly abbreviations: ReadonlySet<string>;
  readonly company: CompanyReader;
}

export interface CandidateFinder {
  find(text: string): Reading;
  isTicker(word: string): boolean;
}

const EXCHANGES = new Set(
  'nasdaq nyse nysearca nyseamerican amex otc otcmkts otcqb otcqx tsx lse bse nse cboe'.split(' '),
);
const QUOTES = new Set('USDT USD USDC FDUSD BUSD EUR GBP JPY KRW TRY BTC ETH BNB PERP'.split(' '));
const PAIRED = /^([A-Z0-9]{2,12}?)(?:USDT|USDC|FDUSD|USD|PERP)$/;

/** Finds every place in a text that could be an asset, in one pass; `settle` decides on the doubtful ones. */
export function createCandidateFinder(catalogue: AssetCatalogue): CandidateFinder {
  const { bySymbol } = catalogue;
  const names = createNameIndex(catalogue);
  const isTicker = (word: string): boolean => bySymbol.has(word);

  function find(text: string): Reading {
    const tokens = tokenise(text, isTicker);
    const candidates: Candidate[] = [];
    const abbreviations = new Set<string>();
    for (let at = 0; at < tokens.length;) {
      const token = tokens[at];
      if (token === undefined) break;
      const found = text[token.start - 1] === '@' ? undefined : meantAt(text, tokens, at, candidates.at(-1));
      if (found?.via === 'ticker' && found.mark === 'parentheses' && !follows(candidates.at(-1), found)) {
        if (abbreviates(tokens, at)) abbreviations.add(token.word);
      }
      if (found && 'asset' in found) candidates.push(found);
      at = found?.to ?? at + 1;
    }
    return describe(tokens, candidates, abbreviations);
  }

  function meantAt(
    text: string,
    tokens: readonly Token[],
    at: number,
    before: Candidate | undefined,
  ): Found | undefined {
    const found = candidateAt(text, tokens, at, before);
    if (found === undefined || !('asset' in found)) return found;
    const { asset, from, to, phrase } = found;
    if (asset.kind === 'institution' && !meansInstitution(tokens, from, to)) return undefined;
    return phrase === 'dollar' && !meansDollar(tokens, from) ? undefined : found;
  }

  function candidateAt(
    text: string,
    tokens: readonly Token[],
    at: number,
    before: Candidate | undefined,
  ): Found | undefined {
    const token = tokens[at];
    if (token === undefined) return undefined;
    const name = names.match(tokens, at);
    const ticker = token.caps ? tickerAt(text, tokens, at, before) : undefined;
    if (!name || (ticker && name.doubtful && name.to === at + 1)) return ticker;
    if (name.asset === null) return { via: 'nothing', to: name.to };
    if (EXCHANGES.has(token.key) && text[token.end] === ':') return undefined;
    if (isAmount(name.asset, tokens, at, name.to)) return undefined;
    const { asset, phrase, to } = name;
    return { asset, from: at, to, via: 'name', phrase, mark: null, sure: !name.doubtful };
  }

  function tickerAt(
    text: string,
    tokens: readonly Token[],
    at: number,
    before: Candidate | undefined,
  ): Candidate | undefined {
    const token = tokens[at];
    if (token === undefined) return undefined;
    const base = bySymbol.has(token.word) ? token.word : (PAIRED.exec(token.word)?.[1] ?? '');
    const asset = bySymbol.get(base);
    if (!asset || isQuote(text, tokens, at)) return undefined;
    if (token.gap === '' && (before?.to !== at || before.asset !== asset)) return undefined;
    const mark = base === token.word ? markOf(text, tokens, at) : 'pair';
    if (mark === 'dollar' && asset.ambiguous && asset.kind === 'crypto' && isShare(text, tokens, at)) return undefined;
    const isListed = asset.kind === 'stock' || asset.kind === 'fund';
    if (mark === 'exchange' && !isListed) return undefined;
    if (mark === null && (token.word.length === 1 || isAmount(asset, tokens, at, at + 1))) return undefined;
    return { asset, from: at, to: at + 1, via: 'ticker', phrase: token.key, mark, sure: isSure(asset, mark) };
  }

  /** "$CVX - Chevron ...", or beside cashtags that name no asset: the way of writing of stock news. */
  function isShare(text: string, tokens: readonly Token[], at: number): boolean {
    const token = tokens[at];
    if (
      token === undefined ||
      text.startsWith(' - ', token.end) ||
      /^: [A-Z]/.test(text.slice(token.end, token.end + 3))
    ) {
      return true;
    }
    return [tokens[at - 1], tokens[at + 1]].some(
      (other) => other?.caps && text[other.start - 1] === '$' && !isTicker(other.word),
    );
  }

  return { find, isTicker };
}

function describe(
  tokens: readonly Token[],
  candidates: readonly Candidate[],
  abbreviations: ReadonlySet<string>,
): Reading {
  const sure = candidates
    .filter(({ sure, asset }) => sure && asset.kind !== 'institution' && !abbreviations.has(asset.symbol))
    .flatMap(({ asset, from, to }) => tokens.slice(from, to).map((_, step) => [from + step, asset.kind] as const));
  return {
    tokens,
    candidates,
    starting: new Map(candidates.map((candidate) => [candidate.from, candidate])),
    sureTokens: new Set(sure.map(([index]) => index)),
    abbreviations,
    company: readCompany(tokens, new Map(sure)),
  };
}

/** `(IRS)` and `$IRS` are a share, if anything. */
function isSure({ kind, ambiguous }: Asset, mark: Mark | null): boolean {
  if (kind === 'institution') return !ambiguous && mark === null;
  return !ambiguous || mark === 'pair' || mark === 'exchange';
}

/** `candidate` stands right behind the name of the same asset: "Chainlink (LINK)". */
function follows(before: Candidate | undefined, candidate: Candidate): boolean {
  return before?.asset === candidate.asset && before.to === candidate.from;
}

function markOf(text: string, tokens: readonly Token[], at: number): Mark | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const previous = tokens[at - 1];
  if (previous && EXCHANGES.has(previous.key) && /^:? $|^:$/.test(text.slice(previous.end, token.start))) {
    return 'exchange';
  }
  const after = text.charAt(token.end);
  const next = tokens[at + 1];
  if ((after === '/' || after === '-') && next?.start === token.end + 1 && QUOTES.has(next.word)) return 'pair';
  const before = text.charAt(token.start - 1);
  if (before === '$') return 'dollar';
  return before === '(' && (after === ')' || after === ',' || after === ';') ? 'parentheses' : null;
}

/** The second half of a pair ("BTC/USDT"): the money, not the subject. */
function isQuote(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const previous = tokens[at - 1];
  if (!token || !previous?.caps || !QUOTES.has(token.word) || token.start !== previous.end + 1) return false;
  const sign = text.charAt(previous.end);
  return sign === '/' || sign === '-';
}

const MAGNITUDE = /^(?:\d.*|hundred|thousand|million|billion|trillion|lakh|crore|mln|bln|mn|bn|tn|m|k)$/;

/** A currency as the unit of an amount: "20 million euro", "EUR 131m". */
function isAmount(asset: Asset, tokens: readonly Token[], from: number, to: number): boolean {
  if (asset.kind !== 'currency') return false;
  return MAGNITUDE.test(tokens[from - 1]?.key ?? '') || /^\d/.test(tokens[to]?.key ?? '');
}
