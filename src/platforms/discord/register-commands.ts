import { DiscordAPIError, Routes, type APIApplicationCommand, type REST } from 'discord.js';
import type { CommandSummary } from '../../chat/command-summary.ts';
import type { Log } from '../../model/log.ts';
import type { Texts } from '../../texts/texts.ts';
import { fingerprint, slashCommands } from './slash-commands.ts';

interface RegisterParts {
  readonly rest: REST;
  readonly texts: Texts;
  readonly log: Log;
}

/**
 * Makes the commands known in all servers, if they are not yet as they should be: Discord counts what is registered.
 * Commands that it refuses are no reason to be silent: those that it knows go on.
 */
export async function registerCommands(
  applicationId: string,
  commands: readonly CommandSummary[],
  parts: RegisterParts,
): Promise<void> {
  try {
    await register(applicationId, commands, parts);
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || error.status === 401) throw error;
    parts.log.error({ reason: error.message }, 'discord did not take the commands');
  }
}

async function register(
  applicationId: string,
  commands: readonly CommandSummary[],
  { rest, texts, log }: RegisterParts,
): Promise<void> {
  const visible = commands.filter(({ hidden }) => !hidden);
  const wanted = slashCommands(visible, texts);
  const route = Routes.applicationCommands(applicationId);
  // The shape is Discord's word.
  const known = (await rest.get(route, {
    query: new URLSearchParams({ with_localizations: 'true' }),
  })) as APIApplicationCommand[];
  if (fingerprint(known) === fingerprint(wanted)) return;
  await rest.put(route, { body: wanted });
  log.info({ commands: wanted.length }, 'discord commands registered');
}
