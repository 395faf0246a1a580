import { defineCommand } from '../src/chat/command.ts';
import { commandButton } from '../src/chat/command-button.ts';
import type { CommandSummary } from '../src/chat/command-summary.ts';
import type { Services } from '../src/chat/services.ts';
import { listCard } from '../src/cards/list-card.ts';
import type { Platform } from '../src/model/chat.ts';
import { message, type Text } from '../src/model/text.ts';

export const help = defineCommand({
  name: 'help',
  description: 'All commands, or one in detail',
  access: 'anyone',
  visibility: 'person',
  options: { command: { kind: 'command', description: 'Name of a command' } },
  examples: ['/help', '/help subscribe'],
  async run({ options, chat, services }) {
    const visible = services.commands.filter(({ hidden }) => !hidden);
    const command = visible.find(({ name }) => name === options.command);
    return {
      kind: 'card',
      card: command ? commandCard(command, chat.platform, services) : overview(visible, services),
    };
  },
});

function overview(commands: readonly CommandSummary[], { clock }: Services) {
  return listCard({
    title: message('help-title'),
    table: {
      head: [message('help-command'), message('help-does')],
      rows: commands.map((command) => [usage(command), command.description]),
    },
    footer: message('help-footer'),
    asOf: clock.now(),
  });
}

function commandCard(command: CommandSummary, platform: Platform, { clock, vocabulary }: Services) {
  // The local page has no other chats.
  const options = Object.entries(command.options).filter(([, { kind }]) => kind !== 'chat' || platform !== 'local');
  const takesFilter = options.some(([, { kind }]) => kind === 'filter');
  const rows: readonly (readonly Text[])[] = [
    ...options.map(([name, { kind, description }]) => [kind === 'chat' ? `${name} @channel` : name, description]),
    ...(takesFilter ? filterRows([...vocabulary.outlets.keys()][0]) : []),
  ];
  return listCard({
    title: usage(command),
    lines: [
      command.description,
      ...(command.access === 'anyone' ? [] : [message('help-managers')]),
      ...command.examples.map((example) => message('help-example', { example })),
      ...(takesFilter ? [message('help-alternatives')] : []),
    ],
    table: rows.length === 0 ? null : { head: [message('help-write'), message('help-means')], rows },
    buttons: isHarmless(command) ? command.examples.flatMap((example) => commandButton(example, example.slice(1))) : [],
    asOf: clock.now(),
  });
}

/** Whether one press on an example can do no harm: it changes nothing and needs nothing that may not be there. */
function isHarmless({ access, options }: CommandSummary): boolean {
  return access === 'anyone' && !Object.values(options).some(({ kind, required }) => required && kind === 'integer');
}

function filterRows(outlet: string | undefined): readonly (readonly Text[])[] {
  return [
    ['btc, $SOL, bitcoin', message('help-term-asset')],
    ['#etf', message('help-term-topic')],
    [outlet === undefined ? '@tier2' : `@${outlet}, @tier2`, message('help-term-outlet')],
    ['negative, neutral, positive', message('help-term-tone')],
    ['sentiment<-0.4, importance>=60, outlets>=2', message('help-term-limit')],
    ['lang:en', message('help-term-language')],
    ['"forced deleveraging", halving', message('help-term-words')],
    ['-doge, -"price prediction"', message('help-term-not')],
  ];
}

function usage({ name, options }: CommandSummary): string {
  const parts = Object.entries(options)
    .filter(([, { kind }]) => kind !== 'chat')
    .map(([option, { required }]) => (required ? option : `[${option}]`));
  return [`/${name}`, ...parts].join(' ');
}
