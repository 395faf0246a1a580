import { InteractionType, PermissionFlagsBits } from 'discord.js';
import type { Answer, Choice, People, Person, RegisteredCommand } from './fake-discord-types.ts';
import type { Asked, makeInteractionDesk } from './interaction-desk.ts';
import { buttonInteraction, commandInteraction, type Scene } from './interaction-payload.ts';
import { isLoading, shownMessage } from './messages.ts';
import { has, ORDINARY } from './permissions.ts';
import { sentOptions, type Values } from './slash-options.ts';
import type { Channel, User, WorldState } from './world.ts';

type Asking = Pick<Asked, 'type' | 'channel' | 'user' | 'command' | 'source'>;

/** People before their clients: what a client does not offer, they cannot do. `send` tells the bot. */
export function makePeople(
  world: WorldState,
  desk: ReturnType<typeof makeInteractionDesk>,
  registered: readonly RegisteredCommand[],
  send: (interaction: unknown, guildId: string | null) => void,
): Omit<People, 'attach' | 'forgetFiles'> {
  function ask<T>(
    asking: Asking,
    by: Person,
    settle: (resolve: (value: T) => void) => Partial<Asked['settle']>,
    payload: (scene: Scene) => unknown,
  ): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    // Whoever asked need not wait for the answer.
    promise.catch(() => undefined);
    const unfit = () => reject(new Error('an answer of another kind'));
    const { id, token } = desk.ask({
      ...asking,
      settle: { answer: unfit, choices: unfit, fail: reject, ...settle(resolve) },
    });
    const { channel, user } = asking;
    const permissions = by.permissions ?? ORDINARY;
    const interaction = payload({ id, token, channel, user, permissions, locale: by.locale ?? 'en-US' });
    send(interaction, channel.guildId);
    return promise;
  }

  function personOf(by: Person, channel: Channel): User {
    if (by.id === undefined && by.name === undefined) return channel.recipient ?? world.ordinaryPerson;
    return world.person(by.id ?? channel.recipient?.id ?? world.ordinaryPerson.id, by.name);
  }

  function offered(
    channel: Channel,
    name: string,
    by: Person,
  ): { command: RegisteredCommand; path: readonly string[] } {
    const [first = '', ...path] = name.split(' ');
    const command = registered.find((one) => one.name === first && one['type'] === 1);
    if (!command) throw new Error(`/${first} is not registered`);
    const { contexts, default_member_permissions: needed } = command;
    const context = channel.guildId === null ? 1 : 0;
    const elsewhere = Array.isArray(contexts)
      ? !contexts.includes(context)
      : context === 1 && !command['dm_permission'];
    if (elsewhere) throw new Error(`/${first} is not offered in this kind of channel`);
    const permissions = by.permissions ?? ORDINARY;
    const may = typeof needed !== 'string' || has(permissions, BigInt(needed));
    if (channel.guildId !== null && !may && !has(permissions, PermissionFlagsBits.Administrator)) {
      throw new Error(`/${first} is not offered to this person`);
    }
    return { command, path };
  }

  function askCommand<T>(
    type: InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete,
    at: { readonly channelId: string; readonly name: string; readonly values: Values; readonly focused: string | null },
    by: Person,
    settle: (resolve: (value: T) => void) => Partial<Asked['settle']>,
  ): Promise<T> {
    const channel = world.channel(at.channelId);
    const { command, path } = offered(channel, at.name, by);
    const options = sentOptions(command, path, at.values, at.focused, (id) => world.channels.get(id)?.type);
    const asking = { type, channel, user: personOf(by, channel), command: at.name, source: null };
    return ask(asking, by, settle, (scene) => commandInteraction(world, scene, type, command, options));
  }

  return {
    async slash(channelId, name, values = {}, by = {}) {
      const at = { channelId, name, values, focused: null };
      return askCommand<Answer>(InteractionType.ApplicationCommand, at, by, (answer) => ({ answer }));
    },
    async autocomplete(channelId, name, values, focused, by = {}) {
      const at = { channelId, name, values, focused };
      const type = InteractionType.ApplicationCommandAutocomplete;
      return askCommand<readonly Choice[]>(type, at, by, (choices) => ({ choices }));
    },
    async press(channelId, messageId, which, by = {}) {
      const channel = world.channel(channelId);
      const message = world.message(channel, messageId);
      if (isLoading(message)) throw new Error('the message has no buttons yet');
      const { buttons } = shownMessage(message);
      const button = buttons.find(({ customId }) => customId === which) ?? buttons.find(({ label }) => label === which);
      if (!button) throw new Error(`no button ${which} among ${buttons.map(({ label }) => label).join(', ')}`);
      if (button.customId === null || button.disabled) throw new Error(`button ${which} sends nothing to the bot`);
      const type = InteractionType.MessageComponent;
      const asking = { type, channel, user: personOf(by, channel), command: null, source: message };
      return ask<Answer>(
        asking,
        by,
        (answer) => ({ answer }),
        (scene) => {
          return buttonInteraction(world, scene, message, button);
        },
      );
    },
  };
}
