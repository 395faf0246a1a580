import type { InlineKeyboardButton, LinkPreviewOptions } from 'grammy/types';
import { z } from 'zod';
import { checkButtons } from './check-buttons.ts';
import { findEntities, isLink, parseText, type TdEntity } from './td-text.ts';

/** Bot API: sendMessage, text "1-4096 characters after entities parsing"; the server counts code points. */
const MAX_CHARACTERS = 4096;
/** Not documented; the server keeps the first hundred and says nothing. */
const MAX_ENTITIES = 100;
/** Inside of these nothing is found. */
const OPAQUE = new Set(['code', 'pre', 'text_link', 'text_mention']);
const ASCII_SPACES = ' \t\r\n\v\f';
/** What the server counts as no text at all; the rarest of its invisible characters are left out. */
const BLANK = /^[\s\u180e\u200b-\u200f\u2028-\u202f\u205f-\u2064\u2800\uffa0\ufffc]*$/u;

export interface CheckedMessage {
  /** Why Telegram would refuse it, in its words; empty: it takes it. */
  readonly problems: readonly string[];
  /** What people read: parsed, and trimmed as Telegram trims. */
  readonly text: string;
  /** Asked for by markup; the first 100. */
  readonly entities: readonly TdEntity[];
  readonly droppedEntities: number;
  /** What Telegram would find by itself (mentions, bare links, hashtags, commands ...) outside of code and links. */
  readonly found: readonly TdEntity[];
  readonly buttons: readonly (readonly InlineKeyboardButton[])[];
  readonly linkPreview: LinkPreviewOptions | null;
}

const linkPreviewOptions = z.strictObject({
  is_disabled: z.boolean().optional(),
  url: z.string().optional(),
  prefer_small_media: z.boolean().optional(),
  prefer_large_media: z.boolean().optional(),
  show_above_text: z.boolean().optional(),
});

/** What the Bot API server would make of a message's body; pure. Throws for nothing that it would refuse. */
export function checkMessage(params: {
  readonly text: string;
  readonly parse_mode?: string | undefined;
  readonly reply_markup?: unknown;
  readonly link_preview_options?: unknown;
}): CheckedMessage {
  const { problems: buttonProblems, rows } = checkButtons(params.reply_markup);
  const preview = checkLinkPreview(params.link_preview_options);
  const parsed = parseBody(params.text, params.parse_mode);
  const trimmed = trim(parsed.text, parsed.entities);
  const problems = [...parsed.problems, ...buttonProblems, ...preview.problems];
  if (parsed.problems.length === 0) problems.push(...checkLength(params.text, trimmed.text));
  const entities = trimmed.entities.slice(0, MAX_ENTITIES);

  return {
    problems,
    text: trimmed.text,
    entities,
    droppedEntities: trimmed.entities.length - entities.length,
    found: findEntities(trimmed.text).filter(
      (found) => !entities.some((entity) => OPAQUE.has(entity.type) && overlap(entity, found)),
    ),
    buttons: rows,
    linkPreview: preview.options,
  };
}

function parseBody(text: string, mode: string | undefined) {
  const nothing = { text: '', entities: [] };
  const kind = (mode ?? '').toLowerCase();
  if (!text.isWellFormed()) return { ...nothing, problems: ['Bad Request: strings must be encoded in UTF-8'] };
  if (kind !== '' && kind !== 'html' && kind !== 'markdown' && kind !== 'markdownv2') {
    return { ...nothing, problems: ['Bad Request: unsupported parse_mode'] };
  }
  const parsed = parseText(text, kind === '' ? null : kind);
  if (parsed.kind === 'error') return { ...nothing, problems: [`Bad Request: ${lowerFirst(parsed.message)}`] };
  return { text: parsed.text, entities: parsed.entities, problems: [] };
}

function checkLength(asSent: string, asRead: string): readonly string[] {
  if (asSent === '') return ['Bad Request: message text is empty'];
  if (BLANK.test(asRead)) return ['Bad Request: text must be non-empty'];
  if (codePoints(asRead) > MAX_CHARACTERS) return ['Bad Request: message is too long'];
  return [];
}

function checkLinkPreview(given: unknown): { problems: readonly string[]; options: LinkPreviewOptions | null } {
  if (given === undefined) return { problems: [], options: null };
  const { data, error } = linkPreviewOptions.safeParse(given);
  if (error) {
    return { problems: [`Bad Request: can't parse link preview options: ${z.prettifyError(error)}`], options: null };
  }
  if (data.url && !isLink(data.url)) return { problems: ['Bad Request: WEBPAGE_URL_INVALID'], options: null };
  // Left-out keys are absent from parsed JSON, so none of them is there with the value undefined.
  return { problems: [], options: data as LinkPreviewOptions };
}

/** Telegram cuts ASCII spaces and line ends off both ends; entities move along and end with the text. */
function trim(text: string, entities: readonly TdEntity[]) {
  let start = 0;
  let end = text.length;
  while (start < end && ASCII_SPACES.includes(text.charAt(start))) start += 1;
  while (end > start && ASCII_SPACES.includes(text.charAt(end - 1))) end -= 1;
  const kept = text.slice(start, end);
  const moved = entities.flatMap((entity) => {
    const from = Math.max(entity.offset - start, 0);
    const to = Math.min(entity.offset + entity.length - start, kept.length);
    return to > from ? [{ ...entity, offset: from, length: to - from }] : [];
  });
  return { text: kept, entities: moved };
}

function overlap(a: TdEntity, b: TdEntity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** As the Bot API server writes TDLib's errors. */
function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
