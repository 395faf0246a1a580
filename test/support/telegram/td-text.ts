import { getTdjson } from 'prebuilt-tdlib';
import * as tdl from 'tdl';

/** An entity with its Bot API name; offset and length in UTF-16 units. */
export interface TdEntity {
  readonly offset: number;
  readonly length: number;
  /** `bold`, `text_link`, `bot_command` ... */
  readonly type: string;
  /** Of a text_link, as TDLib mends it. */
  readonly url?: string;
  /** Of a pre. */
  readonly language?: string;
  /** Of a text_mention. */
  readonly userId?: number;
  /** Of a date_time: Unix seconds. */
  readonly unixTime?: number;
}

export type ParsedText =
  | { readonly kind: 'text'; readonly text: string; readonly entities: readonly TdEntity[] }
  | { readonly kind: 'error'; readonly message: string };

type LibraryEntity = Exclude<ReturnType<typeof detect>, { readonly _: 'error' }>['entities'][number];

const BOT_API_NAMES: Readonly<Record<string, string>> = {
  textEntityTypeBold: 'bold',
  textEntityTypeItalic: 'italic',
  textEntityTypeUnderline: 'underline',
  textEntityTypeStrikethrough: 'strikethrough',
  textEntityTypeSpoiler: 'spoiler',
  textEntityTypeCode: 'code',
  textEntityTypePre: 'pre',
  textEntityTypePreCode: 'pre',
  textEntityTypeBlockQuote: 'blockquote',
  textEntityTypeExpandableBlockQuote: 'expandable_blockquote',
  textEntityTypeTextUrl: 'text_link',
  textEntityTypeMentionName: 'text_mention',
  textEntityTypeCustomEmoji: 'custom_emoji',
  textEntityTypeDateTime: 'date_time',
  textEntityTypeMention: 'mention',
  textEntityTypeHashtag: 'hashtag',
  textEntityTypeCashtag: 'cashtag',
  textEntityTypeBotCommand: 'bot_command',
  textEntityTypeUrl: 'url',
  textEntityTypeEmailAddress: 'email',
  textEntityTypePhoneNumber: 'phone_number',
};

let configured = false;

/** TDLib's own parser: the one inside the Bot API server. `mode` in lower case; null: plain text. */
export function parseText(text: string, mode: 'html' | 'markdown' | 'markdownv2' | null): ParsedText {
  if (mode === null) return { kind: 'text', text, entities: [] };
  const parsed = library().execute({
    _: 'parseTextEntities',
    text,
    parse_mode:
      mode === 'html'
        ? { _: 'textParseModeHTML' }
        : { _: 'textParseModeMarkdown', version: mode === 'markdown' ? 1 : 2 },
  });
  if (parsed._ === 'error') return { kind: 'error', message: parsed.message };
  return { kind: 'text', text: parsed.text, entities: parsed.entities.flatMap(toEntity) };
}

/** What Telegram finds by itself in plain text: mentions, bare links, hashtags, commands, addresses. */
export function findEntities(text: string): readonly TdEntity[] {
  const found = detect(text);
  return found._ === 'error' ? [] : found.entities.flatMap(toEntity);
}

/** Whether TDLib takes it for a link: http, https, tg or ton, a host with a dot or an IP address. */
export function isLink(url: string): boolean {
  const href = url.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const parsed = parseText(`<a href="${href}">x</a>`, 'html');
  return parsed.kind === 'text' && parsed.entities.length > 0;
}

/** Loaded by the first text. The old interface, since it alone lets several worker threads share one TDLib. */
function library(): typeof tdl {
  if (!configured) tdl.configure({ tdjson: getTdjson(), verbosityLevel: 0, useOldTdjsonInterface: true });
  configured = true;
  return tdl;
}

function detect(text: string) {
  return library().execute({ _: 'getTextEntities', text });
}

function toEntity({ offset, length, type }: LibraryEntity): TdEntity[] {
  const name = BOT_API_NAMES[type._];
  if (!name) return [];
  const entity = { offset, length, type: name };
  switch (type._) {
    case 'textEntityTypeTextUrl':
      return [{ ...entity, url: type.url }];
    case 'textEntityTypePreCode':
      return [{ ...entity, language: type.language }];
    case 'textEntityTypeMentionName':
      return [{ ...entity, userId: type.user_id }];
    case 'textEntityTypeDateTime':
      return [{ ...entity, unixTime: type.unix_time }];
    default:
      return [entity];
  }
}
