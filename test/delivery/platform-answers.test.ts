import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setChatGone } from '../../src/store/chats.ts';
import { DEBOUNCE_MS, openDesk, type DeliveryDesk } from '../support/delivery-desk.ts';
import { held, later } from '../support/fake-messenger.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let desk: DeliveryDesk;

beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const titles = (nativeId: string) => desk.messenger.shown(nativeId).map(({ title, edits }) => [title, edits]);
const callsTo = (nativeId: string) => desk.messenger.calls.filter(({ to }) => to === nativeId);

describe('what a platform answers', () => {
  test('a limit of one chat is waited for to the millisecond, for all its cards, while others go on', async () => {
    await desk.chat('slow');
    await desk.chat('quick');
    desk.messenger.next('slow', later(7_777, 'chat'));
    await desk.story('First');
    await desk.story('Second');
    await desk.pass(7_776);
    expect(callsTo('slow')).toHaveLength(1);
    expect(titles('quick')).toEqual([
      ['First, 1', 0],
      ['Second, 1', 0],
    ]);
    await desk.pass(1);
    expect(titles('slow')).toEqual([
      ['First, 1', 0],
      ['Second, 1', 0],
    ]);
  });

  test('a limit of one chat ends on time although a send to another chat hangs', async () => {
    await desk.chat('slow');
    await desk.chat('stuck');
    const stuck = held();
    desk.messenger.next('slow', later(2_000, 'chat'));
    desk.messenger.next('stuck', stuck.answer);
    await desk.story('Flood');
    await desk.pass(2_000);
    expect(titles('slow')).toEqual([['Flood, 1', 0]]);
    stuck.end();
    await desk.pass(0);
    expect(titles('stuck')).toEqual([['Flood, 1', 0]]);
  });

  test('a long limit of the platform is said in the trouble of its stage, with the reason, until it is over', async () => {
    await desk.chat('a');
    desk.messenger.next('a', () => ({
      kind: 'later',
      afterMs: 60_000,
      about: 'platform',
      reason: '401: Unauthorized',
    }));
    await desk.story('Flood');
    await desk.pass(SECOND);
    expect(desk.dispatcher.trouble()).toBe('nothing can be sent for 59 s: 401: Unauthorized');
    await desk.pass(MINUTE);
    expect(desk.dispatcher.trouble()).toBeNull();
    expect(titles('a')).toEqual([['Flood, 1', 0]]);
  });

  test('a limit of the platform holds every chat back until it is over', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'];
    for (const name of names) await desk.chat(name);
    desk.messenger.next('a', later(4_000, 'platform'));
    const waits = names.slice(1, 8);
    for (const name of waits) desk.messenger.next(name, later(4_000, 'platform'));
    await desk.story('Flood');
    await desk.pass(3_999);
    expect(names.flatMap(titles)).toEqual([]);
    expect(desk.messenger.calls).toHaveLength(8);
    await desk.pass(1);
    expect(names.flatMap(titles)).toHaveLength(names.length);
  });

  test('a limit on an edit is waited for, and the newest revision is shown then', async () => {
    await desk.chat('a');
    const story = await desk.story('Flood');
    await desk.pass(0);
    desk.messenger.next('a', later(20_000, 'chat'));
    await desk.grow(story, 'Flood');
    await desk.pass(DEBOUNCE_MS);
    await desk.grow(story, 'Flood');
    await desk.pass(19_999);
    expect(titles('a')).toEqual([['Flood, 1', 0]]);
    await desk.pass(1);
    expect(titles('a')).toEqual([['Flood, 3', 1]]);
  });

  test('what is refused is parked with the platform’s words, and not tried again when the story grows', async () => {
    const chat = await desk.chat('a');
    desk.messenger.next('a', () => ({ kind: 'refused', reason: 'Missing Permissions (50013)' }));
    const story = await desk.story('Flood');
    await desk.pass(0);
    await desk.grow(story, 'Flood');
    await desk.pass(10 * MINUTE);
    expect(callsTo('a')).toHaveLength(1);
    expect(await desk.delivery(chat, story)).toMatchObject({
      state: 'parked',
      due_at: null,
      last_error: 'Missing Permissions (50013)',
    });
  });

  test('an edit that is refused leaves the card as it is', async () => {
    const chat = await desk.chat('a');
    const story = await desk.story('Flood');
    await desk.pass(0);
    desk.messenger.next('a', () => ({ kind: 'refused', reason: 'message to edit not found' }));
    await desk.grow(story, 'Flood');
    await desk.pass(MINUTE);
    await desk.grow(story, 'Flood');
    await desk.pass(MINUTE);
    expect(callsTo('a')).toHaveLength(2);
    expect(await desk.delivery(chat, story)).toMatchObject({ state: 'frozen', due_at: null });
  });

  test('a chat that is gone is sent nothing more: neither what it is owed nor what comes', async () => {
    const chat = await desk.chat('a');
    await desk.chat('b');
    const post = held();
    desk.messenger.next('a', post.answer);
    await desk.story('First');
    const second = await desk.story('Second');
    await desk.pass(0);
    post.end(() => ({ kind: 'gone', reason: 'bot was kicked from the group chat' }));
    await desk.pass(0);
    await desk.story('Third');
    await desk.grow(second, 'Second');
    await desk.pass(10 * MINUTE);
    expect(callsTo('a')).toHaveLength(1);
    expect(titles('b')).toEqual([
      ['First, 1', 0],
      ['Second, 2', 1],
      ['Third, 1', 0],
    ]);
    const row = await desk.store.db.selectFrom('chat').selectAll().where('id', '=', chat).executeTakeFirstOrThrow();
    expect(row.gone_reason).toBe('bot was kicked from the group chat');
    expect(await desk.delivery(chat, second)).toMatchObject({ state: 'owed' });
  });

  test('a chat that comes back gets what it was owed', async () => {
    const chat = await desk.chat('a');
    const post = held();
    desk.messenger.next('a', post.answer);
    await desk.story('First');
    await desk.story('Second');
    await desk.pass(0);
    post.end(() => ({ kind: 'gone', reason: 'chat not found' }));
    await desk.pass(0);
    await desk.store.transaction('test', (trx) => setChatGone(trx, chat, null));
    await desk.pass(MINUTE);
    expect(titles('a')).toEqual([
      ['First, 1', 0],
      ['Second, 1', 0],
    ]);
  });

  test('a chat that moved gets its card at the new address, and all that follows', async () => {
    await desk.chat('group');
    desk.messenger.next('group', () => ({
      kind: 'moved',
      to: { platform: 'local', nativeId: 'supergroup', thread: '' },
    }));
    const story = await desk.story('Flood');
    await desk.pass(0);
    await desk.grow(story, 'Flood');
    await desk.pass(MINUTE);
    expect(callsTo('group')).toHaveLength(1);
    expect(titles('supergroup')).toEqual([['Flood, 2', 1]]);
  });
});

describe('a fault of our own', () => {
  test('a card that the messenger stumbles over neither holds up its chat nor is tried without a pause', async () => {
    await desk.chat('a');
    desk.messenger.next('a', () => {
      throw new TypeError('a fault in the renderer');
    });
    await desk.story('First');
    await desk.story('Second');
    await desk.pass(SECOND);
    expect(titles('a')).toEqual([['Second, 1', 0]]);
    expect(desk.takeFaults()).toHaveLength(1);
    await desk.pass(MINUTE);
    expect(titles('a')).toEqual([
      ['Second, 1', 0],
      ['First, 1', 0],
    ]);
  });

  test('an edit that throws is not tried without a pause either', async () => {
    await desk.chat('a');
    const story = await desk.story('Flood');
    await desk.pass(0);
    desk.messenger.next('a', () => {
      throw new TypeError('a fault in the renderer');
    });
    await desk.grow(story, 'Flood');
    await desk.pass(30 * SECOND);
    expect(callsTo('a')).toHaveLength(2);
    expect(desk.takeFaults()).toHaveLength(1);
    await desk.pass(MINUTE);
    expect(titles('a')).toEqual([['Flood, 2', 1]]);
  });
});
