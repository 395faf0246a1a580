import { cutAtWord } from '../../texts/cut-at-word.ts';
import { splitSentences } from '../sentences.ts';

/** At most `max` characters of whole sentences; a first sentence that is longer is cut at a word. */
export function cutAtSentence(text: string, max: number): string {
  if (text.length <= max) return text;
  let end = 0;
  for (const sentence of splitSentences(text.slice(0, max + 1))) {
    const stop = sentence.start + sentence.text.length;
    if (stop > max) break;
    if (text.charAt(stop) === '\n' || /[.!?…。！？]["'”’»)\]]{0,5}$/.test(sentence.text)) end = stop;
  }
  return end > max / 4 ? text.slice(0, end) : cutAtWord(text, max);
}
