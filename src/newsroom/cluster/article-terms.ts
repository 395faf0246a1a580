import { stemmer } from 'stemmer';
import { foldWords } from '../fold-words.ts';
import { hashOf } from './hash-of.ts';
import { toHashSet, type HashSet } from './hash-set.ts';
import { sameWord, withShortNames } from './same-words.ts';

/** The words of an article that tell what it is about. */
export interface ArticleTerms {
  /** How much each term counts by itself: names and numbers more than other words, repeated ones a bit more. */
  readonly counts: ReadonlyMap<string, number>;
  /** Hashes of the title's folded words. */
  readonly title: HashSet;
  /** Hashes of the names and numbers in the title: in these two of a series differ. */
  readonly titleNames: HashSet;
  /** Hashes of long numbers in the title: of a file, a filing, a company. */
  readonly titleIds: HashSet;
  /** Hashes of the words before a colon: the name of a column ("Morning note: …"), or who speaks. */
  readonly titleHead: HashSet;
}

const BODY_WORDS = 200;
const MOST_BODY = 4_000;
const MOST_TITLE = 400;
const LONGEST_WORD = 40;
// Tuned on 772 English news texts in 66 events, and on headlines of our own.
const TITLE_SHARE = 1.3;
const TITLE_NAME_SHARE = 1.5;
const BODY_NAME_SHARE = 3;
const AGAIN_SHARE = 0.2;
/** From this share of capitalised words on, a title is in headline case, and a capital says nothing. */
const HEADLINE_CASE = 0.6;

const WORD =
  /[$€£¥₹]?\d[\d.,]*(?:\s?(?:%|percent\b|[kmbt]n?\b|million\b|billion\b|trillion\b))?|[\p{L}\p{N}][\p{L}\p{N}\p{M}&]*(?:['’-][\p{L}\p{N}\p{M}]+)*/giu;
const TITLE_HEAD = /^([^:|]{3,40})[:|]\s/;
const LONG_NUMBER = /(?<![\d.,$])\d{6,}(?![\d.,])/g;
const ENDS_A_SENTENCE = /[.!?:;“"•\n]/;

interface Word {
  readonly text: string;
  /** Stands at the start of a sentence. */
  readonly opens: boolean;
}

/** Reads the title and the first 200 words of the body. */
export function readArticleTerms(title: string, body: string): ArticleTerms {
  const head = title.slice(0, MOST_TITLE);
  const inTitle = wordsOf(withShortNames(head));
  const inBody = wordsOf(withShortNames(body.slice(0, MOST_BODY)));
  const names = namesIn(inTitle, inBody);
  const isMarked = (word: Word): boolean => names.has(word.text) || /\d/.test(word.text);
  const counts = new Map<string, number>();
  const add = (word: Word, share: number, nameShare: number): void => {
    const term = termOf(word.text);
    if (term === '') return;
    const weight = share * (isMarked(word) ? nameShare : 1);
    const known = counts.get(term);
    counts.set(term, known === undefined ? weight : Math.max(known, weight) + AGAIN_SHARE * Math.min(known, weight));
  };
  for (const word of inTitle) add(word, TITLE_SHARE, TITLE_NAME_SHARE);
  for (const word of inBody) add(word, 1, BODY_NAME_SHARE);
  return {
    counts,
    title: toHashSet(foldWords(head).map(hashOf)),
    titleNames: toHashSet(
      inTitle
        .filter(isMarked)
        .map(({ text }) => termOf(text))
        .filter((term) => term !== '')
        .map(hashOf),
    ),
    titleHead: toHashSet(foldWords(TITLE_HEAD.exec(head)?.[1] ?? '').map(hashOf)),
    titleIds: toHashSet((head.match(LONG_NUMBER) ?? []).map(hashOf)),
  };
}

function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const opens = end === 0 || ENDS_A_SENTENCE.test(text.slice(end, match.index));
    words.push({ text: match[0].slice(0, LONGEST_WORD), opens });
    end = match.index + match[0].length;
    if (words.length >= BODY_WORDS) break;
  }
  return words;
}

/** Capitalised words that are not so for their place alone; of a title in headline case those that the body shows. */
function namesIn(title: readonly Word[], body: readonly Word[]): ReadonlySet<string> {
  const shown = body.filter(({ text, opens }) => !opens && isCapitalised(text));
  const long = title.filter(({ text }) => text.length > 3);
  const tellsNothing = long.filter(({ text }) => isCapitalised(text)).length > HEADLINE_CASE * long.length;
  const own = title.filter(({ text, opens }) => isAcronym(text) || (!tellsNothing && !opens && isCapitalised(text)));
  return new Set([...shown, ...own].map(({ text }) => text));
}

function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

function isAcronym(word: string): boolean {
  return /^(?=.*\p{Lu})[\p{Lu}\d]{2,6}$/u.test(word);
}

const NUMBER = /^[$€£¥₹]?(\d[\d.,]*?)[.,]?\s?(%|[a-z]*)$/;
const MAGNITUDES: Readonly<Record<string, string>> = {
  million: 'm',
  mn: 'm',
  billion: 'b',
  bn: 'b',
  trillion: 't',
  tn: 't',
  percent: '%',
};

/** The stem of an English word, a number in one spelling ("775m"), else the word; '' for one that says nothing. */
export function termOf(word: string): string {
  const whole = word.toLowerCase();
  const lower = whole.endsWith('s') ? whole.replace(/['’]s$/, '') : whole;
  const number = /^[a-z]/.test(lower) ? null : NUMBER.exec(lower);
  if (number) {
    const [, digits = '', unit = ''] = number;
    if (unit === 'k') return String(Number(digits.replaceAll(',', '')) * 1_000);
    return `${digits.replaceAll(',', '')}${MAGNITUDES[unit] ?? unit}`;
  }
  if (lower.length < 2 || EMPTY.has(lower)) return '';
  return /^[a-z]+$/.test(lower) ? stem(lower) : lower;
}

const STEMS = new Map<string, string>();
const MOST_STEMS = 50_000;

function stem(word: string): string {
  const known = STEMS.get(word);
  if (known !== undefined) return known;
  const stemmed = stemmer(sameWord(word));
  if (STEMS.size >= MOST_STEMS) STEMS.clear();
  STEMS.set(word, stemmed);
  return stemmed;
}

const EMPTY: ReadonlySet<string> = new Set(
  `the a an and or of to in on for with at by from as is are was were be been it its it's this that these those has
  have had will would can could may might should must do does did not no but if than then so such into over under up
  down out off about after before while during between through against amid per via he she they we you i his her their
  our your my him them us me who whom whose which what when where why how all any both each few more most other some
  only own same too very just also still even now new said say says saying told tell tells according report reported reports
  there here one two because since until although though however among across around near vs v yet ago mr ms mrs
  dr inc ltd corp co llc plc get gets got make makes made take takes took being s t re ve ll d m`.split(/\s+/),
);
