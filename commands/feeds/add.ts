import { defineCommand } from '../../src/chat/command.ts';
import { OTHER_CHAT } from '../../src/chat/other-chat.ts';
import { commandButton } from '../../src/chat/command-button.ts';
import { listCard } from '../../src/cards/list-card.ts';
import { addWanted, MOST_FEEDS } from '../../src/feeds/feed-desk.ts';
import type { ParsedFeed } from '../../src/feeds/parse.ts';
import { chatScope, PUBLIC_SCOPE, scopesOf } from '../../src/model/scope.ts';
import { message } from '../../src/model/text.ts';
import { UserError } from '../../src/model/user-error.ts';
import { feedAt } from '../../src/store/added-feeds.ts';

const SHOWN_ITEMS = 3;

export const addFeed = defineCommand({
  name: 'feeds add',
  description: 'Add a feed, by its address or that of its site',
  access: 'manager',
  options: {
    url: { kind: 'text', description: 'Address of the feed or of its site', required: true, maxLength: 1_000 },
    for: {
      kind: 'choice',
      description: 'This chat alone, or everybody (operators)',
      choices: ['chat', 'public'],
    },
    in: OTHER_CHAT,
  },
  examples: ['/feeds add coindesk.com', '/feeds add https://decrypt.co/feed'],
  async run({ options, chat, person, services }) {
    const isPublic = options.for === 'public';
    if (isPublic && !person.isOperator) throw new UserError('operators_only', message('chat-operators-only'));
    const found = await services.feeds.discover(options.url);
    if (found.kind === 'refused') return { kind: 'error', text: found.text };
    const { url, feed } = found;
    if (await feedAt(services.store.db, url, isPublic ? [PUBLIC_SCOPE] : scopesOf(chat.id))) {
      return { kind: 'error', text: message('feeds-known') };
    }
    const title = feed.title || (URL.parse(url)?.host ?? url);
    const token = await services.offers.offer({
      url,
      title,
      language: languageOf(feed),
      scope: isPublic ? PUBLIC_SCOPE : chatScope(chat.id),
      chatId: chat.id,
      personId: person.id,
    });
    return {
      kind: 'card',
      card: listCard({
        title: message('feeds-preview-title', { title }),
        lines: [
          message('feeds-preview-address', { url }),
          message('feeds-preview-scope', { scope: isPublic ? 'public' : 'chat' }),
          message('feeds-preview-newest', { count: feed.items.length }),
        ],
        items: newest(feed).map(({ title: headline, link, summary, published }) => ({
          title: headline || summary.slice(0, 100),
          url: link,
          note: '',
          at: published ?? services.clock.now(),
          command: null,
        })),
        buttons: commandButton(message('feeds-add'), `feeds confirm ${token}`, { replaces: true }),
        asOf: services.clock.now(),
      }),
    };
  },
});

/** `en-US` is `en`. */
function languageOf({ language }: ParsedFeed): string {
  return /^[a-z]{2,3}(?![a-z])/.exec(language?.toLowerCase() ?? '')?.[0] ?? 'en';
}

function newest({ items }: ParsedFeed): ParsedFeed['items'] {
  return items.toSorted((a, b) => (b.published ?? 0) - (a.published ?? 0)).slice(0, SHOWN_ITEMS);
}

/** The button under what `/feeds add` shows. */
export const confirmFeed = defineCommand({
  name: 'feeds confirm',
  description: 'Add the feed that was shown',
  access: 'manager',
  hidden: true,
  options: { offer: { kind: 'text', description: 'Which one', required: true }, in: OTHER_CHAT },
  examples: ['/feeds confirm'],
  async run({ options: { offer: token }, chat, person, services }) {
    const offer = await services.offers.take(token);
    if (!offer || offer.chatId !== chat.id || offer.personId !== person.id) {
      return { kind: 'error', text: message('feeds-offer-gone') };
    }
    const now = services.clock.now();
    const added = await services.store.transaction('feed-add', (trx) => addWanted(trx, offer, { ...offer, now }));
    if (added.kind === 'known') return { kind: 'error', text: message('feeds-known') };
    if (added.kind === 'full') return { kind: 'error', text: message('feeds-full', { max: MOST_FEEDS }) };
    services.vocabulary.learnOutlet(added.outlet);
    services.feeds.changed();
    return {
      kind: 'text',
      text: message('feeds-added', { title: offer.title, outlet: added.outlet.key }),
      buttons: commandButton(message('feeds-subscribe'), `subscribe @${added.outlet.key}`),
    };
  },
});
