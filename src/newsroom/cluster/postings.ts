/** Entries by their keys, to find those that share some. */
export interface Postings<Entry extends Gathered> {
  add(keys: Iterable<number>, entry: Entry): void;
  remove(keys: Iterable<number>, entry: Entry): void;
  /**
   * Those that have one of the keys, each with the sum of the weights of its keys in `gathered`. Of a key that many
   * have, the newest 200 are looked at.
   */
  gather(keys: Uint32Array, weights?: Float32Array): readonly Entry[];
}

/** What `gather` leaves in an entry. */
export interface Gathered {
  gathered: number;
  gatheredIn: number;
}

const MOST_PER_KEY = 200;

export function createPostings<Entry extends Gathered>(): Postings<Entry> {
  const byKey = new Map<number, Entry[]>();
  let round = 0;
  return {
    add(keys, entry) {
      for (const key of keys) {
        const posted = byKey.get(key);
        if (posted) posted.push(entry);
        else byKey.set(key, [entry]);
      }
    },
    remove(keys, entry) {
      for (const key of keys) {
        const posted = byKey.get(key);
        const place = posted?.indexOf(entry) ?? -1;
        if (!posted || place < 0) continue;
        if (posted.length === 1) byKey.delete(key);
        else posted.splice(place, 1);
      }
    },
    gather(keys, weights) {
      round += 1;
      const found: Entry[] = [];
      for (let place = 0; place < keys.length; place += 1) {
        const posted = byKey.get(keys[place] ?? 0);
        if (!posted) continue;
        const weight = weights?.[place] ?? 1;
        for (let at = Math.max(0, posted.length - MOST_PER_KEY); at < posted.length; at += 1) {
          const entry = posted[at];
          if (!entry) continue;
          if (entry.gatheredIn !== round) {
            entry.gatheredIn = round;
            entry.gathered = 0;
            found.push(entry);
          }
          entry.gathered += weight;
        }
      }
      return found;
    },
  };
}
