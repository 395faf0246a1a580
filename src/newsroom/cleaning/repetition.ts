import { splitSentences } from '../sentences.ts';

const SHORTEST_PARAGRAPH = 20;
const SHORTEST_SENTENCE = 60;

/** What two spellings of one passage have in common: letters and digits in lower case. */
export function passageKey(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Leaves out passages that stood before: whole paragraphs from 20 characters on, and single sentences
 * from 60 on, which also catches an article that stands twice in one flat paragraph.
 */
export function dropRepeated(paragraphs: readonly string[]): readonly string[] {
  const seenParagraphs = new Set<string>();
  const seenSentences = new Set<string>();
  const kept: string[] = [];
  for (const paragraph of paragraphs) {
    const key = passageKey(paragraph);
    if (paragraph.length >= SHORTEST_PARAGRAPH) {
      if (seenParagraphs.has(key)) continue;
      seenParagraphs.add(key);
    }
    const text = dropSentences(paragraph, seenSentences);
    if (text !== '') kept.push(text);
  }
  return kept;
}

function dropSentences(paragraph: string, seen: Set<string>): string {
  const sentences = splitSentences(paragraph);
  const fresh = sentences.filter(({ text }) => {
    if (text.length < SHORTEST_SENTENCE) return true;
    const key = passageKey(text);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  if (fresh.length === sentences.length) return paragraph;
  return fresh.map(({ text }) => text).join(' ');
}
