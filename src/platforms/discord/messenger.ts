import { Routes, type REST, type RESTPostAPIChannelMessageResult } from 'discord.js';
import type { Messenger } from '../../delivery/messenger.ts';
import { richOrPlain } from '../../delivery/rich-or-plain.ts';
import type { Card } from '../../model/card.ts';
import type { Log } from '../../model/log.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Text } from '../../model/text.ts';
import type { Texts } from '../../texts/texts.ts';
import { outcomeOf } from './outcome.ts';
import { renderCard } from './render-card.ts';
import { renderPlain } from './render-plain.ts';

export interface DiscordMessengerParts {
  readonly rest: REST;
  readonly token: string;
  readonly texts: Texts;
  readonly log: Log;
}

/** Sends through REST alone: needs no gateway, no cache and no intents. */
export function createDiscordMessenger({ rest, token, texts, log }: DiscordMessengerParts): Messenger {
  async function send(
    card: Card,
    language: string,
    doing: 'post' | 'edit',
    request: (body: object) => Promise<Outcome>,
  ): Promise<Outcome> {
    const say = (text: Text) => texts.say(text, language);
    return richOrPlain(
      () => attempt(doing, () => request(renderCard(card, say))),
      () => attempt(doing, () => request(renderPlain(card, say))),
      log,
    );
  }

  async function attempt(doing: 'post' | 'edit', request: () => Promise<Outcome>): Promise<Outcome> {
    try {
      // REST forgets a token that was answered with 401 once.
      rest.setToken(token);
      return await request();
    } catch (error) {
      return outcomeOf(error, doing);
    }
  }

  return {
    platform: 'discord',
    isIdempotent: true,
    post: (to, card, { nonce, language }) =>
      send(card, language, 'post', async (body) => {
        // A repeat with the same nonce gives the message that is there: see "Create Message".
        const options = { body: { ...body, nonce, enforce_nonce: true } };
        // The shape is Discord's word: the library does not check it either.
        const message = (await rest.post(
          Routes.channelMessages(to.nativeId),
          options,
        )) as RESTPostAPIChannelMessageResult;
        return { kind: 'sent', ref: message.id };
      }),
    edit: (to, ref, card, { language }) =>
      send(card, language, 'edit', async (body) => {
        await rest.patch(Routes.channelMessage(to.nativeId, ref), { body });
        return { kind: 'edited' };
      }),
  };
}
