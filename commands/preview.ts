import { defineCommand } from '../src/chat/command.ts';
import { commandButton } from '../src/chat/command-button.ts';
import { noteLines } from '../src/chat/note-lines.ts';
import { listCard } from '../src/cards/list-card.ts';
import { storyItem } from '../src/cards/story-card.ts';
import { message } from '../src/model/text.ts';
import { describeFilter } from '../src/subscriptions/describe-filter.ts';
import { previewFilter } from '../src/subscriptions/preview.ts';

const DAYS = 7;
const BAR_WIDTH = 20;

export const preview = defineCommand({
  name: 'preview',
  description: 'What a filter would have sent in the last 7 days',
  access: 'anyone',
  options: {
    filter: { kind: 'filter', description: 'The filter to try', required: true },
  },
  examples: ['/preview btc negative', '/preview importance>=60'],
  async run({ options: { filter }, services }) {
    const now = services.clock.now();
    const { days, total, top } = await previewFilter(services.store.db, filter.filter, { now, days: DAYS });
    const most = Math.max(1, ...days.map(({ count }) => count));
    return {
      kind: 'card',
      card: listCard({
        title: message('preview-title', { count: total, filter: describeFilter(filter.filter, services.vocabulary) }),
        lines: [
          ...noteLines(filter.notes),
          message(total === 0 ? 'preview-none' : 'preview-rate', { perDay: total / DAYS }),
        ],
        table: {
          head: [message('preview-day'), message('preview-count'), ''],
          rows: days.map(({ startsAt, count }) => [
            message('preview-date', { date: startsAt }),
            String(count),
            '█'.repeat(Math.round((count / most) * BAR_WIDTH)),
          ]),
        },
        items: top.map(storyItem),
        buttons: commandButton(message('preview-subscribe'), `subscribe ${filter.filter.canonical}`),
        asOf: now,
      }),
    };
  },
});
