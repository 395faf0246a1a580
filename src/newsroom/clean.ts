import { cleanTitle } from './cleaning/clean-title.ts';
import { cutAtSentence } from './cleaning/cut-at-sentence.ts';
import { dropFurniture } from './cleaning/furniture.ts';
import { readFrontMatter } from './cleaning/markdown.ts';
import { toPlainText } from './cleaning/plain-text.ts';
import { dropRepeated, passageKey } from './cleaning/repetition.ts';

const LONGEST_DESCRIPTION = 2_000;
const LONGEST_BODY = 20_000;

export interface RawItem {
  readonly title: string;
  readonly description: string;
  /** Full text as the feed or the page gave it, or ''. */
  readonly content: string;
}

export interface CleanItem {
  readonly title: string;
  readonly description: string;
  readonly body: string;
}

/**
 * Makes plain text of an item whose texts may be HTML (also escaped more than once), Markdown with front
 * matter, or plain. Paragraphs are separated by '\n'; page furniture, repeated passages, source suffixes
 * and invisible characters are gone. At most 500 characters of title, 2,000 of description, 20,000 of body.
 * A description that only repeats the title is ''; a body that only repeats the description is ''.
 * Title and description of front matter fill in where the item has none.
 */
export function cleanItem(item: RawItem, outletName: string): CleanItem {
  const front = readFrontMatter(item.content);
  const title = cleanTitle(toPlainText(item.title || (front?.title ?? '')), outletName);
  const description = cleanText(item.description || (front?.description ?? ''), title, outletName);
  const body = cleanText(front?.rest ?? item.content, title, outletName);
  return {
    title,
    description: cutAtSentence(description, LONGEST_DESCRIPTION),
    body: passageKey(body) === passageKey(description) ? '' : cutAtSentence(body, LONGEST_BODY),
  };
}

function cleanText(source: string, title: string, outletName: string): string {
  if (source.trim() === '') return '';
  const titleKey = passageKey(title);
  const outletKey = passageKey(outletName);
  const text = toPlainText(source);
  if (isTitleAgain(text, titleKey)) return '';
  const paragraphs = text.split('\n');
  const own = paragraphs.filter((paragraph) => {
    const key = passageKey(paragraph);
    return key !== titleKey && key !== outletKey && key !== titleKey + outletKey;
  });
  return dropRepeated(dropFurniture(withoutLeadingTitle(own, title))).join('\n');
}

/** Aggregators describe an article by its title and its publisher's name. */
function isTitleAgain(text: string, titleKey: string): boolean {
  const key = passageKey(text.slice(0, 1_000));
  if (titleKey.length < 8 || !key.startsWith(titleKey)) return key === titleKey;
  return key.length - titleKey.length <= 30 && !/[.!?]["'”’)]{0,2}$/.test(text);
}

/** Drops a title that runs straight into the first paragraph: "Title Text of the article begins ...". */
function withoutLeadingTitle(paragraphs: readonly string[], title: string): readonly string[] {
  const [first = '', ...rest] = paragraphs;
  if (title.length < 20 || !first.startsWith(title)) return paragraphs;
  const remainder = first.slice(title.length);
  if (!/^[.!?:]?\s{0,3}[\p{Lu}\p{N}"“(—–-]/u.test(remainder)) return paragraphs;
  return [remainder.replace(/^[.!?:—–\s-]{1,5}/, ''), ...rest];
}
