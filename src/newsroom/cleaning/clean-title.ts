import { cutAtWord } from '../../texts/cut-at-word.ts';
import { passageKey } from './repetition.ts';

const LONGEST_TITLE = 500;
const SEPARATORS = [' - ', ' – ', ' — ', ' | ', ' • ', ' · ', ' :: ', ' » '];

/** Publishers whose names aggregators append; keys as of `passageKey`. */
const KNOWN_SOURCES = new Set(
  'reuters bloomberg cnbc coindesk cointelegraph theblock decrypt forbes marketwatch yahoofinance wsj thewallstreetjournal ft financialtimes nytimes thenewyorktimes apnews ap bbc bbcnews cnn cnnbusiness barrons barrons fortune businessinsider investing investingcom benzinga seekingalpha coingape newsbtc ambcrypto utoday bitcoinmagazine bitcoinist cryptoslate beincrypto thedefiant blockworks dlnews coinotag cryptonews cryptopotato themotleyfool nasdaq theguardian axios politico googlenews yahoo tradingview zerohedge fxstreet kitco techcrunch thestreet foxbusiness'.split(
    ' ',
  ),
);

/** One line of plain text, at most 500 characters, without a trailing " - Outlet". */
export function cleanTitle(text: string, outletName: string): string {
  const line = text.replaceAll('\n', ' ').trim();
  return cutAtWord(dropSource(line, outletName), LONGEST_TITLE);
}

function dropSource(line: string, outletName: string): string {
  const at = Math.max(...SEPARATORS.map((separator) => line.lastIndexOf(separator)));
  if (at <= 0) return line;
  const suffix = line.slice(at + 3).trim();
  const rest = line.slice(0, at).trim();
  if (suffix === '' || suffix.length > 60 || rest.length < 8) return line;
  return isSource(passageKey(suffix), outletName) ? rest : line;
}

function isSource(suffix: string, outletName: string): boolean {
  const bare = suffix.replace(/(?:com|net|org|io|co)$/, '');
  if (KNOWN_SOURCES.has(suffix) || KNOWN_SOURCES.has(bare)) return true;
  const outlet = passageKey(outletName);
  const short = passageKey(outletName.replace(/\(.{0,60}\)\s*$/, ''));
  return outlet !== '' && [outlet, short].some((name) => name === suffix || name === bare);
}
