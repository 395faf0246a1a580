import type { InlineKeyboardButton, Message, User } from 'grammy/types';
import { apiChat, apiMessage, apiUser, seconds } from './bot-api-message.ts';
import type { BotMessage, BotStanding, ChatState, FakeChat } from './chats.ts';
import type { Pressed } from './queries.ts';
import { ANONYMOUS_ADMIN, defaultSpeaker, receivedMessage, type SayOptions } from './received-message.ts';
import type { TelegramWorld } from './telegram-world.ts';
import type { NewUpdate } from './updates.ts';

export interface GroupOptions {
  /** User ids, the creator first; default: 500 alone. */
  readonly admins?: readonly number[];
  /** User ids; default: 501 alone. */
  readonly members?: readonly number[];
  /** Default 'member'. With 'left', `readd` brings it in. */
  readonly bot?: 'member' | 'administrator' | 'left';
}

export interface SupergroupOptions extends GroupOptions {
  readonly username?: string;
  /** Titles of a forum's topics; their thread ids are in `chat.topics`. */
  readonly forum?: readonly string[];
}

export interface ChannelOptions {
  readonly username?: string;
  /** User ids, the creator first; default: 500 alone. */
  readonly admins?: readonly number[];
  /** Default true. A channel has no other bots: without, it is not there. */
  readonly botIsAdmin?: boolean;
}

/** What people do on the fake Telegram. Each throws for what a person could not do (a bug of the test). */
export interface People {
  /** A person who has started the bot; the same id gives the same chat. `language`: of the client, default `en`. */
  private(userId?: number, name?: string, language?: string): FakeChat;
  group(title?: string, options?: GroupOptions): FakeChat;
  supergroup(title?: string, options?: SupergroupOptions): FakeChat;
  channel(title?: string, options?: ChannelOptions): FakeChat;

  /** These change the bot's standing and send it the my_chat_member update. */
  block(userId: number): void;
  unblock(userId: number): void;
  kick(chatId: number): void;
  /** Also adds it for the first time; in a channel always as administrator. */
  readd(chatId: number, as?: 'member' | 'administrator'): void;
  /** It stays but may not write; in a channel: an administrator without the right to post. `readd` ends it. */
  restrict(chatId: number): void;
  /** Nothing of this reaches the bot but the error of its next message. */
  deactivate(userId: number): void;
  /** Telegram removes a forum's topic, and tells nobody. */
  deleteTopic(chatId: number, threadId: number): void;
  /**
   * A group becomes a supergroup: gives its id. The old id answers with the upgrade error from now on.
   * `silent`: without the two service messages, so that only the error tells.
   */
  migrate(groupId: number, options?: { readonly silent?: boolean }): number;

  /** A person writes; the bot hears it as privacy mode has it. Gives the message's id. */
  say(chatId: number, text: string, options?: SayOptions): number;
  /** An administrator posts in a channel. Gives the post's id. */
  post(channelId: number, text: string): number;
  /** Any other update as it is. */
  push(update: NewUpdate): void;
  /** `say`, then the next new message of the bot there; rejects after 5 s. */
  answer(chatId: number, text: string, options?: SayOptions): Promise<BotMessage>;
  /** `button`: its label or its callback data. What the presser saw; rejects after 5 s without an answer. */
  press(chatId: number, messageId: number, button: string, from?: number): Promise<Pressed>;
  /** The same from a client that sends whatever data it likes: the message need not have such a button. */
  forge(chatId: number, messageId: number, data: string, from?: number): Promise<Pressed>;
}

const CREATOR = 500;
const MEMBER = 501;
const ABSENT: BotStanding = { status: 'left', canWrite: false };
const MEMBERSHIP: BotStanding = { status: 'member', canWrite: true };
const ADMINISTRATION: BotStanding = { status: 'administrator', canWrite: true };

export function createPeople(world: TelegramWorld): People {
  const { bot, chats, updates, now } = world;
  let lastPerson = 1000;
  let lastGroup = -4_000_000_000;
  let lastSupergroup = -1_001_700_000_000;

  function user(id: number): User {
    return id === bot.id ? bot : apiUser(chats.person(id));
  }

  function add(given: Pick<ChatState, 'id' | 'type' | 'title'> & Partial<Parameters<typeof chats.add>[0]>): ChatState {
    for (const id of [...(given.admins ?? []), ...(given.members ?? [])]) chats.person(id);
    return chats.add({
      username: null,
      topics: {},
      isForum: false,
      admins: [CREATOR],
      members: [MEMBER],
      bot: MEMBERSHIP,
      ...given,
    });
  }

  function standingOf(wanted: GroupOptions['bot']): BotStanding {
    return wanted === 'left' ? ABSENT : wanted === 'administrator' ? ADMINISTRATION : MEMBERSHIP;
  }

  function serviceMessage(chat: ChatState, by: User, what: Partial<Message>): void {
    const id = chats.nextMessageId(chat);
    chat.others.add(id);
    const message: Message = { message_id: id, date: seconds(now()), chat: apiChat(chat), from: by, ...what };
    // No chat of a service message is a channel; that is all that the narrower type adds.
    updates.push({ message: message as NonNullable<NewUpdate['message']> });
  }

  function firstAdmin(chat: ChatState): User {
    return user(chat.admins[0] ?? CREATOR);
  }

  const people: People = {
    private(userId = (lastPerson += 1), name, language) {
      const known = chats.all().find(({ id }) => id === userId);
      const person = chats.person(userId, name, language);
      return known ?? add({ id: userId, type: 'private', title: person.name, admins: [], members: [userId] });
    },
    group(title = 'Group', { bot: wanted, ...who } = {}) {
      lastGroup -= 1;
      return add({ id: lastGroup, type: 'group', title, bot: standingOf(wanted), ...who });
    },
    supergroup(title = 'Supergroup', { bot: wanted, forum = [], ...rest } = {}) {
      lastSupergroup -= 1;
      // A topic's id is that of the message that made it.
      const topics = Object.fromEntries(forum.map((name, index) => [name, index + 2]));
      const isForum = forum.length > 0;
      const chat = add({
        id: lastSupergroup,
        type: 'supergroup',
        title,
        topics,
        isForum,
        bot: standingOf(wanted),
        ...rest,
      });
      for (let id = 1; isForum && id < forum.length + 2; id += 1) chat.others.add(chats.nextMessageId(chat));
      return chat;
    },
    channel(title = 'Channel', { botIsAdmin = true, ...rest } = {}) {
      lastSupergroup -= 1;
      return add({ id: lastSupergroup, type: 'channel', title, bot: botIsAdmin ? ADMINISTRATION : ABSENT, ...rest });
    },

    block: (userId) => world.setStanding(chats.get(userId), { status: 'kicked', canWrite: false }, user(userId)),
    unblock: (userId) => world.setStanding(chats.get(userId), MEMBERSHIP, user(userId)),
    kick(chatId) {
      const chat = chats.get(chatId);
      world.setStanding(chat, { status: 'kicked', canWrite: false }, firstAdmin(chat));
      if (chat.type !== 'channel') serviceMessage(chat, firstAdmin(chat), { left_chat_member: bot });
    },
    readd(chatId, as = 'member') {
      const chat = chats.get(chatId);
      const wasThere = chat.bot.status !== 'left' && chat.bot.status !== 'kicked';
      const isAdmin = as === 'administrator' || chat.type === 'channel';
      world.setStanding(chat, isAdmin ? ADMINISTRATION : MEMBERSHIP, firstAdmin(chat));
      if (!wasThere && chat.type !== 'channel') serviceMessage(chat, firstAdmin(chat), { new_chat_members: [bot] });
    },
    restrict(chatId) {
      const chat = chats.get(chatId);
      const status = chat.type === 'channel' ? 'administrator' : 'restricted';
      world.setStanding(chat, { status, canWrite: false }, firstAdmin(chat));
    },
    deactivate: (userId) => void (chats.person(userId).deactivated = true),
    deleteTopic(chatId, threadId) {
      const chat = chats.get(chatId);
      chat.topics = Object.fromEntries(Object.entries(chat.topics).filter(([, id]) => id !== threadId));
    },
    migrate(groupId, { silent = false } = {}) {
      const group = chats.get(groupId);
      if (group.type !== 'group') throw new Error(`${groupId} is no group`);
      lastSupergroup -= 1;
      const { title, admins, members } = group;
      const chat = add({ id: lastSupergroup, type: 'supergroup', title, admins, members, bot: group.bot });
      group.migratedTo = chat.id;
      if (!silent) {
        serviceMessage(group, firstAdmin(group), { migrate_to_chat_id: chat.id });
        serviceMessage(chat, ANONYMOUS_ADMIN, { sender_chat: apiChat(chat), migrate_from_chat_id: group.id });
      }
      return chat.id;
    },

    say(chatId, text, options = {}) {
      const chat = chats.get(chatId);
      const { message, isHeard } = receivedMessage(world, chat, text, options);
      chat.others.add(message.message_id);
      if (isHeard) updates.push({ message });
      return message.message_id;
    },
    post(channelId, text) {
      const chat = chats.get(channelId);
      if (chat.type !== 'channel') throw new Error(`${channelId} is no channel`);
      const { message, isHeard } = receivedMessage(world, chat, text, {});
      chat.others.add(message.message_id);
      if (isHeard) updates.push({ channel_post: message });
      return message.message_id;
    },
    push: (update) => updates.push(update),
    answer(chatId, text, options) {
      world.newMessages.skip(chatId);
      people.say(chatId, text, options);
      return world.newMessages.next(chatId, `answer to "${text}"`);
    },
    async press(chatId, messageId, wanted, from) {
      const chat = chats.get(chatId);
      const message = chat.posted.get(messageId);
      const button = message?.buttons.flat().find((one) => one.text === wanted || data(one) === wanted);
      const pressed = button && data(button);
      if (!message || pressed === undefined) throw new Error(`no button "${wanted}" to press on message ${messageId}`);
      return query(chat, message, pressed, from);
    },
    async forge(chatId, messageId, forged, from) {
      const chat = chats.get(chatId);
      const message = chat.posted.get(messageId);
      if (!message) throw new Error(`no message ${messageId}`);
      return query(chat, message, forged, from);
    },
  };
  return people;

  function query(chat: ChatState, message: BotMessage, sent: string, from: number | undefined): Promise<Pressed> {
    const presser = user(from ?? defaultSpeaker(chat));
    const { id, answer } = world.queries.open(`the pressed button "${sent}"`);
    updates.push({
      callback_query: {
        id,
        from: presser,
        chat_instance: String(chat.id),
        data: sent,
        message: apiMessage(chat, bot, message, []),
      },
    });
    return answer;
  }
}

function data(button: InlineKeyboardButton): string | undefined {
  return 'callback_data' in button ? button.callback_data : undefined;
}
