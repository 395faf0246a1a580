import {
  DiscordAPIError,
  InteractionResponseType as ResponseType,
  MessageFlags,
  RESTJSONErrorCodes,
  Routes,
  type APIApplicationCommandOptionChoice,
  type APIInteraction,
  type REST,
} from 'discord.js';
import type { Reply, TextFile } from '../../chat/reply.ts';
import type { Clock } from '../../model/clock.ts';
import type { Log } from '../../model/log.ts';
import type { Text } from '../../model/text.ts';
import { DEFAULT_LANGUAGE, type Texts } from '../../texts/texts.ts';
import { requestBody } from './request-body.ts';
import { renderPlainReply, renderReply } from './render-reply.ts';

export interface AnswererParts {
  readonly rest: REST;
  readonly texts: Texts;
  readonly clock: Clock;
  readonly log: Log;
}

interface AnswerOptions {
  /** Only the person sees it. */
  readonly isPrivate: boolean;
  /** It takes the place of the message with the button. */
  readonly replaces: boolean;
}

export interface Answerer {
  /** Answers with what `run` gives: at once if that is soon, else after a sign that it is being worked on. */
  answer(interaction: APIInteraction, options: AnswerOptions, run: () => Promise<Reply>): Promise<void>;
  choices(interaction: APIInteraction, choices: APIApplicationCommandOptionChoice<string>[]): Promise<void>;
}

/** Discord gives three seconds for the first answer, the way there included. */
const DEFER_AFTER_MS = 1_500;

export function createAnswerer({ rest, texts, clock, log }: AnswererParts): Answerer {
  /** Sends an answer; what Discord refuses is sent once more as words alone, so that there is one. */
  async function show(
    reply: Reply,
    interaction: APIInteraction,
    isPrivate: boolean,
    send: (body: object, file: TextFile | null) => Promise<unknown>,
  ): Promise<void> {
    const language = ('locale' in interaction ? interaction.locale : undefined)?.split('-')[0] ?? DEFAULT_LANGUAGE;
    const say = (text: Text) => texts.say(text, language);
    const flags = isPrivate ? { flags: MessageFlags.Ephemeral } : {};
    try {
      await send({ ...renderReply(reply, say), ...flags }, fileOf(reply));
    } catch (error) {
      if (!isFormRefused(error)) throw error;
      log.warn({ reason: error.message }, 'discord refused an answer: tried again as plain text');
      await send({ ...renderPlainReply(reply, say), ...flags }, fileOf(reply));
    }
  }

  async function callback(
    { id, token }: APIInteraction,
    type: ResponseType,
    data?: object,
    file: TextFile | null = null,
  ): Promise<void> {
    const body = await requestBody({ type, ...(data ? { data } : {}) }, file);
    await rest.post(Routes.interactionCallback(id, token), { ...body, auth: false });
  }

  async function soon(work: Promise<Reply>): Promise<Reply | null> {
    const ended = new AbortController();
    try {
      return await Promise.race([work, clock.sleep(DEFER_AFTER_MS, ended.signal).then(() => null)]);
    } finally {
      ended.abort();
    }
  }

  async function first(reply: Reply, interaction: APIInteraction, { isPrivate, replaces }: AnswerOptions) {
    // An error does not take the place of what is there.
    const isError = reply.kind === 'error';
    const isUpdate = replaces && !isError;
    const type = isUpdate ? ResponseType.UpdateMessage : ResponseType.ChannelMessageWithSource;
    const isHidden = !isUpdate && (isPrivate || isError);
    await show(reply, interaction, isHidden, (body, file) => callback(interaction, type, body, file));
  }

  async function later(work: Promise<Reply>, interaction: APIInteraction, { isPrivate, replaces }: AnswerOptions) {
    const flags = isPrivate ? { flags: MessageFlags.Ephemeral } : undefined;
    if (replaces) await callback(interaction, ResponseType.DeferredMessageUpdate);
    else await callback(interaction, ResponseType.DeferredChannelMessageWithSource, flags);
    const reply = await work;
    const { application_id: applicationId, token } = interaction;
    if (replaces && reply.kind === 'error') {
      const followUp = Routes.webhook(applicationId, token);
      await show(reply, interaction, true, async (body, file) =>
        rest.post(followUp, { ...(await requestBody(body, file)), auth: false }),
      );
      return;
    }
    const original = Routes.webhookMessage(applicationId, token);
    await show(reply, interaction, false, async (body, file) =>
      rest.patch(original, { ...(await requestBody(body, file)), auth: false }),
    );
  }

  return {
    async answer(interaction, options, run) {
      const work = run();
      try {
        const reply = await soon(work);
        if (reply) await first(reply, interaction, options);
        else await later(work, interaction, options);
      } catch (error) {
        tell(error, log);
      }
    },
    async choices(interaction, choices) {
      try {
        await callback(interaction, ResponseType.ApplicationCommandAutocompleteResult, { choices });
      } catch (error) {
        tell(error, log);
      }
    },
  };
}

function fileOf(reply: Reply): TextFile | null {
  return reply.kind === 'file' ? reply.file : null;
}

function isFormRefused(error: unknown): error is DiscordAPIError {
  if (!(error instanceof DiscordAPIError) || error.status !== 400) return false;
  return error.code !== RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
}

/** The error itself holds the interaction's token. */
function tell(error: unknown, log: Log): void {
  log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'discord did not take an answer');
}
