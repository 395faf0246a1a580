import { defineCommand } from '../src/chat/command.ts';
import { NO_END } from '../src/chat/pause.ts';
import { OTHER_CHAT } from '../src/chat/other-chat.ts';
import { message } from '../src/model/text.ts';
import { pauseChat } from '../src/store/chats.ts';

export const pause = defineCommand({
  name: 'pause',
  description: 'No cards in this chat until /resume, or for a while',
  access: 'manager',
  options: {
    duration: { kind: 'duration', description: 'For how long: 30m, 2h, 3d; without it until /resume' },
    in: OTHER_CHAT,
  },
  examples: ['/pause', '/pause 2h'],
  async run({ options: { duration }, chat, services: { store, clock } }) {
    const until = duration === undefined ? NO_END : clock.now() + duration;
    await store.transaction('pause', (trx) => pauseChat(trx, chat.id, until));
    return {
      kind: 'text',
      text: duration === undefined ? message('pause-done') : message('pause-done-for', { ms: duration }),
      buttons: [{ kind: 'command', label: message('pause-resume'), command: 'resume', replaces: true }],
    };
  },
});
