import type { Button } from '../model/card.ts';
import { message, type Text } from '../model/text.ts';
import { commandButton } from './command-button.ts';

/** Buttons to the pages before and after; none where the call is too long for a button. */
export function pageButtons(call: string, page: number, hasNext: boolean): Button[] {
  const to = (target: number, label: Text) => commandButton(label, `${call} page=${target}`, { replaces: true });
  return [
    ...(page > 1 ? to(page - 1, message('chat-newer')) : []),
    ...(hasNext ? to(page + 1, message('chat-older')) : []),
  ];
}
