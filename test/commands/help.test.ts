import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});

afterEach(() => desk.close());

describe('/help', () => {
  test('lists every command with its options and what it does', async () => {
    const said = await desk.say('/help');
    expect(said).toContain('/latest [filter] [count] [page] | The newest stories');
    expect(said).toContain('/unsubscribe number | End a subscription');
    expect(said.split('\n').filter((line) => line.startsWith('/'))).toHaveLength(22);
  });

  test('of a command with a filter explains all kinds of terms, and each of them can be read', async () => {
    const said = await desk.say('/help subscribe');
    const rows = said.split('\n').flatMap((line) => (line.includes(' | ') ? [line.split(' | ')[0] ?? ''] : []));
    const terms = rows.filter((row) => row !== 'filter');
    expect(terms).toHaveLength(8);
    for (const term of terms) {
      expect([term, (await desk.reply(`/preview ${term.replaceAll(', ', ' ')}`)).kind]).toEqual([term, 'card']);
    }
  });

  test('names only outlets that this bot reads', async () => {
    expect(await desk.say('/help subscribe')).toContain('@wire, @tier2 | who reports it');
  });

  test('says who may use a command that not everyone may', async () => {
    expect(await desk.say('/help pause')).toContain('Only people who manage the chat may use it.');
    expect(await desk.say('/help latest')).not.toContain('manage');
  });

  test('shows how a command is written', async () => {
    const said = await desk.say('/help unsubscribe');
    expect(said).toContain('For example: /unsubscribe 2');
    expect(said).toContain('number | Number of the subscription, as /subscriptions shows it');
  });

  test('has buttons to try what can do no harm, and none that would end or pause something', async () => {
    expect(await desk.buttons('/help latest')).toEqual(['latest', 'latest btc', 'latest #etf negative count=3']);
    for (const name of ['unsubscribe', 'pause', 'mute', 'subscribe', 'resume', 'story']) {
      expect(await desk.buttons(`/help ${name}`)).toEqual([]);
    }
  });

  test('takes the name with its slash and in capitals', async () => {
    for (const text of ['/help /latest', '/help LATEST']) expect(await desk.say(text)).toContain('The newest stories');
  });

  test('on a command that there is not guesses, and says where all are', async () => {
    expect(await desk.say('/help subscripe')).toBe('There is no command /subscripe. Did you mean /subscribe?');
    expect(await desk.say('/help xyzzy')).toBe('There is no command /xyzzy. /help lists them all.');
  });
});
