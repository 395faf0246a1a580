import type { Clock } from '../../model/clock.ts';
import type { Card } from '../../model/card.ts';
import type { ChatAddress } from '../../model/chat.ts';
import { message, type Text } from '../../model/text.ts';
import type { Texts } from '../../texts/texts.ts';
import type { Messenger } from '../../delivery/messenger.ts';
import { ownerOf } from '../../chat/caller.ts';
import { commandAtStart } from '../../chat/command-names.ts';
import { complete } from '../../chat/complete.ts';
import type { CommandDispatch } from '../../chat/dispatch.ts';
import type { OptionSpec, UploadedFile } from '../../chat/options.ts';
import type { Reply } from '../../chat/reply.ts';
import type { Services } from '../../chat/services.ts';
import { findChat } from '../../store/chats.ts';
import {
  editLocalMessage,
  latestLocalMessages,
  postLocalMessage,
  type LocalMessageRow,
} from '../../store/local-messages.ts';
import type { Store } from '../../store/store.ts';
import type { LocalBackend, LocalFile, LocalMessage, LocalReply } from './api.ts';
import { renderButton, renderCard } from './render-card.ts';
import { renderedCardColumn } from './rendered-card-column.ts';

/** The one chat of the local page. */
export const LOCAL_CHAT: ChatAddress = { platform: 'local', nativeId: 'page', thread: '' };
const OPERATOR = { id: 'local:operator', isOperator: true };

export interface LocalPlatform {
  readonly messenger: Messenger;
  backend(commands: CommandDispatch, services: Services, chatId: number): LocalBackend;
}

/** The local page as a platform: its messages lie in the store, so that they are there after a restart. */
export function createLocalPlatform(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly texts: Texts;
}): LocalPlatform {
  const { store, clock, texts } = parts;
  const listeners = new Set<(message: LocalMessage) => void>();

  function tell(row: LocalMessageRow): void {
    const message = toMessage(row);
    for (const listener of listeners) listener(message);
  }

  function render(card: Card, language: string): string {
    return JSON.stringify(renderCard(card, (text) => texts.say(text, language)));
  }

  const messenger: Messenger = {
    platform: 'local',
    isIdempotent: true,
    async post(_to, card, { nonce, language }) {
      const text = render(card, language);
      const { row, repeated } = await store.transaction('local-post', (trx) =>
        postLocalMessage(trx, { nonce, card: text, now: clock.now() }),
      );
      if (!repeated) tell(row);
      return { kind: 'sent', ref: String(row.id) };
    },
    async edit(_to, ref, card, { language }) {
      const text = render(card, language);
      const row = await store.transaction('local-edit', (trx) => editLocalMessage(trx, Number(ref), text, clock.now()));
      if (!row) return { kind: 'refused', reason: 'the message is no longer there' };
      tell(row);
      return { kind: 'edited' };
    },
  };

  return {
    messenger,
    backend: (commands, services, chatId) => ({
      async run(text, file) {
        const chat = await findChat(store.db, chatId);
        if (!chat) throw new Error('the local chat is not in the store');
        const say = (said: Text) => texts.say(said, chat.language);
        const wanted = file ? undefined : wantedFile(text, services);
        if (wanted) return askForFile(text, wanted, say);
        const owner = ownerOf(chat, OPERATOR);
        const reply = await commands.runText(text, file ? { ...owner, file: uploaded(file) } : owner);
        return renderReply(reply, say);
      },
      complete: async (text) => complete(text, services),
      messages: async (limit) => (await latestLocalMessages(store.db, limit)).map(toMessage),
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    }),
  };
}

type FileOption = Extract<OptionSpec, { readonly kind: 'file' }>;

/** The file that a command cannot do without. */
function wantedFile(text: string, { commands }: Services): FileOption | undefined {
  const options = Object.values(commandAtStart(text, commands)?.command.options ?? {});
  return options.find((spec): spec is FileOption => spec.kind === 'file' && spec.required === true);
}

function askForFile(text: string, { endings }: FileOption, say: (text: Text) => string): LocalReply {
  const label = say(message('local-choose-file'));
  return {
    kind: 'text',
    text: say(message('local-file-wanted', { endings })),
    buttons: [{ kind: 'upload', label, command: text, endings }],
  };
}

function uploaded({ name, content }: LocalFile): UploadedFile {
  const bytes = Buffer.from(content);
  return { name, sizeBytes: bytes.byteLength, read: async () => bytes };
}

function toMessage(row: LocalMessageRow): LocalMessage {
  return {
    id: row.id,
    postedAt: row.posted_at,
    editedAt: row.edited_at,
    card: renderedCardColumn.parse(JSON.parse(row.card)),
  };
}

function renderReply(reply: Reply, say: (text: Text) => string): LocalReply {
  switch (reply.kind) {
    case 'text':
      return {
        kind: 'text',
        text: say(reply.text),
        buttons: (reply.buttons ?? []).map((button) => renderButton(button, say)),
      };
    case 'card':
      return { kind: 'cards', intro: null, cards: [renderCard(reply.card, say)], buttons: [] };
    case 'confirm':
      return {
        kind: 'text',
        text: say(reply.text),
        buttons: [{ kind: 'command', label: say(reply.label), command: reply.command }],
      };
    case 'file':
      return { kind: 'file', text: say(reply.text), file: reply.file };
    case 'error':
      return { kind: 'error', text: say(reply.text) };
  }
}
