import { defineCommand } from '../src/chat/command.ts';
import { message } from '../src/model/text.ts';

const SUGGESTIONS = ['btc negative', 'importance>=70', '#etf', '#regulation @tier2', 'eth outlets>=2'];

export const start = defineCommand({
  name: 'start',
  description: 'What Bellwether does, and five subscriptions to begin with',
  access: 'anyone',
  visibility: 'person',
  options: {},
  examples: ['/start'],
  async run() {
    return {
      kind: 'text',
      text: message('start-greeting'),
      buttons: SUGGESTIONS.map((filter) => ({ kind: 'command', label: filter, command: `subscribe ${filter}` })),
    };
  },
});
