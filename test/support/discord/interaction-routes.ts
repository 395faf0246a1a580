import { InteractionResponseType, MessageFlags } from 'discord.js';
import { apiErrors } from './api-error.ts';
import { messageBody } from './bodies.ts';
import type { Asked, makeInteractionDesk } from './interaction-desk.ts';
import { checkedMessage } from './message-routes.ts';
import type { Call, Route } from './route.ts';
import type { WorldState } from './world.ts';

/** Answers to people: the first through a callback, later ones through the interaction's webhook. */
export function interactionRoutes(world: WorldState, desk: ReturnType<typeof makeInteractionDesk>): readonly Route[] {
  function tokenOf({ params }: Call): string {
    if (params['applicationId'] !== world.bot.id) throw apiErrors.unknownWebhook();
    return params['token'] ?? '';
  }

  return [
    {
      method: 'POST',
      path: '/interactions/:interactionId/:token/callback',
      authorized: false,
      handle: ({ params, query, body }) => {
        const one = desk.acknowledge(params['interactionId'] ?? '', params['token'] ?? '', body);
        return query.get('with_response') === 'true'
          ? { status: 200, body: callbackBody(one, world) }
          : { status: 204 };
      },
    },
    {
      method: 'POST',
      path: '/webhooks/:applicationId/:token',
      authorized: false,
      limit: { size: 'webhook', major: 'token' },
      handle: (call) => {
        const message = desk.followUp(tokenOf(call), checkedMessage(call.body, 'webhook-create'));
        return { status: 200, body: messageBody(message, world) };
      },
    },
    {
      method: 'GET',
      path: '/webhooks/:applicationId/:token/messages/:messageId',
      authorized: false,
      handle: (call) => {
        const message = desk.message(tokenOf(call), call.params['messageId'] ?? '');
        return { status: 200, body: messageBody(message, world) };
      },
    },
    {
      method: 'PATCH',
      path: '/webhooks/:applicationId/:token/messages/:messageId',
      authorized: false,
      limit: { size: 'webhook', major: 'token' },
      handle: (call) => {
        const changes = checkedMessage(call.body, 'webhook-edit');
        const message = desk.edit(tokenOf(call), call.params['messageId'] ?? '', changes);
        return { status: 200, body: messageBody(message, world) };
      },
    },
  ];
}

function callbackBody({ id, type, channel, original, source, deferred }: Asked, world: WorldState) {
  const place = { channel_id: channel.id, ...(channel.guildId !== null && { guild_id: channel.guildId }) };
  if (!original) return { interaction: { id, type, ...place } };
  const interaction = {
    id,
    type,
    ...place,
    response_message_id: original.id,
    response_message_loading: (original.flags & MessageFlags.Loading) !== 0,
    response_message_ephemeral: (original.flags & MessageFlags.Ephemeral) !== 0,
  };
  const { ChannelMessageWithSource, DeferredChannelMessageWithSource, DeferredMessageUpdate, UpdateMessage } =
    InteractionResponseType;
  const [now, later] =
    original === source
      ? [UpdateMessage, DeferredMessageUpdate]
      : [ChannelMessageWithSource, DeferredChannelMessageWithSource];
  return { interaction, resource: { type: deferred ? later : now, message: messageBody(original, world) } };
}
