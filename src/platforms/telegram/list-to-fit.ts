import { message, type Text } from '../../model/text.ts';
import { sayInertLine } from './say-inert.ts';
import { join, NOTHING, words, type Piece } from './telegram-markup.ts';

const MAX_REST = 60;

/** What a message has left of Telegram's limits. */
export interface Room {
  /** UTF-16 units after parsing. */
  readonly length: number;
  readonly entities: number;
}

export interface FittedList {
  readonly piece: Piece;
  /** How many of the pieces are in it. */
  readonly count: number;
}

export function fits(piece: Piece, room: Room): boolean {
  return piece.length <= room.length && piece.entities <= room.entities;
}

/** As many of the pieces as there is room for, with how many are left out. */
export function listToFit(
  pieces: readonly Piece[],
  room: Room,
  say: (text: Text) => string,
  { most = pieces.length, separator = '\n' }: { readonly most?: number; readonly separator?: string } = {},
): FittedList {
  for (let count = Math.min(pieces.length, most); count > 0; count -= 1) {
    const rest = pieces.length - count;
    const more = rest === 0 ? [] : [words(sayInertLine(message('card-rest', { count: rest }), say), MAX_REST)];
    const piece = join([...pieces.slice(0, count), ...more], separator);
    if (fits(piece, room)) return { piece, count };
  }
  return { piece: NOTHING, count: 0 };
}
