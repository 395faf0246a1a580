import { defineCommand } from '../src/chat/command.ts';
import { listCard } from '../src/cards/list-card.ts';
import { storyItem } from '../src/cards/story-card.ts';
import { scopesOf } from '../src/model/scope.ts';
import { message } from '../src/model/text.ts';
import { searchText } from '../src/subscriptions/find-stories.ts';

const MAX_RESULTS = 8;

export const search = defineCommand({
  name: 'search',
  description: 'Find stories by their words, best first',
  access: 'anyone',
  options: { text: { kind: 'text', description: 'Words to look for', required: true, maxLength: 200 } },
  examples: ['/search forced deleveraging', '/search miner shutdown price'],
  async run({ options: { text }, chat, services }) {
    const { stories, hasAllWords } = await searchText(services.store.db, scopesOf(chat.id), text, MAX_RESULTS);
    if (stories.length === 0) return { kind: 'text', text: message('search-none', { text }) };
    return {
      kind: 'card',
      card: listCard({
        title: message('search-title', { text }),
        lines: hasAllWords ? [] : [message('search-some')],
        items: stories.map(storyItem),
        asOf: services.clock.now(),
      }),
    };
  },
});
