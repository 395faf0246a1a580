import { defineCommand } from '../src/chat/command.ts';
import { OTHER_CHAT } from '../src/chat/other-chat.ts';
import { message } from '../src/model/text.ts';
import { pauseChat } from '../src/store/chats.ts';

export const resume = defineCommand({
  name: 'resume',
  description: 'Cards again after /pause',
  access: 'manager',
  posts: true,
  options: {
    in: OTHER_CHAT,
  },
  examples: ['/resume'],
  async run({ chat, services: { store, clock, onDeliveries } }) {
    if (chat.pausedUntil === null || chat.pausedUntil <= clock.now()) {
      return { kind: 'text', text: message('resume-not-paused') };
    }
    await store.transaction('resume', (trx) => pauseChat(trx, chat.id, null));
    onDeliveries();
    return {
      kind: 'text',
      text: message('resume-done'),
      buttons: [{ kind: 'command', label: message('resume-latest'), command: 'latest' }],
    };
  },
});
