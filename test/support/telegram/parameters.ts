import { z } from 'zod';
import { refusal } from './api-error.ts';

const chatId = z.union([z.int(), z.string().min(1)]);
const notPlayed = z.never('is a parameter that this fake does not play').optional();
const scope = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators']) }),
  z.strictObject({ type: z.enum(['chat', 'chat_administrators']), chat_id: chatId }),
  z.strictObject({ type: z.literal('chat_member'), chat_id: chatId, user_id: z.int() }),
]);
const languageCode = z.string().regex(/^(?:[a-z]{2})?$/);
const noParameters = z.object({});

/** Bot API 10.1. Bodies of messages stay unknown here: check-message.ts reads them. */
const PARAMETERS = {
  getMe: noParameters,
  getUpdates: z.object({
    offset: z.int().optional(),
    limit: z.int().min(1).max(100).optional(),
    timeout: z.int().min(0).optional(),
    allowed_updates: z.array(z.string()).optional(),
  }),
  deleteWebhook: z.object({ drop_pending_updates: z.boolean().optional() }),
  setMyCommands: z.object({
    commands: z.array(z.strictObject({ command: z.string(), description: z.string() })),
    scope: scope.optional(),
    language_code: languageCode.optional(),
  }),
  getMyCommands: z.object({ scope: scope.optional(), language_code: languageCode.optional() }),
  sendMessage: z.object({
    chat_id: chatId,
    message_thread_id: z.int().optional(),
    text: z.string(),
    parse_mode: z.string().optional(),
    link_preview_options: z.unknown().optional(),
    disable_notification: z.boolean().optional(),
    protect_content: z.boolean().optional(),
    reply_parameters: z
      .strictObject({ message_id: z.int(), allow_sending_without_reply: z.boolean().optional() })
      .optional(),
    reply_markup: z.unknown().optional(),
    business_connection_id: notPlayed,
    direct_messages_topic_id: notPlayed,
    entities: notPlayed,
    allow_paid_broadcast: notPlayed,
    message_effect_id: notPlayed,
    suggested_post_parameters: notPlayed,
  }),
  sendDocument: z.object({
    chat_id: chatId,
    message_thread_id: z.int().optional(),
    document: z.object({ name: z.string(), content: z.string() }),
    caption: z.string().optional(),
    parse_mode: z.string().optional(),
    reply_parameters: z
      .strictObject({ message_id: z.int(), allow_sending_without_reply: z.boolean().optional() })
      .optional(),
  }),
  getFile: z.object({ file_id: z.string() }),
  editMessageText: z.object({
    chat_id: chatId,
    message_id: z.int(),
    text: z.string(),
    parse_mode: z.string().optional(),
    link_preview_options: z.unknown().optional(),
    reply_markup: z.unknown().optional(),
    business_connection_id: notPlayed,
    inline_message_id: notPlayed,
    entities: notPlayed,
    rich_message: notPlayed,
  }),
  editMessageReplyMarkup: z.object({
    chat_id: chatId,
    message_id: z.int(),
    reply_markup: z.unknown().optional(),
    business_connection_id: notPlayed,
    inline_message_id: notPlayed,
  }),
  answerCallbackQuery: z.object({
    callback_query_id: z.string(),
    text: z.string().optional(),
    show_alert: z.boolean().optional(),
    cache_time: z.int().min(0).optional(),
    url: z.string().optional(),
  }),
  deleteMessage: z.object({ chat_id: chatId, message_id: z.int() }),
  sendChatAction: z.object({
    chat_id: chatId,
    message_thread_id: z.int().optional(),
    action: z.enum([
      'typing',
      'upload_photo',
      'record_video',
      'upload_video',
      'record_voice',
      'upload_voice',
      'upload_document',
      'choose_sticker',
      'find_location',
      'record_video_note',
      'upload_video_note',
    ]),
    business_connection_id: notPlayed,
  }),
  getChat: z.object({ chat_id: chatId }),
  getChatMember: z.object({ chat_id: chatId, user_id: z.int() }),
  getChatAdministrators: z.object({ chat_id: chatId, return_bots: z.boolean().optional() }),
  leaveChat: z.object({ chat_id: chatId }),
};

export type MethodName = keyof typeof PARAMETERS;
export type Params<M extends MethodName> = z.output<(typeof PARAMETERS)[M]>;
/** `gone`: the caller hung up. */
export type Methods = {
  readonly [M in MethodName]: (params: Params<M>, gone: AbortSignal) => unknown;
};

export function isMethod(name: string): name is MethodName {
  return Object.hasOwn(PARAMETERS, name);
}

/** Throws a refusal; the real server's words differ by parameter, ours name the parameter and what is wrong with it. */
export function readParams<M extends MethodName>(method: M, body: unknown): Params<M> {
  const { data, error } = PARAMETERS[method].safeParse(body);
  if (error) {
    const issues = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw refusal(`Bad Request: can't parse parameters: ${issues.join('; ')}`);
  }
  // The schema of this very method gave it; TypeScript does not follow an index into a union.
  return data as Params<M>;
}

/** Names of parameters that the method does not have. The real server ignores them. */
export function unknownParams(method: MethodName, body: unknown): readonly string[] {
  return Object.keys(body ?? {}).filter((name) => !Object.hasOwn(PARAMETERS[method].shape, name));
}
