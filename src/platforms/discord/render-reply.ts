import type { Reply } from '../../chat/reply.ts';
import type { Text } from '../../model/text.ts';
import type { CommandButton } from '../../model/card.ts';
import { printable } from '../../texts/printable.ts';
import { escapeToFit } from './escape-to-fit.ts';
import { renderButtons } from './render-buttons.ts';
import { renderCard, type DiscordBody } from './render-card.ts';
import { renderPlain } from './render-plain.ts';

/** Discord: content of a message. */
const MAX_CONTENT = 2_000;

/** An answer as the body of a message. */
export function renderReply(reply: Reply, say: (text: Text) => string): DiscordBody {
  switch (reply.kind) {
    case 'card':
      return renderCard(reply.card, say);
    case 'text':
      return textBody(reply.text, renderButtons(reply.buttons ?? [], [], say), say);
    case 'confirm': {
      const button: CommandButton = { kind: 'command', label: reply.label, command: reply.command, replaces: true };
      return textBody(reply.text, renderButtons([button], [], say), say);
    }
    case 'file':
    case 'error':
      return textBody(reply.text, [], say);
  }
}

/** An answer as words alone, for where the rich form was refused. */
export function renderPlainReply(reply: Reply, say: (text: Text) => string): DiscordBody {
  return reply.kind === 'card' ? renderPlain(reply.card, say) : textBody(reply.text, [], say);
}

function textBody(text: Text, components: DiscordBody['components'], say: (text: Text) => string): DiscordBody {
  const content = escapeToFit(printable(say(text)), MAX_CONTENT);
  return { content, embeds: [], components, allowed_mentions: { parse: [] } };
}
