import { assert, integer, property, array, record } from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { createPace, UNPACED, type Limit, type Pace } from '../../src/delivery/pace.ts';
import { createSteppedClock, type SteppedClock } from '../../src/demo/stepped-clock.ts';
import type { ChatAddress } from '../../src/model/chat.ts';
import { weighed } from '../bench/heap.ts';

const PLATFORM: Limit = { count: 5, spanMs: 1_000 };
const CHAT: Limit = { count: 1, spanMs: 1_000 };
const GROUP: Limit = { count: 3, spanMs: 60_000 };

let clock: SteppedClock;
let pace: Pace;

beforeEach(() => {
  clock = createSteppedClock(1_000_000);
  pace = createPace({ platform: PLATFORM, chat: limitsOf }, clock);
});

function limitsOf({ nativeId }: ChatAddress): readonly Limit[] {
  return nativeId.startsWith('-') ? [CHAT, GROUP] : [CHAT];
}

function chat(nativeId: string, thread = ''): ChatAddress {
  return { platform: 'telegram', nativeId, thread };
}

function pass(ms: number): void {
  clock.advanceTo(clock.now() + ms);
}

describe('a chat', () => {
  test('gets its first message at once, and the next when its second is over', () => {
    expect(pace.wait(chat('1'))).toEqual({ platform: 0, chat: 0 });
    pace.take(chat('1'));
    expect(pace.wait(chat('1'))).toEqual({ platform: 0, chat: 1_000 });
    pass(999);
    expect(pace.wait(chat('1')).chat).toBe(1);
    pass(1);
    expect(pace.wait(chat('1')).chat).toBe(0);
  });

  test('does not wait for another one', () => {
    pace.take(chat('1'));
    expect(pace.wait(chat('2'))).toEqual({ platform: 0, chat: 0 });
  });

  test('that is a group keeps its limit of a minute beside that of a second', () => {
    for (let sent = 0; sent < 3; sent += 1) {
      expect(pace.wait(chat('-1')).chat).toBe(0);
      pace.take(chat('-1'));
      pass(1_000);
    }
    expect(pace.wait(chat('-1')).chat).toBe(57_000);
    pass(57_000);
    expect(pace.wait(chat('-1')).chat).toBe(0);
    pace.take(chat('-1'));
    // The second of the first three leaves the minute a second later.
    expect(pace.wait(chat('-1')).chat).toBe(1_000);
  });

  test('shares its limits with all its threads', () => {
    pace.take(chat('-1', '7'));
    expect(pace.wait(chat('-1', '8')).chat).toBe(1_000);
    expect(pace.wait(chat('-1')).chat).toBe(1_000);
  });

  test('waits longer when answers that could not wait have gone over its limit', () => {
    for (let sent = 0; sent < 4; sent += 1) pace.take(chat('-1'));
    expect(pace.wait(chat('-1')).chat).toBe(60_000);
  });
});

describe('the platform', () => {
  test('makes everybody wait when all together have used it up', () => {
    for (let sent = 0; sent < 5; sent += 1) {
      pace.take(chat(String(sent)));
      pass(10);
    }
    expect(pace.wait(chat('new'))).toEqual({ platform: 950, chat: 0 });
    pass(950);
    expect(pace.wait(chat('new')).platform).toBe(0);
  });

  test('without limits never waits', () => {
    for (let sent = 0; sent < 100; sent += 1) UNPACED.take(chat('1'));
    expect(UNPACED.wait(chat('1'))).toEqual({ platform: 0, chat: 0 });
  });

  test('whose chats have no limits of their own keeps only its own', () => {
    const plain = createPace({ platform: PLATFORM, chat: () => [] }, clock);
    for (let sent = 0; sent < 5; sent += 1) plain.take(chat('1'));
    expect(plain.wait(chat('1'))).toEqual({ platform: 1_000, chat: 0 });
  });
});

test('whoever sends as soon as it may never goes over a limit in any window', () => {
  const attempt = record({ to: integer({ min: -3, max: 3 }), after: integer({ min: 0, max: 700 }) });
  assert(
    property(array(attempt, { minLength: 1, maxLength: 120 }), (attempts) => {
      const own = createSteppedClock(0);
      const sender = createPace({ platform: PLATFORM, chat: limitsOf }, own);
      const sent: { readonly to: string; readonly at: number }[] = [];
      for (const { to, after } of attempts) {
        own.advanceTo(own.now() + after);
        const address = chat(String(to));
        const wait = sender.wait(address);
        own.advanceTo(own.now() + Math.max(wait.platform, wait.chat));
        expect(sender.wait(address)).toEqual({ platform: 0, chat: 0 });
        sender.take(address);
        sent.push({ to: address.nativeId, at: own.now() });
      }
      for (const { to, at } of sent) {
        const within = ({ spanMs }: Limit) => sent.filter((other) => other.at > at - spanMs && other.at <= at);
        expect(within(PLATFORM).length).toBeLessThanOrEqual(PLATFORM.count);
        for (const limit of limitsOf(chat(to))) {
          expect(within(limit).filter((other) => other.to === to).length).toBeLessThanOrEqual(limit.count);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test('chats that have fallen silent take no memory', () => {
  const { bytes } = weighed(() => {
    for (let index = 0; index < 100_000; index += 1) {
      pace.take(chat(`-100${index}`));
      pass(100);
    }
  });
  // With all 100,000 kept it would be some 20 MB.
  expect(bytes).toBeLessThan(3_000_000);
});
