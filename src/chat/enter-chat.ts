import type { Chat, ChatAddress } from '../model/chat.ts';
import { ensureChat, findChatAt } from '../store/chats.ts';
import { DEFAULT_LANGUAGE } from '../texts/texts.ts';
import type { Services } from './services.ts';

/**
 * The chat in which somebody speaks; made when it is the first time. One that was out of reach is back, and gets what
 * it was owed.
 * @param language of a new chat, as a platform writes it (`pt-BR`); English where there is no catalogue for it
 */
export async function enterChat(
  { store, clock, languages, onDeliveries }: Pick<Services, 'store' | 'clock' | 'languages' | 'onDeliveries'>,
  address: ChatAddress,
  language: string | undefined,
): Promise<Chat> {
  const known = await findChatAt(store.db, address);
  if (known?.goneReason === null) return known;
  const spoken = languages.find((code) => code === language || code === language?.split('-')[0]) ?? DEFAULT_LANGUAGE;
  const chat = await store.transaction('enter-chat', (trx) => ensureChat(trx, address, spoken, clock.now()));
  if (known) onDeliveries();
  return chat;
}
