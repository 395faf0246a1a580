import { isDeepStrictEqual } from 'node:util';
import type { RegisteredCommand, RegisteredOption } from './fake-discord-types.ts';
import type { WorldState } from './world.ts';

/**
 * The commands as Discord keeps and answers them: every field filled in, in the order of the request. A command keeps its
 * id by its name, and its version while nothing of it changes.
 */
export function registerCommands(
  commands: readonly Readonly<Record<string, unknown>>[],
  earlier: readonly RegisteredCommand[],
  world: WorldState,
): readonly RegisteredCommand[] {
  return commands.map((command) => {
    const filled = filledIn(command);
    const known = earlier.find(({ name, ['type']: type }) => name === filled.name && type === filled.type);
    const id = known?.id ?? world.ids.next();
    const kept = { ...filled, id, application_id: world.bot.id, version: known?.['version'] ?? world.ids.next() };
    return known && !isDeepStrictEqual(kept, known) ? { ...kept, version: world.ids.next() } : kept;
  });
}

function filledIn(command: Readonly<Record<string, unknown>>) {
  const { options, default_member_permissions: permissions, contexts, dm_permission: inDms } = command;
  const inDirectChannels = Array.isArray(contexts) ? contexts.includes(1) : true;
  return {
    type: command['type'] ?? 1,
    // The checker of commands has seen to these three.
    name: command['name'] as string,
    description: (command['description'] ?? '') as string,
    options: ((options ?? []) as RegisteredCommand['options']).map(withoutDefaults),
    name_localizations: command['name_localizations'] ?? null,
    description_localizations: command['description_localizations'] ?? null,
    default_member_permissions: bitsOf(permissions),
    dm_permission: inDms ?? inDirectChannels,
    contexts: contexts ?? null,
    integration_types: command['integration_types'] ?? [0],
    nsfw: command['nsfw'] ?? false,
  };
}

/** Text, whether a number or a text came; null for everybody. */
function bitsOf(permissions: unknown): string | null {
  return typeof permissions === 'string' || typeof permissions === 'number' ? String(permissions) : null;
}

/** Discord answers `required` and `autocomplete` only where they are true. */
function withoutDefaults(option: RegisteredOption): RegisteredOption {
  const entries = Object.entries(option).filter(
    ([, value]) => value !== false && value !== null && value !== undefined,
  );
  // The fields that every option has are never among the defaults.
  const slim = Object.fromEntries(entries) as RegisteredOption;
  return option.options ? { ...slim, options: option.options.map(withoutDefaults) } : slim;
}
