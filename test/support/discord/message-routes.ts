import { PermissionFlagsBits } from 'discord.js';
import { apiErrors, invalidFormBody, tooManyRequests } from './api-error.ts';
import { messageBody } from './bodies.ts';
import { flawsOfMessage, isEmptyMessage, type MessageBody } from './check-message.ts';
import { allowedParts, editMessage, isEphemeral, postMessage, type Nonces } from './messages.ts';
import { has } from './permissions.ts';
import type { Route } from './route.ts';
import type { Channel, Message, WorldState } from './world.ts';

/** Posting, reading and editing what everybody sees. `tooOldToEdit`: seconds to wait, by message. */
export function messageRoutes(
  world: WorldState,
  nonces: Nonces,
  tooOldToEdit: ReadonlyMap<string, number>,
): readonly Route[] {
  function everyonesMessage(channel: Channel, messageId: string | undefined): Message {
    const message = world.message(channel, messageId ?? '');
    if (isEphemeral(message)) throw apiErrors.unknownMessage();
    return message;
  }

  return [
    {
      method: 'POST',
      path: '/channels/:channelId/messages',
      limit: { size: 'post', major: 'channelId' },
      handle: ({ params, body }) => {
        const message = checkedMessage(body, 'create');
        if (isEmptyMessage(message)) throw apiErrors.emptyMessage();
        const channel = world.sendableChannel(params['channelId'] ?? '');
        return { status: 200, body: messageBody(postMessage(world, nonces, channel, message), world) };
      },
    },
    {
      method: 'GET',
      path: '/channels/:channelId/messages/:messageId',
      handle: ({ params }) => {
        const channel = world.visibleChannel(params['channelId'] ?? '');
        if (!has(world.botPermissions(channel), PermissionFlagsBits.ReadMessageHistory)) {
          throw apiErrors.missingPermissions();
        }
        return { status: 200, body: messageBody(everyonesMessage(channel, params['messageId']), world) };
      },
    },
    {
      method: 'PATCH',
      path: '/channels/:channelId/messages/:messageId',
      limit: { size: 'edit', major: 'channelId' },
      handle: ({ params, body }) => {
        const changes = checkedMessage(body, 'edit');
        const channel = world.visibleChannel(params['channelId'] ?? '');
        const message = everyonesMessage(channel, params['messageId']);
        const waitSeconds = tooOldToEdit.get(message.id);
        if (waitSeconds !== undefined) {
          const reason = 'Maximum number of edits to messages older than 1 hour reached. Try again later';
          throw tooManyRequests(waitSeconds, { scope: 'shared', code: 30046, message: reason });
        }
        const kept = allowedParts(world, channel, { content: message.content, ...changes });
        editMessage(message, { ...changes, ...(changes.embeds && { embeds: kept.embeds ?? [] }) });
        return { status: 200, body: messageBody(message, world) };
      },
    },
  ];
}

/** The body as a message, or the refusal of it. */
export function checkedMessage(body: unknown, kind: Parameters<typeof flawsOfMessage>[1]): MessageBody {
  const flaws = flawsOfMessage(body, kind);
  if (flaws.length > 0) throw invalidFormBody(flaws);
  // Passed just above.
  return body as MessageBody;
}
