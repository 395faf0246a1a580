const PATIENCE_MS = 5000;

/** What happened in each chat, to be taken one by one in order. */
export interface ByChat<T> {
  push(chatId: number, item: T): void;
  /** The first one that was not taken yet, or the next to come; rejects after 5 s with `what` in its words. */
  next(chatId: number, what: string): Promise<T>;
  /** Forgets those not taken yet. */
  skip(chatId: number): void;
  /** Ends all waiting. */
  close(): void;
}

export function createByChat<T>(): ByChat<T> {
  const ready = new Map<number, T[]>();
  const waiting = new Map<number, { take: (item: T) => void; giveUp: (why: string) => void }[]>();

  return {
    push(chatId, item) {
      const first = waiting.get(chatId)?.shift();
      if (first) first.take(item);
      else ready.set(chatId, [...(ready.get(chatId) ?? []), item]);
    },
    next(chatId, what) {
      const known = ready.get(chatId)?.shift();
      if (known) return Promise.resolve(known);
      const { promise, resolve, reject } = Promise.withResolvers<T>();
      const line = waiting.get(chatId) ?? [];
      const mine = {
        take(item: T) {
          clearTimeout(timer);
          resolve(item);
        },
        giveUp(why: string) {
          clearTimeout(timer);
          line.splice(line.indexOf(mine), 1);
          reject(new Error(why));
        },
      };
      const timer = setTimeout(() => mine.giveUp(`no ${what} in chat ${chatId} within 5 s`), PATIENCE_MS);
      line.push(mine);
      waiting.set(chatId, line);
      return promise;
    },
    skip: (chatId) => void ready.delete(chatId),
    close() {
      for (const line of waiting.values()) for (const one of line.slice()) one.giveUp('the fake Telegram was closed');
    },
  };
}
