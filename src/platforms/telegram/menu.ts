import { GrammyError, type Api } from 'grammy';
import type { BotCommand, BotCommandScope, LanguageCode } from 'grammy/types';
import { groupOf } from '../../chat/command-names.ts';
import type { CommandSummary } from '../../chat/command-summary.ts';
import type { Log } from '../../model/log.ts';
import { DEFAULT_LANGUAGE, type Texts } from '../../texts/texts.ts';

/** Bot API: BotCommand. */
const MAX_DESCRIPTION = 256;

/**
 * Makes the commands known: in groups, those that configure only to administrators. Menus that Telegram refuses are no
 * reason to be silent.
 */
export async function setMenus(api: Api, commands: readonly CommandSummary[], texts: Texts, log: Log): Promise<void> {
  try {
    await set(api, commands, texts);
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code === 401) throw error;
    log.error({ reason: error.description }, 'telegram did not take the menus');
  }
}

async function set(api: Api, commands: readonly CommandSummary[], texts: Texts): Promise<void> {
  const visible = commands.filter(({ hidden }) => !hidden);
  const ofEverybody = visible.filter(({ access }) => access === 'anyone');
  const menus: readonly (readonly [BotCommandScope, readonly CommandSummary[]])[] = [
    [{ type: 'all_private_chats' }, visible],
    [{ type: 'all_group_chats' }, ofEverybody],
    [{ type: 'all_chat_administrators' }, visible],
  ];
  for (const [scope, listed] of menus) {
    for (const language of texts.languages) {
      const menu = firstOfGroups(listed).map((command) => entry(command, language, texts));
      // The default language is for all that have no menu of their own.
      const code = language.slice(0, 2) as LanguageCode;
      const only = language === DEFAULT_LANGUAGE ? {} : { language_code: code };
      await api.setMyCommands(menu, { scope, ...only });
    }
  }
}

/** A menu has single words: the first of a group stands for it. */
function firstOfGroups(commands: readonly CommandSummary[]): readonly CommandSummary[] {
  return [...Map.groupBy(commands, groupOf).values()].flatMap(([first]) => first ?? []);
}

function entry(command: CommandSummary, language: string, texts: Texts): BotCommand {
  const name = groupOf(command);
  const { description } = command;
  const id = `command-${name}`;
  const said = texts.has(id, language) ? texts.say({ id }, language) : description;
  return { command: name, description: said.slice(0, MAX_DESCRIPTION) };
}
