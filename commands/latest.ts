import { defineCommand } from '../src/chat/command.ts';
import { commandButton } from '../src/chat/command-button.ts';
import { noteLines } from '../src/chat/note-lines.ts';
import { pageButtons } from '../src/chat/page-buttons.ts';
import { textLines } from '../src/chat/text-lines.ts';
import { listCard } from '../src/cards/list-card.ts';
import { storyItem } from '../src/cards/story-card.ts';
import { scopesOf } from '../src/model/scope.ts';
import { message } from '../src/model/text.ts';
import { describeFilter } from '../src/subscriptions/describe-filter.ts';
import { findLatest } from '../src/subscriptions/find-stories.ts';

const DEFAULT_COUNT = 5;
const MAX_PAGE = 100;

export const latest = defineCommand({
  name: 'latest',
  description: 'The newest stories, all or those that fit a filter',
  access: 'anyone',
  options: {
    filter: { kind: 'filter', description: 'What to look for, such as btc negative or #etf importance>=60' },
    count: { kind: 'integer', description: 'How many, 1 to 10', min: 1, max: 10 },
    page: { kind: 'integer', description: 'Which page, 1 is the newest', min: 1, max: MAX_PAGE },
  },
  examples: ['/latest', '/latest btc', '/latest #etf negative count=3'],
  async run({ options, chat, services }) {
    const { filter, notes = [] } = options.filter ?? {};
    const count = options.count ?? DEFAULT_COUNT;
    const page = options.page ?? 1;
    // One more than shown tells whether there is a next page.
    const found = await findLatest(services.store.db, filter ?? null, {
      count: count + 1,
      skip: (page - 1) * count,
      scopes: scopesOf(chat.id),
    });
    const named = filter && describeFilter(filter, services.vocabulary);
    const call = ['latest', filter?.canonical, options.count && `count=${options.count}`].filter(Boolean).join(' ');
    if (found.length === 0 && page > 1) {
      return {
        kind: 'text',
        text: message('latest-no-more'),
        buttons: commandButton(message('latest-first-page'), call),
      };
    }
    if (found.length === 0) {
      const none = named === undefined ? message('latest-none-all') : message('latest-none', { filter: [named] });
      return { kind: 'text', text: textLines([none, ...noteLines(notes)]) };
    }
    return {
      kind: 'card',
      card: listCard({
        title: named === undefined ? message('latest-title-all') : message('latest-title', { filter: [named] }),
        lines: noteLines(notes),
        items: found.slice(0, count).map(storyItem),
        buttons: pageButtons(call, page, found.length > count && page < MAX_PAGE),
        asOf: services.clock.now(),
      }),
    };
  },
});
