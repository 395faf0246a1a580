import type { Button } from '../model/card.ts';
import { message } from '../model/text.ts';
import { commandButton } from './command-button.ts';
import { commandAtStart } from './command-names.ts';
import type { CommandSummary } from './command-summary.ts';
import type { Reply } from './reply.ts';
import { textLines } from './text-lines.ts';

/** A reply about another chat says which one by its title, and its buttons go on being about that one. */
export function saidElsewhere(
  reply: Reply,
  named: string,
  commands: readonly CommandSummary[],
  title: string = named,
): Reply {
  const where = message('chat-elsewhere', { chat: title });
  const there = (command: string) => (takesChat(command, commands) ? `${command} in=${named}` : command);
  const redirect = (button: Button): readonly Button[] =>
    button.kind === 'link'
      ? [button]
      : commandButton(button.label, there(button.command), button.replaces ? { replaces: true } : {});
  switch (reply.kind) {
    case 'text':
      return {
        ...reply,
        text: textLines([where, reply.text]),
        ...(reply.buttons ? { buttons: reply.buttons.flatMap(redirect) } : {}),
      };
    case 'card': {
      const { card } = reply;
      return { ...reply, card: { ...card, lines: [where, ...card.lines], buttons: card.buttons.flatMap(redirect) } };
    }
    case 'file':
      return { ...reply, text: textLines([where, reply.text]) };
    case 'confirm':
      return { ...reply, text: textLines([where, reply.text]), command: there(reply.command) };
    case 'error':
      return reply;
  }
}

function takesChat(command: string, commands: readonly CommandSummary[]): boolean {
  return Object.values(commandAtStart(command, commands)?.command.options ?? {}).some(({ kind }) => kind === 'chat');
}
