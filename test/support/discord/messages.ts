import { ComponentType, MessageFlags, PermissionFlagsBits, type APIMessageTopLevelComponent } from 'discord.js';
import { apiErrors, invalidFormBody } from './api-error.ts';
import { flawsBeyondSpec, isEmptyMessage, type MessageBody } from './check-message.ts';
import type { ShownButton, ShownMessage } from './fake-discord-types.ts';
import { has } from './permissions.ts';
import type { AnswerTo, Channel, Message, WorldState } from './world.ts';

/** What comes in is any component. */
const BUTTON: number = ComponentType.Button;

/** Flags that a bot may set on what it posts; only answers to people may be ephemeral. */
const SETTABLE = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

export interface Nonces {
  /** The message that this nonce made lately, if one did. */
  find(nonce: string | number | null | undefined): Message | undefined;
  keep(nonce: string | number | null | undefined, message: Message): void;
}

/** resources/message: `enforce_nonce` looks for a message of the same author, not only of the same channel. */
export function makeNonces(windowMs: number): Nonces {
  const made = new Map<string, Message>();
  return {
    find(nonce) {
      const message = made.get(String(nonce));
      return message && message.at + windowMs > Date.now() ? message : undefined;
    },
    keep(nonce, message) {
      if (nonce !== null && nonce !== undefined) made.set(String(nonce), message);
    },
  };
}

/** Posts into a channel as the bot, with what its permissions leave of the message. */
export function postMessage(world: WorldState, nonces: Nonces, channel: Channel, body: MessageBody): Message {
  const earlier = body.enforce_nonce ? nonces.find(body.nonce) : undefined;
  if (earlier) return earlier;
  const message = writeMessage(world, channel, allowedParts(world, channel, body), null);
  nonces.keep(body.nonce, message);
  return message;
}

export function writeMessage(
  world: WorldState,
  channel: Channel,
  body: MessageBody,
  answerTo: AnswerTo | null,
  flags = 0,
): Message {
  const message: Message = {
    id: world.ids.next(),
    channelId: channel.id,
    content: (body.content ?? '').trim(),
    embeds: body.embeds ?? [],
    components: numbered(body.components ?? []),
    flags: ((body.flags ?? 0) & SETTABLE) | flags,
    nonce: body.nonce ?? null,
    at: Date.now(),
    editedAt: null,
    edits: 0,
    answerTo,
  };
  channel.messages.set(message.id, message);
  return message;
}

/**
 * Changes the fields that the body names; null empties one. The answer that takes the place of "thinking ..." is no edit.
 *
 * @throws ApiError when nothing would be left, or when old and new together break a rule.
 */
export function editMessage(message: Message, body: MessageBody): void {
  const flags = body.flags === undefined ? message.flags : message.flags | (body.flags & SETTABLE);
  const edited = {
    flags: flags & ~MessageFlags.Loading,
    content: body.content === undefined ? message.content : (body.content ?? '').trim(),
    embeds: body.embeds === undefined ? message.embeds : (body.embeds ?? []),
    components: body.components === undefined ? message.components : numbered(body.components ?? []),
  };
  const whole = { ...edited, embeds: [...edited.embeds], components: [...edited.components] };
  const flaws = flawsBeyondSpec(whole);
  if (flaws.length > 0) throw invalidFormBody(flaws);
  if (isEmptyMessage(whole)) throw apiErrors.emptyMessage();
  const first = (message.flags & MessageFlags.Loading) !== 0;
  Object.assign(message, edited);
  if (first) return;
  message.edits++;
  message.editedAt = Date.now();
}

/** Without Embed Links a message of embeds alone is refused, and one with a text loses them. */
export function allowedParts(world: WorldState, channel: Channel, body: MessageBody): MessageBody {
  if (!body.embeds?.length || has(world.botPermissions(channel), PermissionFlagsBits.EmbedLinks)) return body;
  if (!body.content) throw apiErrors.missingPermissions();
  return { ...body, embeds: [] };
}

export function isEphemeral({ flags }: Message): boolean {
  return (flags & MessageFlags.Ephemeral) !== 0;
}

export function isLoading({ flags }: Message): boolean {
  return (flags & MessageFlags.Loading) !== 0;
}

/** A copy, as it is seen now. */
export function shownMessage({ id, content, embeds, components, edits, nonce, at }: Message): ShownMessage {
  const buttons = [...buttonsIn(components)];
  return { id, content, embeds, components, buttons, edits, nonce: nonce === null ? null : String(nonce), at };
}

function* buttonsIn(components: readonly unknown[]): Generator<ShownButton> {
  for (const item of components) {
    if (typeof item !== 'object' || item === null) continue;
    const none = { type: 0, label: '', custom_id: null, url: null, disabled: false, components: [], accessory: null };
    const { type, components: inner, accessory, ...button } = { ...none, ...item };
    if (type === BUTTON) {
      yield { label: button.label, customId: button.custom_id, url: button.url, disabled: button.disabled };
    }
    yield* buttonsIn([...inner, accessory]);
  }
}

/** Every component gets a number of its own, from 1, where the bot gave none. */
function numbered(components: readonly APIMessageTopLevelComponent[]): readonly APIMessageTopLevelComponent[] {
  let last = 0;
  const number = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(number);
    if (typeof item !== 'object' || item === null) return item;
    const id = { id: ++last, ...item }.id;
    const entries = Object.entries(item).map(([key, value]: [string, unknown]) => {
      return [key, key === 'components' || key === 'accessory' ? number(value) : value];
    });
    return { ...Object.fromEntries(entries), id };
  };
  // The same shape with ids.
  return number(components) as readonly APIMessageTopLevelComponent[];
}
