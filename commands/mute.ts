import { defineCommand } from '../src/chat/command.ts';
import { OTHER_CHAT } from '../src/chat/other-chat.ts';
import { scopesOf } from '../src/model/scope.ts';
import { message } from '../src/model/text.ts';
import { UserError } from '../src/model/user-error.ts';
import { findDelivery, updateDelivery } from '../src/store/deliveries.ts';
import { findStory } from '../src/store/stories.ts';
import { storySubject } from '../src/delivery/subject.ts';
import { STORY_NUMBER } from './story-number.ts';

export const mute = defineCommand({
  name: 'mute',
  description: 'Stop changes to the card of one story in this chat',
  access: 'manager',
  visibility: 'person',
  options: {
    number: STORY_NUMBER,
    in: OTHER_CHAT,
  },
  examples: ['/mute 17'],
  async run({ options: { number }, chat, services: { store } }) {
    const found = await findStory(store.db, number, scopesOf(chat.id));
    const delivery = found && (await findDelivery(store.db, chat.id, storySubject(found.id)));
    if (!delivery) throw new UserError('no_such_card', message('mute-unknown', { number: String(number) }));
    await store.transaction('mute', (trx) => updateDelivery(trx, delivery.id, { state: 'frozen', due_at: null }));
    return { kind: 'text', text: message('mute-done', { title: found.content.title }) };
  },
});
