/** The option of commands that configure a chat: which one, where it is not this one. */
export const OTHER_CHAT = {
  kind: 'chat',
  description: 'Another channel that you manage, instead of this chat',
} as const;
