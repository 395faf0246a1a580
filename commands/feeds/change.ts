import { defineCommand } from '../../src/chat/command.ts';
import { commandButton } from '../../src/chat/command-button.ts';
import { OTHER_CHAT } from '../../src/chat/other-chat.ts';
import { message } from '../../src/model/text.ts';
import { removeFeed as removeStored, setFeedPaused } from '../../src/store/added-feeds.ts';
import { changeableFeed, FEED_NUMBER } from './own-feed.ts';

export const removeFeed = defineCommand({
  name: 'feeds remove',
  description: 'Take a feed away that was added here',
  access: 'manager',
  options: { number: FEED_NUMBER, in: OTHER_CHAT },
  examples: ['/feeds remove 12'],
  async run({ options: { number }, ...call }) {
    const { store, feeds } = call.services;
    const feed = await changeableFeed(number, call);
    if (feed.origin === 'catalogue') return { kind: 'error', text: message('feeds-in-file', { title: feed.name }) };
    await store.transaction('feed-remove', (trx) => removeStored(trx, feed.id));
    feeds.changed();
    return {
      kind: 'text',
      text: message('feeds-removed', { title: feed.name }),
      buttons: commandButton(message('feeds-undo'), `feeds add ${feed.url}`),
    };
  },
});

export const pauseFeed = defineCommand({
  name: 'feeds pause',
  description: 'Do not read a feed until it is resumed',
  access: 'manager',
  options: { number: FEED_NUMBER, in: OTHER_CHAT },
  examples: ['/feeds pause 12'],
  async run({ options: { number }, ...call }) {
    const { store, feeds, clock } = call.services;
    const feed = await changeableFeed(number, call);
    await store.transaction('feed-pause', (trx) => setFeedPaused(trx, feed.id, true, clock.now()));
    feeds.changed();
    return {
      kind: 'text',
      text: message('feeds-paused', { title: feed.name, number: String(number) }),
      buttons: commandButton(message('feeds-resume'), `feeds resume ${number}`, { replaces: true }),
    };
  },
});

export const resumeFeed = defineCommand({
  name: 'feeds resume',
  description: 'Read a paused feed again, at once',
  access: 'manager',
  options: { number: FEED_NUMBER, in: OTHER_CHAT },
  examples: ['/feeds resume 12'],
  async run({ options: { number }, ...call }) {
    const { store, feeds, clock } = call.services;
    const feed = await changeableFeed(number, call);
    await store.transaction('feed-resume', (trx) => setFeedPaused(trx, feed.id, false, clock.now()));
    feeds.changed();
    return { kind: 'text', text: message('feeds-resumed', { title: feed.name }) };
  },
});
