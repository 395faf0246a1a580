import type { ChatMember, ChatMemberAdministrator, ChatMemberRestricted, User } from 'grammy/types';
import type { BotStanding, ChatState } from './chats.ts';

/** The bot's own membership as the Bot API writes it. */
export function botMember(user: User, chat: ChatState, { status, canWrite }: BotStanding): ChatMember {
  switch (status) {
    case 'member':
    case 'left':
      return { status, user };
    case 'kicked':
      return { status, user, until_date: 0 };
    case 'administrator':
      return administrator(user, chat, canWrite);
    case 'restricted':
      return restricted(user, canWrite);
  }
}

/** A person's membership. */
export function personMember(user: User, chat: ChatState): ChatMember {
  const place = chat.admins.indexOf(user.id);
  if (place === 0) return { status: 'creator', user, is_anonymous: false };
  if (place > 0) return administrator(user, chat, true);
  const isThere = chat.members.includes(user.id) || chat.id === user.id;
  return { status: isThere ? 'member' : 'left', user };
}

function administrator(user: User, { type }: ChatState, canPost: boolean): ChatMemberAdministrator {
  return {
    status: 'administrator',
    user,
    can_be_edited: false,
    is_anonymous: false,
    can_manage_chat: true,
    can_delete_messages: true,
    can_manage_video_chats: false,
    can_restrict_members: false,
    can_promote_members: false,
    can_change_info: false,
    can_invite_users: true,
    can_post_stories: false,
    can_edit_stories: false,
    can_delete_stories: false,
    can_send_welcome_messages: false,
    ...(type === 'channel' ? { can_post_messages: canPost, can_edit_messages: canPost } : { can_pin_messages: true }),
  };
}

function restricted(user: User, canWrite: boolean): ChatMemberRestricted {
  return {
    status: 'restricted',
    user,
    is_member: true,
    can_send_messages: canWrite,
    can_send_audios: canWrite,
    can_send_documents: canWrite,
    can_send_photos: canWrite,
    can_send_videos: canWrite,
    can_send_video_notes: canWrite,
    can_send_voice_notes: canWrite,
    can_send_polls: canWrite,
    can_send_other_messages: canWrite,
    can_add_web_page_previews: canWrite,
    can_react_to_messages: canWrite,
    can_edit_tag: false,
    can_change_info: false,
    can_invite_users: false,
    can_pin_messages: false,
    can_manage_topics: false,
    until_date: 0,
  };
}
