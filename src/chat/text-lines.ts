import { message, type Text } from '../model/text.ts';

/** Several texts as one, a line each. */
export function textLines(texts: readonly Text[]): Text {
  const [first = '', ...rest] = texts;
  return rest.length === 0 ? first : message('chat-lines', { first: [first], rest: [textLines(rest)] });
}
