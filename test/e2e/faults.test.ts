import { describe, expect, test } from 'vitest';
import { runWithFaults } from '../support/fault-run.ts';
import type { Fault } from '../support/faults.ts';

const CHATS = 100;
const SHARE = 0.2;
const FAULTY = CHATS * SHARE;

/** What a share of the posts meets, and whether they had arrived all the same. */
const FAULTS: readonly (readonly [name: string, fault: Fault, arrives: boolean, isDoubtful: boolean])[] = [
  ['the reply is lost', { kind: 'lost-reply' }, true, true],
  ['the connection is reset before', { kind: 'reset' }, false, true],
  ['the server fails before', { kind: 'status', status: 502, done: false }, false, true],
  ['the server fails behind', { kind: 'status', status: 502, done: true }, true, true],
  ['the server asks to wait', { kind: 'limited', retryAfterSeconds: 1 }, false, false],
];

describe.each(FAULTS)('when %s', (_name, fault, arrives, isDoubtful) => {
  test('Discord shows every card once', async () => {
    const run = await runWithFaults({ platform: 'discord', chats: CHATS, fault, share: SHARE });
    expect(run).toMatchObject({ lost: 0, doubled: 0, parked: 0, limitHits: 0 });
    expect(run.inDoubt > 0).toBe(isDoubtful);
  });

  test('Telegram shows every card, and again at most those that were in doubt', async () => {
    const run = await runWithFaults({ platform: 'telegram', chats: CHATS, fault, share: SHARE });
    // A clock that is fast makes the network slow: a limit can be met now and then.
    expect(run).toMatchObject({ lost: 0, parked: 0 });
    expect(run.inDoubt >= (isDoubtful ? FAULTY : 0)).toBe(true);
    expect(run.doubled > 0).toBe(arrives);
    expect(run.doubled).toBeLessThanOrEqual(run.inDoubt);
  });
});

test.each(['discord', 'telegram'] as const)('an outage of %s for some minutes loses no card', async (platform) => {
  const fault = { kind: 'status', status: 503, done: false } as const;
  const run = await runWithFaults({ platform, chats: 30, fault, share: 1, forMs: 4 * 60_000, isOutage: true });
  expect(run).toMatchObject({ lost: 0, doubled: 0, parked: 0 });
  // On Telegram, posts wait until a call without effect is answered: only those under way at the start are in doubt.
  expect(run.inDoubt).toBeLessThanOrEqual(platform === 'telegram' ? 16 : 30);
});
