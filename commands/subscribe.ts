import { defineCommand } from '../src/chat/command.ts';
import { commandButton } from '../src/chat/command-button.ts';
import { noteLines } from '../src/chat/note-lines.ts';
import { pauseLines } from '../src/chat/pause.ts';
import { OTHER_CHAT } from '../src/chat/other-chat.ts';
import { listCard } from '../src/cards/list-card.ts';
import { message } from '../src/model/text.ts';
import { describeFilter } from '../src/subscriptions/describe-filter.ts';
import { DEFAULT_CAP_DAY, DEFAULT_CAP_HOUR, subscribe as subscribeChat } from '../src/subscriptions/subscribe.ts';

export const subscribe = defineCommand({
  name: 'subscribe',
  description: 'Get a live card of every story that fits a filter',
  access: 'manager',
  posts: true,
  options: {
    filter: {
      kind: 'filter',
      description: 'What to look out for, such as btc negative or #etf outlets>=2',
      required: true,
    },
    in: OTHER_CHAT,
  },
  examples: ['/subscribe btc negative', '/subscribe #etf outlets>=2', '/subscribe eth sentiment<-0.4 -@tier4'],
  async run({ options: { filter }, chat, services }) {
    const number = await subscribeChat(services, chat.id, filter.filter);
    return {
      kind: 'card',
      card: listCard({
        title: message('subscribe-done', { number: String(number) }),
        lines: [
          message('subscribe-filter', { filter: describeFilter(filter.filter, services.vocabulary) }),
          ...noteLines(filter.notes),
          message('subscribe-caps', { hour: DEFAULT_CAP_HOUR, day: DEFAULT_CAP_DAY }),
          ...pauseLines(chat, services.clock.now()),
        ],
        buttons: [
          ...commandButton(message('subscribe-preview'), `preview ${filter.filter.canonical}`),
          ...commandButton(message('subscribe-undo'), `unsubscribe ${number}`, { replaces: true }),
        ],
        asOf: services.clock.now(),
      }),
    };
  },
});
