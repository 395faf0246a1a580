/** Scope of the operator's catalogue: everybody's stories. */
export const PUBLIC_SCOPE = 'public';

/** Scope of the feeds that a chat added: stories for that chat alone. */
export function chatScope(chatId: number): string {
  return `chat:${chatId}`;
}

/** Whose stories of a scope are; null: everybody's. */
export function chatOfScope(scope: string): number | null {
  return scope === PUBLIC_SCOPE ? null : Number(scope.slice('chat:'.length));
}

/** What a chat may see. */
export function scopesOf(chatId: number): readonly string[] {
  return [PUBLIC_SCOPE, chatScope(chatId)];
}
