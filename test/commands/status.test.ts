import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWorld } from '../support/world.ts';
import { headlines, MINUTE, openDesk, type Desk } from './desk.ts';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});

afterEach(() => desk.close());

describe('/status', () => {
  test('says that all is well, and counts', async () => {
    await desk.publish(...headlines(3));
    expect((await desk.say('/status')).split('\n')).toEqual([
      'All is well',
      'Feeds | 3 of 3 work',
      'Articles today (UTC) | 3',
      'Articles still to be read | 0',
      'Stories today (UTC) | 3',
      'Cards and changes still to be sent | 0',
    ]);
  });

  test('names the feeds that fail, and what is wrong with them', async () => {
    const wire = desk.feeds['wire'];
    wire?.answerWith({ status: 503 });
    for (let polls = 0; polls < 60 && !wire?.answered.includes(503); polls += 1) await desk.pass(5_000);
    const once = await desk.say('/status');
    expect(once).toContain('1 feed fails; all else is well');
    expect(once).toContain('wire: HTTP 503 (once)');
    expect(once).toContain('Feeds | 2 of 3 work, 1 failing');
    desk.feeds['ledger']?.answerWith({ status: 404 });
    await desk.pass(10 * MINUTE);
    const more = await desk.say('/status');
    expect(more).toContain('2 feeds fail; all else is well');
    expect(more).toMatch(/wire: HTTP 503 \(\d times in a row\)/);
    expect(more).toContain('Feeds | 1 of 3 work, 2 failing');
  });
});

test('/status of a bot that has just begun says that the feeds were not asked yet', async () => {
  const fresh = await createWorld({ feeds: { wire: 1, ledger: 2 } });
  expect(await fresh.say('/status')).toContain('Feeds | 0 of 2 work, 2 not asked yet');
  await fresh.close();
});

test('/status of a bot whose feeds never worked counts none as working', async () => {
  const broken = await createWorld({ feeds: { wire: 1, ledger: 2 } });
  for (const feed of Object.values(broken.feeds)) feed.answerWith({ status: 500 });
  await broken.pass(2 * MINUTE);
  expect(await broken.say('/status')).toContain('Feeds | 0 of 2 work, 2 failing');
  await broken.close();
});
