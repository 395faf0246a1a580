import type { Filter } from '../model/filter.ts';
import type { StoryMatchView } from '../model/story.ts';
import { holdsPrepared } from './holds.ts';
import { placesOf, storyKeys } from './match-keys.ts';
import { prepareStory } from './prepare-story.ts';

/** Finds the filters that a story satisfies, without trying all of them. */
export interface Matcher {
  /** A filter that is there already under this id is replaced. */
  add(filterId: number, filter: Filter): void;
  /** Does nothing when the id is unknown. */
  remove(filterId: number): void;
  /** Ids of the filters that hold, ascending. */
  match(story: StoryMatchView): readonly number[];
}

interface Entry {
  readonly id: number;
  readonly filter: Filter;
  /** Number of the last match that tried it: it may be found under several keys. */
  triedIn: number;
}

/** What a Set of keys and a Map by key have in common. */
interface Keys {
  readonly size: number;
  has(key: string): boolean;
  keys(): Iterable<string>;
}

/** First key, then second key. */
type Index = Map<string, Map<string, Set<Entry>>>;

export function createMatcher(): Matcher {
  const entries = new Map<number, Entry>();
  const byKey: Index = new Map();
  const byWord: Index = new Map();
  let matches = 0;

  function remove(filterId: number): void {
    const entry = entries.get(filterId);
    if (!entry) return;
    entries.delete(filterId);
    for (const { isWord, key, second } of placesOf(entry.filter)) take(isWord ? byWord : byKey, key, second, entry);
  }

  return {
    add(filterId, filter) {
      remove(filterId);
      const entry: Entry = { id: filterId, filter, triedIn: 0 };
      entries.set(filterId, entry);
      for (const { isWord, key, second } of placesOf(filter)) put(isWord ? byWord : byKey, key, second, entry);
    },
    remove,
    match(story) {
      matches += 1;
      const prepared = prepareStory(story);
      const keys = new Set(storyKeys(prepared.whole));
      const found: number[] = [];
      const tryAll = (candidates: ReadonlySet<Entry>) => {
        for (const entry of candidates) {
          if (entry.triedIn === matches) continue;
          entry.triedIn = matches;
          if (holdsPrepared(entry.filter, prepared)) found.push(entry.id);
        }
      };
      const tryBranch = (branch: ReadonlyMap<string, ReadonlySet<Entry>>) => visitShared(branch, keys, tryAll);
      visitShared(byKey, keys, tryBranch);
      if (byWord.size > 0) visitShared(byWord, prepared.wordIndex().words, tryBranch);
      return found.toSorted((a, b) => a - b);
    },
  };
}

function put(index: Index, key: string, second: string, entry: Entry): void {
  let branch = index.get(key);
  if (!branch) index.set(key, (branch = new Map<string, Set<Entry>>()));
  const list = branch.get(second);
  if (list) list.add(entry);
  else branch.set(second, new Set([entry]));
}

function take(index: Index, key: string, second: string, entry: Entry): void {
  const branch = index.get(key);
  const list = branch?.get(second);
  list?.delete(entry);
  if (list?.size === 0) branch?.delete(second);
  if (branch?.size === 0) index.delete(key);
}

/** Visits the values whose key is among the keys, walking whichever is shorter. */
function visitShared<T>(map: ReadonlyMap<string, T>, keys: Keys, visit: (value: T) => void): void {
  if (map.size < keys.size) {
    for (const [key, value] of map) if (keys.has(key)) visit(value);
    return;
  }
  for (const key of keys.keys()) {
    const value = map.get(key);
    if (value !== undefined) visit(value);
  }
}
