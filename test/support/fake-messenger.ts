import { setImmediate as turn } from 'node:timers/promises';
import type { Messenger } from '../../src/delivery/messenger.ts';
import type { Card } from '../../src/model/card.ts';
import type { ChatAddress } from '../../src/model/chat.ts';
import type { Outcome } from '../../src/model/outcome.ts';

/** What a platform shows of one message. */
export interface ShownMessage {
  readonly ref: string;
  readonly nonce: string;
  title: string;
  lines: Card['lines'];
  edits: number;
}

/** How one call ends. `effect` does what was asked, as often as it is called, and gives the honest outcome. */
export type Answer = (effect: () => Outcome) => Outcome | Promise<Outcome>;

export const later =
  (afterMs: number, about: 'chat' | 'platform'): Answer =>
  () => ({ kind: 'later', afterMs, about });
export const unknown: Answer = () => ({ kind: 'unknown', reason: 'no answer within 10 s' });
export const unknownAfterEffect: Answer = (effect) => {
  effect();
  return unknown(effect);
};
export const never = () => new Promise<Outcome>(() => undefined);

/** A call that a test ends by hand, with its effect unless the test says otherwise. */
export function held() {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const answer: Answer = async (effect) => (await promise)(effect);
  return { answer, end: (how: Answer = (effect) => effect()) => resolve(how) };
}

interface Call {
  readonly kind: 'post' | 'edit';
  readonly to: string;
  readonly nonce: string | null;
  readonly title: string;
}

/**
 * A platform in memory with idempotency: a repeated nonce gives the message that is there, unchanged. It does what
 * it is asked, unless a test has said how the next calls for an address end.
 */
export interface FakeMessenger extends Messenger {
  /** Every call, in the order in which they began. */
  readonly calls: readonly Call[];
  /** How the next calls for this address end, one each. */
  next(nativeId: string, ...answers: readonly Answer[]): void;
  /** Answers that no call has taken. */
  unused(): number;
  /** What stands at an address, oldest first. */
  shown(nativeId: string): readonly ShownMessage[];
  /** The most calls that ran at once: for one address, and for all. */
  readonly peak: { readonly chat: number; readonly all: number };
}

/** @param isIdempotent what it says of itself; it recognises nonces in any case */
export function createFakeMessenger(isIdempotent = true): FakeMessenger {
  const messages = new Map<string, ShownMessage[]>();
  const answers = new Map<string, Answer[]>();
  const running = new Map<string, number>();
  const calls: Call[] = [];
  const peak = { chat: 0, all: 0 };

  function at(nativeId: string): ShownMessage[] {
    const known = messages.get(nativeId) ?? [];
    messages.set(nativeId, known);
    return known;
  }

  async function run(call: Call, effect: () => Outcome): Promise<Outcome> {
    const { to } = call;
    calls.push(call);
    running.set(to, (running.get(to) ?? 0) + 1);
    peak.chat = Math.max(peak.chat, running.get(to) ?? 0);
    peak.all = Math.max(peak.all, sum(running.values()));
    try {
      await turn();
      const answer = answers.get(to)?.shift();
      return await (answer ? answer(effect) : effect());
    } finally {
      running.set(to, (running.get(to) ?? 0) - 1);
    }
  }

  return {
    platform: 'local',
    isIdempotent,
    calls,
    peak,
    post(to: ChatAddress, card: Card, { nonce }) {
      const title = titleOf(card);
      return run({ kind: 'post', to: to.nativeId, nonce, title }, () => {
        const known = at(to.nativeId).find((message) => message.nonce === nonce);
        if (known) return { kind: 'sent', ref: known.ref };
        const ref = `${to.nativeId}/${at(to.nativeId).length + 1}`;
        at(to.nativeId).push({ ref, nonce, title, lines: card.lines, edits: 0 });
        return { kind: 'sent', ref };
      });
    },
    edit(to: ChatAddress, ref: string, card: Card) {
      const title = titleOf(card);
      return run({ kind: 'edit', to: to.nativeId, nonce: null, title }, () => {
        const known = at(to.nativeId).find((message) => message.ref === ref);
        if (!known) return { kind: 'refused', reason: `no message ${ref}` };
        known.title = title;
        known.lines = card.lines;
        known.edits += 1;
        return { kind: 'edited' };
      });
    },
    next: (nativeId, ...more) => void answers.set(nativeId, [...(answers.get(nativeId) ?? []), ...more]),
    unused: () => sum([...answers.values()].map(({ length }) => length)),
    shown: (nativeId) => at(nativeId),
  };
}

function titleOf({ title }: Card): string {
  return typeof title === 'string' ? title : title.id;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
