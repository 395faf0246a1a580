/** How headlines and tweets are written: news desks, blogs and tweets call different things neutral. */
export const STYLES = ['tweet', 'title', 'plain'] as const;
/** A `report` is a whole sentence, as reports have them: there are none to learn from. */
export type Style = (typeof STYLES)[number] | 'report';

const LONG_WORDS = /[A-Za-z][a-z']{3,}/g;
const SENTENCE_END = /[\p{L}\p{N}%)'"’”]\s?\.\s*$/u;
/** Share of the longer words with a capital from which a text is in title case. */
const MOST_CAPITALS = 0.7;

export function styleOf(text: string): Style {
  if (isTweet(text)) return 'tweet';
  if (SENTENCE_END.test(text)) return 'report';
  const words = text.match(LONG_WORDS) ?? [];
  const capitals = words.filter((word) => word.charAt(0) < 'a').length;
  return capitals > MOST_CAPITALS * words.length ? 'title' : 'plain';
}

/** Has a link, a hashtag, a mention, a cashtag, or was cut short. */
function isTweet(text: string): boolean {
  return /https?:\/\/|[#@]\w|\$[A-Z]{1,5}\b|…/.test(text);
}
