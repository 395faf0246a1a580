/** Whose stories an article may be part of: everybody's, or those of the one chat that added its feed. */
export type Scope = string;

/** Of the operator's catalogue. */
export const PUBLIC_SCOPE = 'public';

/** Of the feeds that a chat added. @param chatId internal id of the chat */
export function chatScope(chatId: number): Scope {
  return `chat:${chatId}`;
}

/** Internal id of the chat that a scope belongs to; null for the public one. */
export function chatOfScope(scope: Scope): number | null {
  const id = /^chat:(\d+)$/.exec(scope)?.[1];
  return id === undefined ? null : Number(id);
}
