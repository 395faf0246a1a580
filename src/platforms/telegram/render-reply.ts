import type { Reply } from '../../chat/reply.ts';
import type { Button, CommandButton } from '../../model/card.ts';
import type { Text } from '../../model/text.ts';
import { cutAtWord } from '../../texts/cut-at-word.ts';
import { renderButtons } from './render-buttons.ts';
import { renderCard, type TelegramBody } from './render-card.ts';
import { renderPlain } from './render-plain.ts';
import { sayInert, sayInertLine } from './say-inert.ts';
import { words } from './telegram-markup.ts';

/** Bot API: sendMessage. */
const MAX_TEXT = 4096;

/** An answer as the body of a message. */
export function renderReply(reply: Reply, say: (text: Text) => string): TelegramBody {
  switch (reply.kind) {
    case 'card':
      return renderCard(reply.card, say);
    case 'text':
      return textBody(reply.text, reply.buttons ?? [], say);
    case 'confirm': {
      const button: CommandButton = { kind: 'command', label: reply.label, command: reply.command, replaces: true };
      return textBody(reply.text, [button], say);
    }
    case 'file':
    case 'error':
      return textBody(reply.text, [], say);
  }
}

/** An answer as words alone, for where the rich form was refused. */
export function renderPlainReply(reply: Reply, say: (text: Text) => string): TelegramBody {
  if (reply.kind === 'card') return renderPlain(reply.card, say);
  const text = cutAtWord(sayInertLine(reply.text, say), MAX_TEXT);
  return { text, link_preview_options: { is_disabled: true } };
}

function textBody(text: Text, buttons: readonly Button[], say: (text: Text) => string): TelegramBody {
  const keyboard = renderButtons(buttons, [], say);
  return {
    text: words(sayInert(text, say), MAX_TEXT).html,
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    ...(keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard: keyboard } }),
  };
}
