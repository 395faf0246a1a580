import { defineCommand } from '../src/chat/command.ts';
import { pauseLines } from '../src/chat/pause.ts';
import { OTHER_CHAT } from '../src/chat/other-chat.ts';
import { listCard } from '../src/cards/list-card.ts';
import { message } from '../src/model/text.ts';
import { subscriptionsOf } from '../src/store/subscriptions.ts';
import { describeCanonical } from '../src/subscriptions/describe-canonical.ts';

const MAX_BUTTONS = 10;

export const subscriptions = defineCommand({
  name: 'subscriptions',
  description: 'What this chat is subscribed to',
  access: 'anyone',
  visibility: 'person',
  options: {
    in: OTHER_CHAT,
  },
  examples: ['/subscriptions'],
  async run({ chat, services }) {
    const known = await subscriptionsOf(services.store.db, chat.id);
    const now = services.clock.now();
    if (known.length === 0) return { kind: 'text', text: message('subscriptions-none') };
    return {
      kind: 'card',
      card: listCard({
        title: message('subscriptions-title', { count: known.length }),
        lines: pauseLines(chat, now),
        table: {
          head: [message('subscriptions-number'), message('subscriptions-filter'), message('subscriptions-written')],
          rows: known.map(({ number, filter }) => [
            String(number),
            describeCanonical(filter, services.vocabulary),
            filter,
          ]),
        },
        buttons: known.slice(0, MAX_BUTTONS).map(({ number }) => ({
          kind: 'command',
          label: message('subscriptions-end', { number: String(number) }),
          command: `unsubscribe ${number}`,
        })),
        ...(known.length > MAX_BUTTONS ? { footer: message('subscriptions-footer') } : {}),
        asOf: now,
      }),
    };
  },
});
