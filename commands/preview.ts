import { defineCommand } from '../src/chat/command.ts';
import { commandButton } from '../src/chat/command-button.ts';
import { noteLines } from '../src/chat/note-lines.ts';
import { listCard } from '../src/cards/list-card.ts';
import { storyItem } from '../src/cards/story-card.ts';
import { scopesOf } from '../src/model/scope.ts';
import { message } from '../src/model/text.ts';
import { subscriptionsOf } from '../src/store/subscriptions.ts';
import { describeFilter } from '../src/subscriptions/describe-filter.ts';
import { previewFilter, type Preview } from '../src/subscriptions/preview.ts';

const DAYS = 7;
const BAR_WIDTH = 10;

export const preview = defineCommand({
  name: 'preview',
  description: 'What a filter would have sent in the last 7 days',
  access: 'anyone',
  visibility: 'person',
  options: {
    filter: { kind: 'filter', description: 'The filter to try, such as btc negative', required: true },
  },
  examples: ['/preview btc negative', '/preview importance>=60'],
  async run({ options: { filter }, chat, services }) {
    const now = services.clock.now();
    const { days, total, top } = await previewFilter(services.store.db, filter.filter, {
      now,
      days: DAYS,
      scopes: scopesOf(chat.id),
    });
    const subscriptions = await subscriptionsOf(services.store.db, chat.id);
    const subscribed = subscriptions.find((known) => known.filter === filter.filter.canonical);
    return {
      kind: 'card',
      card: listCard({
        title: message('preview-title', { count: total, filter: describeFilter(filter.filter, services.vocabulary) }),
        lines: [
          ...noteLines(filter.notes),
          ...(subscribed ? [message('preview-subscribed', { number: String(subscribed.number) })] : []),
          ...(total === 0 ? [message('preview-none')] : []),
          ...(total >= DAYS ? [message('preview-rate', { perDay: total / DAYS })] : []),
          ...(total > top.length ? [message('preview-top', { count: top.length })] : []),
        ],
        table: total === 0 ? null : dayTable(days),
        items: top.map(storyItem),
        buttons: subscribed ? [] : commandButton(message('preview-subscribe'), `subscribe ${filter.filter.canonical}`),
        asOf: now,
      }),
    };
  },
});

function dayTable(days: Preview['days']) {
  const most = Math.max(1, ...days.map(({ count }) => count));
  return {
    head: [message('preview-day'), message('preview-count'), ''],
    rows: days.map(({ startsAt, count }) => [
      message('preview-date', { date: startsAt }),
      String(count),
      // A day with a card has a bar, however many another day has.
      '█'.repeat(Math.ceil((count / most) * BAR_WIDTH)),
    ]),
  };
}
