import { defineCommand } from '../../src/chat/command.ts';
import { OTHER_CHAT } from '../../src/chat/other-chat.ts';
import { textLines } from '../../src/chat/text-lines.ts';
import { feedName } from '../../src/cards/feed-card.ts';
import { addWanted, MOST_FEEDS, type Added } from '../../src/feeds/feed-desk.ts';
import { readOpml, writeOpml, type OpmlFeed } from '../../src/feeds/opml.ts';
import { chatScope } from '../../src/model/scope.ts';
import { message } from '../../src/model/text.ts';
import { listFeeds } from '../../src/store/added-feeds.ts';

/** Some 4,000 feeds; reading more would hold up everything else. */
const MAX_OPML_BYTES = 500_000;

export const importFeeds = defineCommand({
  name: 'feeds import',
  description: 'Add the feeds of an OPML file, as feed readers export it',
  access: 'manager',
  options: {
    file: {
      kind: 'file',
      description: 'An OPML file',
      required: true,
      maxBytes: MAX_OPML_BYTES,
      endings: ['.opml', '.xml'],
    },
    in: OTHER_CHAT,
  },
  examples: ['/feeds import'],
  async run({ options: { file }, chat, services }) {
    const listed = readOpml(await file.read());
    if (listed === null) return { kind: 'error', text: message('feeds-no-opml', { name: file.name }) };
    const usable = listed.flatMap(toWanted);
    const now = services.clock.now();
    const added: Added[] = [];
    await services.store.transaction('feed-import', async (trx) => {
      const place = { scope: chatScope(chat.id), chatId: chat.id, now };
      for (const wanted of usable) added.push(await addWanted(trx, wanted, place));
    });
    for (const each of added) if (each.kind === 'added') services.vocabulary.learnOutlet(each.outlet);
    services.feeds.changed();
    const count = (kind: Added['kind']) => added.filter((each) => each.kind === kind).length;
    const unusable = listed.length - usable.length;
    return {
      kind: 'text',
      text: textLines([
        message('feeds-imported', { added: count('added') }),
        ...(count('known') > 0 ? [message('feeds-import-known', { count: count('known') })] : []),
        ...(unusable > 0 ? [message('feeds-import-unusable', { count: unusable })] : []),
        ...(count('full') > 0 ? [message('feeds-import-full', { count: count('full'), max: MOST_FEEDS })] : []),
        ...(count('added') > 0 ? [message('feeds-import-see')] : []),
      ]),
    };
  },
});

function toWanted({ url, title }: OpmlFeed) {
  const address = URL.parse(url);
  const isWeb = address?.protocol === 'http:' || address?.protocol === 'https:';
  return address && isWeb ? [{ url: address.href, title, language: 'en' }] : [];
}

export const exportFeeds = defineCommand({
  name: 'feeds export',
  description: 'The feeds that were added here, as an OPML file',
  access: 'manager',
  visibility: 'person',
  options: { in: OTHER_CHAT },
  examples: ['/feeds export'],
  async run({ chat, services: { store, clock } }) {
    const now = clock.now();
    const feeds = await listFeeds(store.db, [chatScope(chat.id)], now);
    if (feeds.length === 0) return { kind: 'text', text: message('feeds-export-none') };
    const listed = feeds.map((feed) => ({ title: feedName(feed), url: feed.url }));
    return {
      kind: 'file',
      text: message('feeds-exported', { count: feeds.length }),
      file: { name: 'bellwether-feeds.opml', type: 'text/x-opml', content: writeOpml(listed, 'Bellwether', now) },
    };
  },
});
