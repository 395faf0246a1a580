import type { AssetKind } from '../../model/asset.ts';
import type { Token } from './asset-tokens.ts';
import { wordSet } from './word-set.ts';

const REACH = 12;
const SENTENCE_REACH = 4;

const CRYPTO_STRONG =
  wordSet(`crypto cryptos cryptocurrency cryptocurrencies blockchain blockchains altcoin altcoins token
  tokens tokenized tokenised tokenization tokenisation tokenomics stablecoin stablecoins memecoin memecoins defi web3 nft
  nfts dao onchain restaking airdrop airdrops mainnet testnet validator validators dapp dapps hodl satoshi binance
  bybit okx kraken bitfinex kucoin coingecko coinmarketcap rollup rollups tvl hashrate halving bitcoiners
  hodlers layer2 evm zkevm depin microstrategy grayscale defillama coinglass santiment`);
const CRYPTO_WEAK = wordSet(`price prices trading trader traders market cap coin coins network protocol ecosystem wallet
  wallets exchange exchanges listing lists delist bullish bearish bulls bears whale whales liquidity yield swap miners sec
  etf etfs etp upgrade ledger bridge fork breakout support resistance rally rallies rallied surge surges surged jump jumps
  jumped soar soars plunge plunges plunged tumble tumbles slump slumps drop drops rises falls gains governance staking dex dexs
  decentralized decentralised smart chain chains l1 l2 foundation labs treasury perps perpetual perpetuals liquidations`);
const MARKET_STRONG =
  wordSet(`share shares stock stocks earnings nasdaq nyse eps dividend shareholders ounce ounces bullion
  futures barrel barrels opec comex mcx commodity commodities metals bonds forex currencies equities chipmaker
  jewellers jewelers`);
const MARKET_WEAK =
  wordSet(`price prices priced revenue profit profits quarter quarterly analyst analysts target inc corp
  demand imports import importers exports haven havens metal investors investor traders trader trading fed inflation dollar
  rupee yields yield rate rates tariff tariffs record high highs low lows rs rupees crore tola gram grams kg tonne tonnes
  jewellery jewelry coins loan loans etf etfs hedge market markets rally rallies rallied rallying surge surges surged surging
  jump jumps jumped jumping soar soars soared climb climbs climbed rise rises rose rising gain gains gained fall falls fell
  falling drop drops dropped slip slips slipped slide slides slid tumble tumbles tumbled plunge plunges plunged ease eases
  eased edge edges edged steady firm firms retreat retreats rebound rebounds lower higher weak bull bear crude production
  output supply sanctions economy economic sales ceo billion million recession dip dips dipped extend extends losses loss steadies
  holds buying selling buyers sellers trades invest investing investment investments holdings reserves above below
  mutual streak glitters shines`);

/** Names so common that a capital letter in a headline or at a sentence's start says nothing. */
export const EVERYDAY =
  wordSet(`amp balancer beam blast blur circle compound core dash drift flare flow gala global-dollar
  grass hot icon immutable lighter maker midnight movement nano optimism plasma quant render saga safe scroll sky sonic
  stacks stellar story strategy terra the-graph the-sandbox threshold turbo waves wormhole harmony neo oasis ontology`);

/** Names and aliases that are words when written small: "ripple" is not Ripple. */
export const SMALL_WORDS = wordSet(
  'aster ether lido nervos popcat dow ripple skale tether tron astar monad polkadot conflux',
);

/** Tickers that crypto news itself uses as abbreviations (all-time high, zero knowledge): words around prove nothing. */
export const JARGON: ReadonlySet<string> = new Set('ATH APT AR CC ETC GAS ID IP NOT ZK'.split(' '));

/** What shows that the everyday word before it names a project or a company: "Flow Network", "Strategy CEO". */
export const PROJECT_WORDS =
  wordSet(`token tokens coin blockchain network protocol chain mainnet testnet foundation labs dao
  ecosystem rollup l1 l2 layer defi airdrop holders stablecoin`);
export const COMPANY_WORDS = wordSet('ceo inc corp shares stock chairman founder executive shareholders platforms');

/** Words around a token that speak of crypto (or, for other kinds, of markets): deciding ones and helping ones. */
export interface Company {
  readonly strong: number;
  readonly weak: number;
}

export interface CompanyReader {
  near(kind: AssetKind, index: number): Company;
  /** Deciding crypto words in the whole text. */
  cryptoWords(): number;
}

/** `sure` marks tokens that are asset mentions beyond doubt: they decide like a strong word. */
export function readCompany(tokens: readonly Token[], sure: ReadonlyMap<number, AssetKind>): CompanyReader {
  // Most texts have no doubtful name, so that nobody asks.
  let ofCrypto: Tally | undefined;
  let ofMarket: Tally | undefined;
  const crypto = (): Tally =>
    (ofCrypto ??= tally(tokens, CRYPTO_STRONG, CRYPTO_WEAK, (index) => {
      const kind = sure.get(index);
      return kind === 'crypto' || kind === 'fund';
    }));
  const market = (): Tally => (ofMarket ??= tally(tokens, MARKET_STRONG, MARKET_WEAK, (index) => sure.has(index)));
  return {
    near(kind, index) {
      const { strong, weak } = kind === 'crypto' ? crypto() : market();
      const from = Math.max(index - REACH, 0);
      const to = Math.min(index + REACH + 1, tokens.length);
      return {
        strong: (strong[to] ?? 0) - (strong[from] ?? 0),
        weak: (weak[to] ?? 0) - (weak[from] ?? 0),
      };
    },
    cryptoWords: () => crypto().strong[tokens.length] ?? 0,
  };
}

interface Tally {
  /** Count of words before each token. */
  readonly strong: Int32Array;
  readonly weak: Int32Array;
}

function tally(
  tokens: readonly Token[],
  strongWords: ReadonlySet<string>,
  weakWords: ReadonlySet<string>,
  decides: (index: number) => boolean,
): Tally {
  const strong = new Int32Array(tokens.length + 1);
  const weak = new Int32Array(tokens.length + 1);
  for (const [index, { key }] of tokens.entries()) {
    const isStrong = decides(index) || strongWords.has(key);
    strong[index + 1] = (strong[index] ?? 0) + (isStrong ? 1 : 0);
    weak[index + 1] = (weak[index] ?? 0) + (!isStrong && weakWords.has(key) ? 1 : 0);
  }
  return { strong, weak };
}

/** True where most words around are in capitals, so that capitals say nothing. Tickers do not count as shouting. */
export function shouts(tokens: readonly Token[], index: number, isTicker: (word: string) => boolean): boolean {
  let words = 0;
  let caps = 0;
  for (const token of tokens.slice(Math.max(index - 4, 0), index + 5)) {
    if (token.word.length < 2 || (token.caps && isTicker(token.word))) continue;
    if (!/[A-Za-z]/.test(token.word)) continue;
    words += 1;
    if (token.caps) caps += 1;
  }
  return caps >= 2 && caps * 3 >= words * 2;
}

/** True for a token inside a sentence in ordinary case, where a capital letter marks a name. */
export function insideSentence(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.opens !== false) return false;
  let from = index;
  while (index - from < SENTENCE_REACH && tokens[from]?.opens === false) from -= 1;
  let to = index + 1;
  while (to - index <= SENTENCE_REACH && tokens[to]?.opens === false) to += 1;
  const words = tokens.slice(from, to).filter(({ word }, step) => from + step !== index && /^[a-z]{4}/i.test(word));
  const small = words.filter(({ capital }) => !capital).length;
  return small > 0 && small * 2 >= words.length;
}

/**
 * True if the words before `index` spell the token by their first letters ("Department of Transportation
 * (DOT)"): then it abbreviates them, whatever ticker it looks like.
 */
export function abbreviates(tokens: readonly Token[], index: number): boolean {
  const letters = tokens[index]?.key ?? '';
  if (letters.length < 2) return false;
  for (const skip of [undefined, /^(?:of|and|the|for|in|on|to)$/]) {
    let left = letters.length - 1;
    for (let at = index - 1; at >= 0 && left >= 0 && index - at < letters.length * 2 + 1; at -= 1) {
      const key = tokens[at]?.key ?? '';
      if (skip?.test(key)) continue;
      if (key[0] !== letters[left]) break;
      left -= 1;
    }
    if (left < 0) return true;
  }
  return false;
}
