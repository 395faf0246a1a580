import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { headlines, MINUTE, openDesk, type Desk } from './desk.ts';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});

afterEach(() => desk.close());

describe('/pause and /resume', () => {
  test('a pause without an end says how to end it', async () => {
    expect(await desk.say('/pause')).toBe(
      'Paused: no new cards here until /resume. What happens meanwhile is not sent later; /latest shows it.',
    );
    expect(await desk.buttons('/pause')).toEqual(['resume']);
  });

  test.each([
    ['2h', '2 hours'],
    ['90m', '1 hour 30 minutes'],
    ['1d', '1 day'],
  ])('a pause of %s is said as %s', async (typed, said) => {
    expect(await desk.say(`/pause ${typed}`)).toContain(`Paused for ${said}: no new cards here.`);
  });

  test.each(['2 hours', 'tomorrow', '0h'])('a pause of %j is answered with how to write it', async (typed) => {
    expect(await desk.say(`/pause ${typed}`)).toBe(`“${typed}” is no length of time. Write it like 30m, 2h or 3d.`);
    expect(await desk.say('/resume')).toContain('not paused');
  });

  test('no cards come in a pause of ten minutes, and they come again when it is over', async () => {
    await desk.say('/subscribe btc');
    await desk.say('/pause 10m');
    await desk.publish('Bitcoin miners switch off rigs');
    expect(await desk.cards()).toEqual([]);
    await desk.pass(10 * MINUTE);
    const [title = ''] = headlines(1);
    await desk.publish(title);
    expect((await desk.cards()).map((card) => card.title)).toEqual([title]);
  });

  test('resume leads to what was missed', async () => {
    await desk.say('/pause');
    await desk.publish('Bitcoin miners switch off rigs');
    const [missed = ''] = await desk.buttons('/resume');
    expect(await desk.say(missed)).toContain('Bitcoin miners switch off rigs');
  });

  test('resume says that cards come again, or that they always did', async () => {
    await desk.say('/pause');
    expect(await desk.say('/resume')).toBe('On again: the next story that fits gets its card.');
    expect(await desk.say('/resume')).toBe('This chat is not paused: new cards come as they should.');
  });

  test('a pause that is over by itself needs no resume', async () => {
    await desk.say('/pause 10m');
    await desk.pass(11 * MINUTE);
    expect(await desk.say('/resume')).toContain('not paused');
  });
});
