import { cutAtWord } from '../../texts/cut-at-word.ts';
import { safeLink } from '../../cards/safe-link.ts';
import { escapeHtml } from './escape-html.ts';
import { CALL_BEGINS, CALL_ENDS } from './say-inert.ts';

/** A part of a message: its HTML, how much of the message's limits it takes. */
export interface Piece {
  readonly html: string;
  /** UTF-16 units after parsing. */
  readonly length: number;
  readonly entities: number;
}

const MAX_LINK = 2048;
const COMMANDS = /(?<![\w/])\/\w/g;

export const NOTHING: Piece = { html: '', length: 0, entities: 0 };

/** Words without markup, cut at a word; calls in them are code. */
export function words(text: string, max: number): Piece {
  const cut = cutAtWord(text, max);
  const calls = cut.split(CALL_BEGINS).slice(1);
  const closed = calls.length > cut.split(CALL_ENDS).length - 1 ? cut + CALL_ENDS : cut;
  const plain = closed.replaceAll(CALL_BEGINS, '').replaceAll(CALL_ENDS, '');
  return {
    html: escapeHtml(closed).replaceAll(CALL_BEGINS, '<code>').replaceAll(CALL_ENDS, '</code>'),
    length: plain.length,
    // A command is an entity that Telegram adds by itself.
    entities: calls.length + (plain.match(COMMANDS)?.length ?? 0),
  };
}

export function bold(piece: Piece): Piece {
  return tagged('b', piece);
}

export function italic(piece: Piece): Piece {
  return tagged('i', piece);
}

export function code(piece: Piece): Piece {
  return tagged('code', piece);
}

export function preformatted(piece: Piece): Piece {
  return tagged('pre', piece);
}

export function quote(piece: Piece): Piece {
  return tagged('blockquote', piece, ' expandable');
}

/** The piece as a link; as it is where the address is none to follow. */
export function link(piece: Piece, url: string | null): Piece {
  const href = safeLink(url, MAX_LINK);
  return href === null ? piece : tagged('a', piece, ` href="${escapeHtml(href)}"`);
}

/**
 * A time that the reader's app shows in the reader's own zone (Bot API: date-time entity formatting).
 * @param at epoch ms
 * @param format `t` 14:05, `r` 3 hours ago
 * @param fallback what other apps show
 */
export function time(at: number, format: 't' | 'r', fallback: Piece): Piece {
  return tagged('tg-time', fallback, ` unix="${Math.floor(at / 1000)}" format="${format}"`);
}

/** Pieces one after another; empty ones leave no separator. */
export function join(pieces: readonly Piece[], separator: string): Piece {
  const shown = pieces.filter(({ length }) => length > 0);
  return {
    html: shown.map(({ html }) => html).join(escapeHtml(separator)),
    length: shown.reduce((sum, { length }) => sum + length, separator.length * Math.max(0, shown.length - 1)),
    entities: shown.reduce((sum, { entities }) => sum + entities, 0),
  };
}

function tagged(name: string, { html, length, entities }: Piece, attributes = ''): Piece {
  return length === 0 ? NOTHING : { html: `<${name}${attributes}>${html}</${name}>`, length, entities: entities + 1 };
}
