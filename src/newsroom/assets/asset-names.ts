import type { Asset } from '../../model/asset.ts';
import type { AssetCatalogue } from '../asset-catalogue.ts';
import { tokenise } from './asset-tokens.ts';
import type { Token } from './asset-tokens.ts';
import { SMALL_WORDS } from './asset-context.ts';

export interface NameMatch {
  /** null: the phrase means no asset. */
  readonly asset: Asset | null;
  /** Lower case. */
  readonly phrase: string;
  /** The name is an everyday word: its company decides. */
  readonly doubtful: boolean;
  /** Index behind its last token. */
  readonly to: number;
}

export interface NameIndex {
  /** The longest name, alias or not-an-asset phrase that begins at token `from` and fits in its capitals. */
  match(tokens: readonly Token[], from: number): NameMatch | undefined;
}

interface Entry {
  readonly asset: Asset | null;
  readonly phrase: string;
  readonly inCaps: boolean;
  readonly isWord: boolean;
}

interface Node {
  /** By the gap before the token and the token in lower case. */
  readonly next: Map<string, Node>;
  entry: Entry | undefined;
}

/** Holds all names as a tree of tokens, so that a text is read in one pass whatever the size of the catalogue. */
export function createNameIndex(catalogue: AssetCatalogue): NameIndex {
  const root = newNode();
  const names = catalogue.assets.flatMap((asset) => [
    { asset, phrase: asset.name, isWord: asset.nameIsWord },
    ...asset.aliases.map((phrase) => ({ asset, phrase, isWord: false })),
  ]);
  for (const phrase of catalogue.notAssets) addName(root, { asset: null, phrase, isWord: false });
  for (const name of names) addName(root, name);
  return { match: (tokens, from) => longestMatch(root, tokens, from) };
}

function addName(root: Node, name: { asset: Asset | null; phrase: string; isWord: boolean }): void {
  const { asset, phrase, isWord } = name;
  let node = root;
  for (const token of tokenise(phrase, () => false)) {
    const step = stepOf(token, node === root);
    const next = node.next.get(step) ?? newNode();
    node.next.set(step, next);
    node = next;
  }
  const inCaps = asset !== null && /[A-Z]/.test(phrase) && !/[a-z]/.test(phrase);
  node.entry ??= { asset, phrase: phrase.toLowerCase(), inCaps, isWord };
}

function longestMatch(root: Node, tokens: readonly Token[], from: number): NameMatch | undefined {
  let node: Node | undefined = root;
  let found: NameMatch | undefined;
  for (let at = from; node !== undefined && at < tokens.length; at += 1) {
    const token: Token | undefined = tokens[at];
    if (token === undefined || (at > from && token.gap === null)) break;
    const step = stepOf(token, at === from);
    const next: Node | undefined = node.next.get(step);
    const entry = next?.entry ?? pluralEntry(node, step);
    if (entry && fitsCapitals(entry, tokens, from, at + 1)) {
      const doubtful = entry.isWord || (SMALL_WORDS.has(entry.phrase) && !token.capital);
      found = { asset: entry.asset, phrase: entry.phrase, doubtful, to: at + 1 };
    }
    node = next;
  }
  return found;
}

function pluralEntry(node: Node, step: string): Entry | undefined {
  if (!step.endsWith('s')) return undefined;
  const entry = node.next.get(step.slice(0, -1))?.entry;
  const isCoin = entry?.asset?.kind === 'crypto' && !entry.isWord && !entry.inCaps && entry.phrase !== 'ripple';
  return isCoin ? entry : undefined;
}

function fitsCapitals(entry: Entry, tokens: readonly Token[], from: number, to: number): boolean {
  if (entry.inCaps) return tokens.slice(from, to).every((token) => token.caps || /^\d+$/.test(token.word));
  if (!entry.isWord || entry.asset?.kind === 'commodity') return true;
  // "the Graph" and "natural-gas Flow" alike: the word that could be mistaken is the last one.
  return tokens[to - 1]?.capital === true;
}

function stepOf(token: Token, first: boolean): string {
  return (first ? '' : (token.gap ?? '')) + token.key;
}

function newNode(): Node {
  return { next: new Map(), entry: undefined };
}
