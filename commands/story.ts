import { defineCommand } from '../src/chat/command.ts';
import { storyDetailCard } from '../src/cards/story-card.ts';
import { scopesOf } from '../src/model/scope.ts';
import { message } from '../src/model/text.ts';
import { UserError } from '../src/model/user-error.ts';
import { providerWordsOf } from '../src/store/providers.ts';
import { findStory } from '../src/store/stories.ts';
import { STORY_NUMBER } from './story-number.ts';

export const story = defineCommand({
  name: 'story',
  description: 'All that is known of one story: every outlet, every figure with its sentence',
  access: 'anyone',
  options: {
    number: STORY_NUMBER,
  },
  examples: ['/story 17'],
  async run({ options: { number }, chat, services }) {
    const found = await findStory(services.store.db, number, scopesOf(chat.id));
    if (!found) throw new UserError('no_such_story', message('story-unknown', { number: String(number) }));
    return { kind: 'card', card: storyDetailCard(found, await providerWordsOf(services.store.db, found.id)) };
  },
});
