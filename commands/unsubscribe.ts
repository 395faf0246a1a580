import { defineCommand } from '../src/chat/command.ts';
import { commandButton } from '../src/chat/command-button.ts';
import { OTHER_CHAT } from '../src/chat/other-chat.ts';
import { message } from '../src/model/text.ts';
import { describeCanonical } from '../src/subscriptions/describe-canonical.ts';
import { unsubscribe as unsubscribeChat } from '../src/subscriptions/subscribe.ts';

export const unsubscribe = defineCommand({
  name: 'unsubscribe',
  description: 'End a subscription',
  access: 'manager',
  options: {
    number: {
      kind: 'integer',
      description: 'Number of the subscription, as /subscriptions shows it',
      required: true,
      min: 1,
      max: 999_999,
    },
    in: OTHER_CHAT,
  },
  examples: ['/unsubscribe 2'],
  async run({ options: { number }, chat, services }) {
    const canonical = await unsubscribeChat(services, chat.id, number);
    return {
      kind: 'text',
      text: message('unsubscribe-done', {
        number: String(number),
        filter: describeCanonical(canonical, services.vocabulary),
      }),
      buttons: commandButton(message('unsubscribe-undo'), `subscribe ${canonical}`, { replaces: true }),
    };
  },
});
