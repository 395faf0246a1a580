import type { Asset } from '../model/asset.ts';
import type { Outlet } from '../model/outlet.ts';
import { TOPICS, type Topic } from '../model/topic.ts';
import { foldWords } from '../newsroom/fold-words.ts';

/** What the filter language knows by name. */
export interface FilterVocabulary {
  /** By symbol, then name, then alias; case and punctuation do not matter. */
  findAsset(text: string): KnownAsset | undefined;
  /** Key of the outlet with this key or name, whatever the case, spaces and punctuation. */
  findOutlet(text: string): string | undefined;
  /** Every symbol, name and alias, in catalogue order. */
  readonly assetNames: readonly KnownAsset[];
  /** Name of an outlet, its key where it is unknown. */
  outletName(key: string): string;
  /** Those of feeds that were added in a chat: found by key, never guessed or listed. */
  learnOutlet(outlet: Outlet): void;
  /** Key to name, of the catalogue. */
  readonly outlets: ReadonlyMap<string, string>;
  readonly topics: readonly Topic[];
}

export interface KnownAsset {
  readonly symbol: string;
  readonly name: string;
  /** What was found is an everyday word too: NEAR, Compound. */
  readonly alsoWord?: boolean;
}

/** Earlier entries win where two claim one name. */
export function createFilterVocabulary(assets: readonly Asset[], outlets: readonly Outlet[]): FilterVocabulary {
  const exact = new Map<string, KnownAsset>();
  const folded = new Map<string, KnownAsset>();
  const learn = (spelling: string, symbol: string, name: string, alsoWord: boolean) => {
    const known = { symbol, name, alsoWord };
    setFirst(exact, plain(spelling), known);
    const words = foldWords(spelling).join(' ');
    if (words !== '') setFirst(folded, words, known);
  };
  for (const { symbol, name, ambiguous } of assets) learn(symbol, symbol, name, ambiguous);
  for (const { symbol, name, nameIsWord } of assets) learn(name, symbol, name, nameIsWord);
  for (const { symbol, name, aliases } of assets) {
    for (const alias of aliases) learn(alias, symbol, name, false);
  }
  const outletKeys = new Map<string, string>();
  for (const { key } of outlets) setFirst(outletKeys, key, key);
  for (const { key, name } of outlets) setFirst(outletKeys, foldWords(name).join(''), key);
  const listed = new Map(outlets.map(({ key, name }) => [key, name]));
  const added = new Map<string, string>();
  return {
    findOutlet(text) {
      const folded = foldWords(text).join('');
      return outletKeys.get(folded) ?? (added.has(folded) ? folded : undefined);
    },
    outletName: (key) => listed.get(key) ?? added.get(key) ?? key,
    learnOutlet: ({ key, name }) => void added.set(key, name),
    findAsset: (text) => exact.get(plain(text)) ?? folded.get(foldWords(text).join(' ')),
    assetNames: assets.flatMap(({ symbol, name, aliases }) =>
      [...new Set([symbol, name, ...aliases])].map((spelling) => ({ symbol, name: spelling })),
    ),
    outlets: listed,
    topics: TOPICS,
  };
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

function setFirst<V>(map: Map<string, V>, key: string, value: V): void {
  if (!map.has(key)) map.set(key, value);
}
