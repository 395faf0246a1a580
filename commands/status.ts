import { defineCommand } from '../src/chat/command.ts';
import { listCard } from '../src/cards/list-card.ts';
import { scopesOf } from '../src/model/scope.ts';
import { message, type Text } from '../src/model/text.ts';
import { countArticlesSince, countNewArticles } from '../src/store/articles.ts';
import { goneChats } from '../src/store/chats.ts';
import { countDeliveriesWaiting, countDoubtfulSince, countParkedSince } from '../src/store/deliveries.ts';
import { activeFeeds } from '../src/store/feeds.ts';
import type { Db } from '../src/store/schema.ts';
import { countStoriesSince } from '../src/store/stories.ts';

const DAY_MS = 24 * 3_600_000;
const MAX_FAILING = 10;
const MAX_GONE = 5;

export const status = defineCommand({
  name: 'status',
  description: 'How the bot is doing: feeds, stories, deliveries',
  access: 'anyone',
  visibility: 'person',
  options: {},
  examples: ['/status'],
  async run({ chat, person, services: { store, clock, stages } }) {
    const now = clock.now();
    const today = Math.floor(now / DAY_MS) * DAY_MS;
    const scopes = scopesOf(chat.id);
    const feeds = (await activeFeeds(store.db)).filter(({ scope, paused }) => scopes.includes(scope) && !paused);
    const failing = feeds.filter(({ failures }) => failures > 0);
    const troubles = Object.entries(stages()).filter(([, trouble]) => trouble !== null);
    const gone = await goneChats(store.db, MAX_GONE);
    const rows: (readonly [Text, Text])[] = [
      [
        message('status-feeds'),
        message('status-feeds-value', {
          ok: feeds.filter(({ failures, last_ok_at }) => failures === 0 && last_ok_at !== null).length,
          failing: failing.length,
          waiting: feeds.filter(({ failures, last_ok_at }) => failures === 0 && last_ok_at === null).length,
          total: feeds.length,
        }),
      ],
      [message('status-articles'), String(await countArticlesSince(store.db, today))],
      [message('status-unread'), String(await countNewArticles(store.db))],
      [message('status-stories'), String(await countStoriesSince(store.db, today))],
      [message('status-waiting'), String(await countDeliveriesWaiting(store.db))],
      ...(await deliveryTroubles(store.db, gone.count, today)),
    ];
    return {
      kind: 'card',
      card: listCard({
        title: heading(troubles.length, failing.length),
        lines: [
          ...troubles.map(([stage, trouble]) => message('status-stage', { stage, trouble: trouble ?? '' })),
          ...failing
            .slice(0, MAX_FAILING)
            .map((feed) =>
              message('status-feed-error', { feed: feed.key, error: feed.last_error ?? '', failures: feed.failures }),
            ),
          ...(failing.length > MAX_FAILING
            ? [message('status-feeds-more', { count: failing.length - MAX_FAILING })]
            : []),
          ...(person.isOperator ? gone.latest : []).map(({ platform, nativeId, goneReason }) =>
            message('status-gone-chat', { platform, chat: nativeId, reason: goneReason ?? '' }),
          ),
        ],
        table: { head: [message('status-what'), message('status-value')], rows },
        asOf: now,
      }),
    };
  },
});

/** What went wrong with cards; rows that would say nothing are left out. */
async function deliveryTroubles(db: Db, gone: number, today: number): Promise<readonly (readonly [Text, Text])[]> {
  const counts = [
    ['status-gone', gone],
    ['status-parked', await countParkedSince(db, today)],
    ['status-doubtful', await countDoubtfulSince(db, today)],
  ] as const;
  return counts.filter(([, count]) => count > 0).map(([id, count]) => [message(id), String(count)]);
}

function heading(troubles: number, failing: number): Text {
  if (troubles > 0) return message('status-trouble');
  return failing > 0 ? message('status-feeds-failing', { count: failing }) : message('status-well');
}
