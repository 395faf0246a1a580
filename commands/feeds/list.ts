import { defineCommand } from '../../src/chat/command.ts';
import { OTHER_CHAT } from '../../src/chat/other-chat.ts';
import { pageButtons } from '../../src/chat/page-buttons.ts';
import { feedHealth, feedName, isInTrouble } from '../../src/cards/feed-card.ts';
import { listCard } from '../../src/cards/list-card.ts';
import { monthOf, MONTHLY_CALLS, PROVIDER } from '../../src/feeds/coindesk/allowance.ts';
import type { Button } from '../../src/model/card.ts';
import { PUBLIC_SCOPE, scopesOf } from '../../src/model/scope.ts';
import { message } from '../../src/model/text.ts';
import { callsOf } from '../../src/store/providers.ts';
import { listFeeds, type ListedFeed } from '../../src/store/added-feeds.ts';

const A_PAGE = 15;
const DAY_MS = 24 * 3_600_000;

export const listOfFeeds = defineCommand({
  name: 'feeds list',
  description: 'The news feeds and how they are; add, remove, pause, import or export some',
  access: 'manager',
  visibility: 'person',
  options: {
    page: { kind: 'integer', description: 'Which page', min: 1, max: 1_000 },
    in: OTHER_CHAT,
  },
  examples: ['/feeds', '/feeds list page=2'],
  async run({ options: { page = 1 }, chat, services: { store, clock } }) {
    const now = clock.now();
    const today = Math.floor(now / DAY_MS) * DAY_MS;
    const feeds = (await listFeeds(store.db, scopesOf(chat.id), today)).toSorted((a, b) => rank(a) - rank(b));
    if (feeds.length === 0) return { kind: 'text', text: message('feeds-none'), buttons: fileButtons(chat.platform) };
    const calls = await callsOf(store.db, PROVIDER, monthOf(now));
    const shown = feeds.slice((page - 1) * A_PAGE, page * A_PAGE);
    const own = feeds.filter(isOwn).length;
    return {
      kind: 'card',
      card: listCard({
        title:
          own === 0
            ? message('feeds-title', { count: feeds.length })
            : message('feeds-title-own', { own, count: feeds.length }),
        table: {
          head: [message('feeds-number'), message('feeds-name'), message('feeds-health')],
          rows: shown.map((feed) => [
            String(feed.id),
            isOwn(feed) ? message('feeds-own-name', { name: feedName(feed) }) : feedName(feed),
            feed.kind === 'coindesk'
              ? message('feeds-calls', { health: [feedHealth(feed, now)], calls, allowance: MONTHLY_CALLS })
              : feedHealth(feed, now),
          ]),
        },
        buttons: [...pageButtons('feeds list', page, feeds.length > page * A_PAGE), ...fileButtons(chat.platform)],
        footer: message('feeds-footer'),
        asOf: now,
      }),
    };
  },
});

function isOwn({ scope }: ListedFeed): boolean {
  return scope !== PUBLIC_SCOPE;
}

/** Trouble first, then what the chat added itself. */
function rank(feed: ListedFeed): number {
  return (isInTrouble(feed) ? 0 : 2) + (isOwn(feed) ? 0 : 1);
}

/** Elsewhere, a file is sent with the command. */
function fileButtons(platform: string): Button[] {
  const exporting: Button = { kind: 'command', label: message('feeds-export'), command: 'feeds export' };
  const importing: Button = { kind: 'command', label: message('feeds-import'), command: 'feeds import' };
  return platform === 'local' ? [importing, exporting] : [];
}
