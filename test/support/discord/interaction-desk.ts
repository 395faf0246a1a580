import { randomBytes } from 'node:crypto';
import * as spec from 'discord-api-spec/zod';
import { InteractionResponseType as Type, InteractionType, MessageFlags } from 'discord.js';
import { apiErrors, invalidFormBody, type ApiError } from './api-error.ts';
import { flawsBeyondSpec, isEmptyMessage, type MessageBody } from './check-message.ts';
import type { Answer, Choice, ShownMessage } from './fake-discord-types.ts';
import { brokenStrings, flawsBySpec } from './flaw.ts';
import { checkedChoices } from './check-choices.ts';
import { editMessage, isEphemeral, isLoading, shownMessage, writeMessage } from './messages.ts';
import type { Channel, Message, User, WorldState } from './world.ts';

/** What a person asked, and how far the bot's answer is. */
export interface Asked {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly channel: Channel;
  readonly user: User;
  /** The command's name; null for a button. */
  readonly command: string | null;
  /** The message with the button. */
  readonly source: Message | null;
  readonly at: number;
  readonly followUps: ShownMessage[];
  acknowledged: boolean;
  deferred: boolean;
  /** The message that `@original` means. */
  original: Message | null;
  readonly settle: {
    answer(answer: Answer): void;
    choices(choices: readonly Choice[]): void;
    fail(error: Error): void;
  };
}

/** The parts of a callback's body that count once the specification has passed it. */
interface CallbackBody {
  readonly type: Type;
  readonly data?: (MessageBody & { readonly choices?: readonly Choice[] | null }) | null;
}

const SCHEMAS = new Map([
  [Type.ChannelMessageWithSource, spec.CreateMessageInteractionCallbackRequestSchema],
  [Type.DeferredChannelMessageWithSource, spec.CreateMessageInteractionCallbackRequestSchema],
  [Type.DeferredMessageUpdate, spec.UpdateMessageInteractionCallbackRequestSchema],
  [Type.UpdateMessage, spec.UpdateMessageInteractionCallbackRequestSchema],
  [Type.ApplicationCommandAutocompleteResult, spec.ApplicationCommandAutocompleteCallbackRequestSchema],
]);

/** Keeps what people asked until the bot has answered, and takes its answers. */
export function makeInteractionDesk(
  world: WorldState,
  times: { readonly deadlineMs: number; readonly tokenMs: number },
) {
  const asked = new Map<string, Asked>();
  const timers = new Map<string, NodeJS.Timeout>();

  function fail(one: Asked, why = 'The application did not respond'): void {
    one.settle.fail(new Error(why));
  }

  /** The token is a secret of this interaction; `send` tells the bot of it. */
  function ask(fields: Pick<Asked, 'type' | 'channel' | 'user' | 'command' | 'source' | 'settle'>): Asked {
    const token = `aW50ZXJhY3Rpb24${randomBytes(60).toString('base64url')}`;
    const id = world.ids.next();
    const fresh = { acknowledged: false, deferred: false, original: null };
    const one: Asked = { ...fields, ...fresh, id, token, at: Date.now(), followUps: [] };
    asked.set(token, one);
    timers.set(
      token,
      setTimeout(() => fail(one), times.deadlineMs),
    );
    return one;
  }

  function acknowledge(id: string, token: string, body: unknown): Asked {
    const one = asked.get(token);
    if (!one || one.id !== id) throw apiErrors.unknownInteraction();
    const late = one.at + (one.acknowledged ? times.tokenMs : times.deadlineMs) <= Date.now();
    if (late) throw apiErrors.unknownInteraction();
    if (one.acknowledged) throw apiErrors.alreadyAcknowledged();
    const callback = checkedCallback(one, body);
    const failed = take(one, callback.type, callback.data ?? {});
    if (failed) throw failed;
    one.acknowledged = true;
    clearTimeout(timers.get(token));
    timers.delete(token);
    return one;
  }

  function take(one: Asked, type: Type, data: NonNullable<CallbackBody['data']>): ApiError | null {
    const ephemeral = (data.flags ?? 0) & MessageFlags.Ephemeral;
    switch (type) {
      case Type.ApplicationCommandAutocompleteResult:
        one.settle.choices(data.choices ?? []);
        return null;
      case Type.DeferredMessageUpdate:
        one.deferred = true;
        one.original = one.source;
        return null;
      case Type.UpdateMessage:
        one.original = one.source;
        if (one.source) editMessage(one.source, data);
        show(one);
        return null;
      case Type.DeferredChannelMessageWithSource:
        one.deferred = true;
        one.original = write(one, {}, ephemeral | MessageFlags.Loading);
        return null;
      default:
        if (isEmptyMessage(data)) return apiErrors.emptyMessage();
        one.original = write(one, data, ephemeral);
        show(one);
        return null;
    }
  }

  function write(one: Asked, body: MessageBody, flags: number): Message {
    const { id, type, user, command } = one;
    return writeMessage(world, one.channel, body, { interactionId: id, interactionType: type, user, command }, flags);
  }

  /** The person sees the answer; what comes later changes nothing in the promise. */
  function show(one: Asked, message: Message | null = one.original): void {
    if (!message) return;
    const { id, content, embeds, components, buttons } = shownMessage(message);
    const updated = message === one.source;
    const { deferred, followUps } = one;
    const ephemeral = isEphemeral(message);
    one.settle.answer({ messageId: id, content, embeds, components, buttons, ephemeral, deferred, updated, followUps });
  }

  /** Who a webhook's token stands for. */
  function behind(token: string): Asked {
    const one = asked.get(token);
    if (!one?.acknowledged) throw apiErrors.unknownWebhook();
    if (one.at + times.tokenMs <= Date.now()) throw apiErrors.invalidWebhookToken();
    return one;
  }

  /** `@original` or the id of an answer. */
  function answerMessage(one: Asked, messageId: string): Message {
    if (messageId === '@original' && one.original) return one.original;
    const message = one.channel.messages.get(messageId);
    if (message?.answerTo?.interactionId !== one.id) throw apiErrors.unknownMessage();
    return message;
  }

  return {
    ask,
    acknowledge,
    message: (token: string, messageId: string): Message => answerMessage(behind(token), messageId),

    edit(token: string, messageId: string, body: MessageBody): Message {
      const one = behind(token);
      const message = answerMessage(one, messageId);
      editMessage(message, body);
      if (message === one.original) show(one);
      return message;
    },

    /** The first one after "thinking ..." takes its place. */
    followUp(token: string, body: MessageBody): Message {
      const one = behind(token);
      if (one.original && isLoading(one.original)) return this.edit(token, '@original', body);
      if (isEmptyMessage(body)) throw apiErrors.emptyMessage();
      const message = write(one, body, (body.flags ?? 0) & MessageFlags.Ephemeral);
      if (one.deferred && one.original === one.source) show(one, message);
      one.followUps.push(shownMessage(message));
      return message;
    },

    close(): void {
      for (const timer of timers.values()) clearTimeout(timer);
      for (const one of asked.values()) fail(one, 'Discord was closed before the bot answered');
    },
  };
}

function checkedCallback(one: Asked, body: unknown): CallbackBody {
  const type = typeof body === 'object' && body !== null && 'type' in body ? body.type : null;
  const [, schema] = [...SCHEMAS].find(([known]) => known === type) ?? [];
  const wrong = (message: string) => invalidFormBody([{ path: ['type'], code: 'UNION_TYPE_CHOICES', message }]);
  if (!schema) throw wrong('No callback type that this fake knows.');
  const completes = type === Type.ApplicationCommandAutocompleteResult;
  if (completes !== (one.type === InteractionType.ApplicationCommandAutocomplete))
    throw wrong('Not for this interaction.');
  const updates = type === Type.UpdateMessage || type === Type.DeferredMessageUpdate;
  if (updates && one.type !== InteractionType.MessageComponent)
    throw wrong('Only a component has a message to update.');

  const broken = [...flawsBySpec(schema, body), ...brokenStrings(body)];
  if (broken.length > 0) throw invalidFormBody(broken);
  // Passed by the specification just above.
  const callback = body as CallbackBody;
  const { data } = callback;
  const flaws = completes ? checkedChoices(data?.choices) : flawsBeyondSpec(data ?? {});
  if (flaws.length > 0) throw invalidFormBody(flaws.map((flaw) => ({ ...flaw, path: ['data', ...flaw.path] })));
  return callback;
}
