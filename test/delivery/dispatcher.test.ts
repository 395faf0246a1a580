import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEBOUNCE_MS, openDesk, type DeliveryDesk } from '../support/delivery-desk.ts';
import { held, later, never, unknown, unknownAfterEffect } from '../support/fake-messenger.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let desk: DeliveryDesk;

beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const titles = (nativeId: string) => desk.messenger.shown(nativeId).map(({ title, edits }) => [title, edits]);
const callsTo = (nativeId: string) => desk.messenger.calls.filter(({ to }) => to === nativeId);

describe('posts and edits', () => {
  test('a story is one message, and its next revision an edit of it', async () => {
    const chat = await desk.chat('a');
    const story = await desk.story('Flood');
    await desk.pass(0);
    expect(titles('a')).toEqual([['Flood, 1', 0]]);
    await desk.grow(story, 'Flood');
    await desk.pass(DEBOUNCE_MS);
    expect(titles('a')).toEqual([['Flood, 2', 1]]);
    expect(await desk.delivery(chat, story)).toMatchObject({ state: 'live', wanted: 2, sent: 2, due_at: null });
  });

  test('a revision that comes while the post is under way is one edit after it', async () => {
    const chat = await desk.chat('a');
    const post = held();
    desk.messenger.next('a', post.answer);
    const story = await desk.story('Flood');
    await desk.pass(0);
    await desk.grow(story, 'Flood');
    await desk.grow(story, 'Flood');
    await desk.pass(SECOND);
    post.end();
    await desk.pass(MINUTE);
    expect(titles('a')).toEqual([['Flood, 3', 1]]);
    expect(await desk.delivery(chat, story)).toMatchObject({ state: 'live', sent: 3, due_at: null });
  });

  test('ten revisions in a second are at most two edits, and the last one is shown', async () => {
    await desk.chat('a');
    const story = await desk.story('Flood');
    await desk.pass(0);
    for (let growth = 0; growth < 10; growth += 1) {
      await desk.grow(story, 'Flood');
      await desk.pass(SECOND / 10);
    }
    await desk.pass(MINUTE);
    expect(callsTo('a').filter(({ kind }) => kind === 'edit').length).toBeLessThanOrEqual(2);
    expect(titles('a').map(([title]) => title)).toEqual(['Flood, 11']);
  });

  test('a card that was cancelled unsent is owed again when the story matches again', async () => {
    const chat = await desk.chat('a');
    desk.messenger.next('a', later(MINUTE, 'chat'));
    const story = await desk.story('Flood');
    await desk.pass(0);
    await desk.grow(story, 'Flood', 'something else');
    await desk.pass(2 * MINUTE);
    expect(titles('a')).toEqual([]);
    expect(await desk.delivery(chat, story)).toMatchObject({ state: 'cancelled' });
    await desk.grow(story, 'Flood');
    await desk.pass(MINUTE);
    expect(titles('a')).toEqual([['Flood, 3', 0]]);
  });

  test('a story that was deleted before its card went out leaves nothing to send', async () => {
    const chat = await desk.chat('a');
    desk.messenger.next('a', later(MINUTE, 'chat'));
    const story = await desk.story('Flood');
    await desk.pass(0);
    await desk.store.db.deleteFrom('story').where('id', '=', story).execute();
    await desk.pass(5 * MINUTE);
    expect(await desk.delivery(chat, story)).toMatchObject({ state: 'cancelled', due_at: null });
    expect(callsTo('a')).toHaveLength(1);
  });
});

describe('a post of unknown end', () => {
  test('is repeated with the same nonce, so that it is there once', async () => {
    const chat = await desk.chat('a');
    desk.messenger.next('a', unknownAfterEffect);
    const story = await desk.story('Flood');
    await desk.pass(MINUTE);
    expect(titles('a')).toEqual([['Flood, 1', 0]]);
    const posts = callsTo('a');
    expect(posts.map(({ kind }) => kind)).toEqual(['post', 'post']);
    expect(new Set(posts.map(({ nonce }) => nonce)).size).toBe(1);
    expect(await desk.delivery(chat, story)).toMatchObject({ state: 'live', sent: 1, last_error: null, due_at: null });
  });

  test('may have shown the older revision, so that a newer one follows as an edit', async () => {
    const chat = await desk.chat('a');
    desk.messenger.next('a', unknownAfterEffect);
    const story = await desk.story('Flood');
    await desk.pass(SECOND);
    await desk.grow(story, 'Flood');
    await desk.pass(MINUTE);
    expect(titles('a')).toEqual([['Flood, 2', 1]]);
    expect(callsTo('a').map(({ kind }) => kind)).toEqual(['post', 'post', 'edit']);
    expect(await desk.delivery(chat, story)).toMatchObject({ state: 'live', sent: 2, due_at: null });
  });

  test('stays in doubt through a limit that the platform sets', async () => {
    await desk.chat('a');
    desk.messenger.next('a', unknownAfterEffect, later(10 * SECOND, 'chat'));
    const story = await desk.story('Flood');
    await desk.pass(SECOND);
    await desk.grow(story, 'Flood');
    await desk.pass(MINUTE);
    expect(titles('a')).toEqual([['Flood, 2', 1]]);
  });

  test('is tried less and less often while the platform gives no answer', async () => {
    await desk.chat('a');
    desk.messenger.next('a', ...Array.from({ length: 5 }, () => unknown));
    await desk.story('Flood');
    await desk.pass(5 * SECOND);
    expect(callsTo('a')).toHaveLength(2);
    await desk.pass(MINUTE);
    expect(callsTo('a').length).toBeLessThanOrEqual(4);
    await desk.pass(2 * MINUTE);
    expect(titles('a')).toEqual([['Flood, 1', 0]]);
  });

  test.each([
    ['had reached the platform', true],
    ['had not', false],
  ])(
    'of a process that died is taken up by the next one without waiting for its lease; the post %s',
    async (_, reached) => {
      const chat = await desk.chat('a');
      desk.messenger.next('a', (effect) => {
        if (reached) effect();
        return never();
      });
      const story = await desk.story('Flood');
      await desk.pass(0);
      expect(await desk.delivery(chat, story)).toMatchObject({ state: 'sending', sending_revision: 1 });
      desk.restart();
      await desk.grow(story, 'Flood');
      await desk.pass(5 * SECOND);
      expect(desk.messenger.shown('a').map(({ title }) => title)).toEqual(['Flood, 2']);
      expect(new Set(callsTo('a').flatMap(({ nonce }) => nonce ?? [])).size).toBe(1);
      expect(await desk.delivery(chat, story)).toMatchObject({ state: 'live', sent: 2, due_at: null });
    },
  );
});

describe('many chats', () => {
  test('a chat gets its cards in their order, one at a time', async () => {
    await desk.chat('a');
    await desk.chat('b');
    const names = Array.from({ length: 30 }, (_, index) => `Story ${index}`);
    for (const name of names) await desk.story(name);
    await desk.pass(MINUTE);
    for (const nativeId of ['a', 'b']) expect(titles(nativeId)).toEqual(names.map((name) => [`${name}, 1`, 0]));
    expect(desk.messenger.peak.chat).toBe(1);
  });

  test('sends go out side by side, to eight chats at once and no more', async () => {
    for (let index = 0; index < 40; index += 1) await desk.chat(`chat-${index}`);
    await desk.story('Flood');
    await desk.pass(0);
    expect(desk.messenger.calls).toHaveLength(40);
    expect(desk.messenger.peak).toEqual({ chat: 1, all: 8 });
  });

  test('a chat that is owed 200 cards does not keep another one waiting', async () => {
    await desk.chat('busy', 'much');
    await desk.chat('calm', 'little');
    const first = held();
    desk.messenger.next('busy', first.answer);
    for (let index = 0; index < 200; index += 1) await desk.story(`Story ${index}`, 'much');
    await desk.story('Flood', 'little');
    await desk.pass(0);
    expect(titles('calm')).toEqual([['Flood, 1', 0]]);
    first.end();
    await desk.pass(SECOND);
    expect(titles('busy')).toHaveLength(200);
  });

  test('200 cards that wait for a chat’s limit do not keep another one waiting', async () => {
    await desk.chat('busy', 'much');
    await desk.chat('calm', 'little');
    desk.messenger.next('busy', later(10_000, 'chat'));
    for (let index = 0; index < 200; index += 1) await desk.story(`Story ${index}`, 'much');
    await desk.pass(SECOND);
    await desk.story('Flood', 'little');
    await desk.pass(0);
    expect(titles('calm')).toEqual([['Flood, 1', 0]]);
    expect(callsTo('busy')).toHaveLength(1);
  });
});

describe('the end', () => {
  test('stop ends after three seconds although a send hangs, and the send is taken up by the next process', async () => {
    await desk.chat('a');
    desk.messenger.next('a', never);
    await desk.story('Flood');
    await desk.pass(0);
    let stopped = false;
    const stopping = desk.dispatcher.stop().then(() => (stopped = true));
    await desk.pass(2_999);
    expect(stopped).toBe(false);
    await desk.pass(1);
    await stopping;
    desk.restart();
    await desk.pass(MINUTE);
    expect(titles('a')).toEqual([['Flood, 1', 0]]);
  });

  test('stop lets a send that ends in time be recorded, and begins no other', async () => {
    const chat = await desk.chat('a');
    const post = held();
    desk.messenger.next('a', post.answer);
    const story = await desk.story('First');
    await desk.story('Second');
    await desk.pass(0);
    const stopping = desk.dispatcher.stop();
    await desk.pass(SECOND);
    post.end();
    await stopping;
    expect(titles('a')).toEqual([['First, 1', 0]]);
    expect(await desk.delivery(chat, story)).toMatchObject({ state: 'live', message_ref: 'a/1' });
  });
});
