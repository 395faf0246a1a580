import { message, type Text } from '../../model/text.ts';
import { time, words, type Piece } from './telegram-markup.ts';

const MAX_TIME = 60;

/** The time of day, in the reader's zone. @param at epoch ms */
export function clockTime(at: number, say: (text: Text) => string): Piece {
  return time(at, 't', words(say(message('card-clock', { time: clock(at) })), MAX_TIME));
}

/** How long ago. @param at epoch ms */
export function agoTime(at: number, say: (text: Text) => string): Piece {
  return time(at, 'r', words(say(message('card-day-clock', { at, time: clock(at) })), MAX_TIME));
}

function clock(at: number): string {
  return new Date(at).toISOString().slice(11, 16);
}
