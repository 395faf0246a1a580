import * as spec from 'discord-api-spec/zod';
import { apiErrors, invalidFormBody } from './api-error.ts';
import { applicationBody, channelBody, guildBody, memberBody, rolesBody, userBody } from './bodies.ts';
import { flawsOfCommands } from './check-commands.ts';
import type { EvidenceBook } from './evidence.ts';
import type { RegisteredCommand } from './fake-discord-types.ts';
import { flawsBySpec } from './flaw.ts';
import { registerCommands } from './registered-commands.ts';
import type { Route } from './route.ts';
import type { WorldState } from './world.ts';

const SESSION_STARTS_A_DAY = 1000;

/** Who the bot is, its commands, and where it is. */
export function botRoutes(parts: {
  readonly world: WorldState;
  readonly book: EvidenceBook;
  readonly shards: number;
  readonly maxConcurrency: number;
  readonly gatewayUrl: () => string;
}): readonly Route[] {
  const { world, book } = parts;
  const guilds = () => [...world.guilds.values()].filter(({ botIsIn }) => botIsIn).length;

  function ownApplication(id: string | undefined): void {
    if (id !== world.bot.id) throw apiErrors.unknownApplication();
  }

  return [
    {
      method: 'GET',
      path: '/gateway/bot',
      handle: () => {
        const { maxConcurrency, shards } = parts;
        const session_start_limit = {
          total: SESSION_STARTS_A_DAY,
          remaining: SESSION_STARTS_A_DAY - book.identifies,
          reset_after: 14_400_000,
          max_concurrency: maxConcurrency,
        };
        return { status: 200, body: { url: parts.gatewayUrl(), shards, session_start_limit } };
      },
    },
    {
      method: 'GET',
      path: '/users/@me',
      handle: () => {
        const body = { ...userBody(world.bot), mfa_enabled: true, locale: 'en-US', verified: true, email: null };
        return { status: 200, body };
      },
    },
    {
      method: 'GET',
      path: '/applications/@me',
      handle: () => ({ status: 200, body: applicationBody(world.bot, guilds()) }),
    },
    {
      method: 'GET',
      path: '/applications/:applicationId/commands',
      handle: ({ params, query }) => {
        ownApplication(params['applicationId']);
        const localized = query.get('with_localizations') === 'true';
        return { status: 200, body: localized ? book.registered : book.registered.map(withoutLocalizations) };
      },
    },
    {
      method: 'PUT',
      path: '/applications/:applicationId/commands',
      handle: ({ params, body }) => {
        ownApplication(params['applicationId']);
        const flaws = flawsOfCommands(body);
        if (flaws.length > 0) throw invalidFormBody(flaws);
        book.commandPuts++;
        // Passed just above.
        const commands = body as readonly Readonly<Record<string, unknown>>[];
        book.registered.splice(0, Infinity, ...registerCommands(commands, book.registered, world));
        return { status: 200, body: book.registered };
      },
    },
    {
      method: 'POST',
      path: '/users/@me/channels',
      handle: ({ body }) => {
        const flaws = flawsBySpec(spec.CreatePrivateChannelRequestSchema, body);
        // Passed just above, if there is no flaw.
        const recipient = flaws.length === 0 ? (body as { recipient_id?: string | null }).recipient_id : null;
        if (!recipient) {
          const required = { path: ['recipient_id'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
          throw invalidFormBody(flaws.length > 0 ? flaws : [required]);
        }
        return { status: 200, body: channelBody(world.channel(world.dmWith(recipient)), world) };
      },
    },
    {
      method: 'GET',
      path: '/channels/:channelId',
      handle: ({ params }) => {
        return { status: 200, body: channelBody(world.visibleChannel(params['channelId'] ?? ''), world) };
      },
    },
    {
      method: 'GET',
      path: '/guilds/:guildId',
      handle: ({ params }) => ({ status: 200, body: guildBody(world.guild(params['guildId'] ?? ''), world.bot) }),
    },
    {
      method: 'GET',
      path: '/guilds/:guildId/roles',
      handle: ({ params }) => ({ status: 200, body: rolesBody(world.guild(params['guildId'] ?? ''), world.bot) }),
    },
    {
      method: 'GET',
      path: '/guilds/:guildId/members/:userId',
      handle: ({ params }) => {
        const guild = world.guild(params['guildId'] ?? '');
        const user = params['userId'] === world.bot.id ? world.bot : world.people.get(params['userId'] ?? '');
        if (!user) throw apiErrors.unknownMember();
        return { status: 200, body: memberBody(guild, user) };
      },
    },
  ];
}

function withoutLocalizations(command: RegisteredCommand): Record<string, unknown> {
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = command;
  return rest;
}
