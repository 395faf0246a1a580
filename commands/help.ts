import { defineCommand } from '../src/chat/command.ts';
import type { CommandSummary } from '../src/chat/command-summary.ts';
import { listCard } from '../src/cards/list-card.ts';
import { message } from '../src/model/text.ts';
import { UserError } from '../src/model/user-error.ts';

export const help = defineCommand({
  name: 'help',
  description: 'All commands, or one in detail',
  access: 'anyone',
  options: { command: { kind: 'text', description: 'Name of a command', maxLength: 40 } },
  examples: ['/help', '/help subscribe'],
  async run({ options, services }) {
    const visible = services.commands.filter(({ hidden }) => !hidden);
    const asOf = services.clock.now();
    if (options.command === undefined) {
      return {
        kind: 'card',
        card: listCard({
          title: message('help-title'),
          table: {
            head: [message('help-command'), message('help-does')],
            rows: visible.map((command) => [usage(command), command.description]),
          },
          lines: [message('help-filters')],
          footer: message('help-footer'),
          asOf,
        }),
      };
    }
    const name = options.command.replace(/^\//, '').toLowerCase();
    const command = visible.find((known) => known.name === name);
    if (!command) throw new UserError('unknown_command', message('chat-unknown-command', { name }));
    return { kind: 'card', card: commandCard(command, asOf) };
  },
});

function commandCard(command: CommandSummary, asOf: number) {
  const options = Object.entries(command.options);
  return listCard({
    title: usage(command),
    lines: [
      command.description,
      ...(options.some(([, option]) => option.kind === 'filter') ? [message('help-filters')] : []),
    ],
    table:
      options.length === 0
        ? null
        : {
            head: [message('help-option'), message('help-does')],
            rows: options.map(([name, option]) => [name, option.description]),
          },
    buttons: command.examples.map((example) => ({
      kind: 'command',
      label: example,
      command: example.replace(/^\//, ''),
    })),
    asOf,
  });
}

function usage({ name, options }: CommandSummary): string {
  const parts = Object.entries(options).map(([option, { required }]) => (required ? option : `[${option}]`));
  return [`/${name}`, ...parts].join(' ');
}
