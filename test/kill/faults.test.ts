import { describe, expect, test } from 'vitest';
import { runWithFaults, type FaultRun } from '../support/fault-run.ts';
import type { Fault } from '../support/faults.ts';

const CHATS = 1_000;
const SHARE = 0.2;

const FAULTS: Readonly<Record<string, Fault>> = {
  'lost replies': { kind: 'lost-reply' },
  resets: { kind: 'reset' },
  '5xx, not done': { kind: 'status', status: 502, done: false },
  '5xx, done': { kind: 'status', status: 502, done: true },
  '429s': { kind: 'limited', retryAfterSeconds: 1 },
};

describe.each(Object.entries(FAULTS))('%s at every fifth post of 1,000', (name, fault) => {
  test('lose no card, and double none on Discord', async () => {
    const run = await runWithFaults({ platform: 'discord', chats: CHATS, fault, share: SHARE });
    report(`discord, ${name}`, run);
    expect(run).toMatchObject({ lost: 0, doubled: 0, parked: 0, limitHits: 0 });
  });

  test('lose no card, and double on Telegram only those in doubt', async () => {
    const run = await runWithFaults({ platform: 'telegram', chats: CHATS, fault, share: SHARE });
    report(`telegram, ${name}`, run);
    // A clock that is fast makes the network slow: a limit can be met now and then.
    expect(run).toMatchObject({ lost: 0, parked: 0 });
    expect(run.doubled).toBeLessThanOrEqual(run.inDoubt);
  });
});

function report(what: string, { faults, lost, doubled, inDoubt, parked, limitHits }: FaultRun): void {
  process.stdout.write(
    `${what}: ${faults} faults, ${lost} lost, ${doubled} doubled, ${inDoubt} in doubt, ${parked} parked, ` +
      `${limitHits} limits met\n`,
  );
}
