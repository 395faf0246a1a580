export interface LanguageSource {
  readonly title: string;
  readonly description: string;
  readonly body: string;
}

const MOST_TEXT = 1_500;
const FEWEST_HITS = 2;
const FEWEST_LETTERS = 2;

const SCRIPTS = {
  hangul: /\p{sc=Hangul}/gu,
  kana: /[\p{sc=Hiragana}\p{sc=Katakana}]/gu,
  han: /\p{sc=Han}/gu,
  cyrillic: /\p{sc=Cyrillic}/gu,
  arabic: /\p{sc=Arabic}/gu,
  hebrew: /\p{sc=Hebrew}/gu,
  greek: /\p{sc=Greek}/gu,
  thai: /\p{sc=Thai}/gu,
  devanagari: /\p{sc=Devanagari}/gu,
  latin: /\p{sc=Latin}/gu,
} as const;

type Script = keyof typeof SCRIPTS;

/** Languages written in a script; the first is the guess where nothing else tells. */
const LANGUAGES: Readonly<Record<Exclude<Script, 'latin'>, readonly string[]>> = {
  hangul: ['ko'],
  kana: ['ja'],
  han: ['zh', 'ja'],
  cyrillic: ['ru', 'uk', 'bg', 'sr', 'be', 'kk', 'mk', 'mn'],
  arabic: ['ar', 'fa', 'ur'],
  hebrew: ['he', 'yi'],
  greek: ['el'],
  thai: ['th'],
  devanagari: ['hi', 'mr', 'ne'],
};

const STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in is for on with as at by from that this it its are was were after over has have will be an not but than amid says why how what into their could before you your we',
  de: 'der die das und den dem des ein eine einen einer ist im von mit für auf nicht auch sich bei nach wird aus als wie zu zum zur über oder noch werden hat sind um vor am',
  fr: 'le la les des et du un une est dans pour sur avec par au aux que qui pas plus ce cette ses son sa se ne sont été après entre mais leur selon comme en de',
  es: 'el la los las de del y en un una es por para con que se su al como más pero sus ha tras sobre entre según este esta lo son fue hasta desde',
  pt: 'o os as de do da dos das e em um uma é por para com que se seu sua ao mais mas foi são não no na nos nas após entre pelo pela como sobre diz já',
  it: 'il lo la gli le di del della dei delle e un una è per con che si nel nella dal dalla al alla più ma sono ha non come tra dopo anche suo sua ai sui in i',
  nl: 'de het een en van in is op te voor met dat die niet aan er zijn ook om bij naar uit maar wordt als nog door over werd dan meer heeft deze',
  tr: 've bir bu da de için ile olarak çok daha gibi kadar sonra göre olan ancak ise en oldu değil üzerinde yeni etti olduğu dolar yüzde',
  pl: 'i w na z się do nie jest że to o po za od jak dla przez są ale oraz już co został może czy tym przed także będzie roku ze',
  id: 'yang dan di ke dari untuk dengan pada ini itu adalah dalam tidak akan telah oleh juga sebagai bisa lebih karena para setelah hingga atau saat sudah',
  vi: 'và của là có cho trong được với các một không này đã những khi đến người từ trên vào về sẽ ra như năm theo tại cũng nhiều giá',
};

const LANGUAGES_BY_WORD = new Map<string, string[]>();
for (const [language, words] of Object.entries(STOP_WORDS)) {
  for (const word of words.split(' ')) {
    LANGUAGES_BY_WORD.set(word, [...(LANGUAGES_BY_WORD.get(word) ?? []), language]);
  }
}

/** Letters that (nearly) one of the languages uses alone. */
const LETTERS: readonly (readonly [string, RegExp])[] = [
  ['de', /ß/g],
  ['es', /[ñ¿¡]/g],
  ['pt', /[ãõ]/g],
  ['pl', /[łąęśżźń]/g],
  ['tr', /[ğış]/g],
  ['vi', /[ơưđ\u1EA0-\u1EF9]/g],
];

/**
 * ISO 639-1 code of an article's language, or 'und': by script, and for Latin letters by stop words of en,
 * de, fr, es, pt, it, nl, tr, pl, id and vi. The feed's own claim decides where the text is too short to
 * tell and its script does not speak against it.
 */
export function readLanguage(article: LanguageSource, feedLanguage: string): string {
  const text = `${article.title}\n${article.description}\n${article.body}`.slice(0, MOST_TEXT);
  const claimed = /^[a-z]{2}(?![a-z])/.exec(feedLanguage.trim().toLowerCase())?.[0] ?? 'und';
  const script = mainScript(text);
  if (script === null) return claimed;
  if (script === 'latin') return latinLanguage(text, claimed);
  if (script === 'cyrillic') return cyrillicLanguage(text, claimed);
  const possible = LANGUAGES[script];
  return possible.includes(claimed) ? claimed : (possible[0] ?? 'und');
}

const BEYOND_LATIN = /[^\t\n\r -\u024F\u1E00-\u1EFF\u2000-\u20CF\u2100-\u214F]/;

function mainScript(text: string): Script | null {
  if (!BEYOND_LATIN.test(text)) return /\p{L}{2}/u.test(text) ? 'latin' : null;
  const counts = new Map<Script, number>();
  for (const [script, pattern] of Object.entries(SCRIPTS)) {
    // Object.entries widens the keys of a record to string.
    counts.set(script as Script, text.match(pattern)?.length ?? 0);
  }
  const count = (script: Script): number => counts.get(script) ?? 0;
  const eastAsian = count('han') + count('kana') + count('hangul');
  // Tickers and names stand in Latin letters everywhere; one sign of these counts for about three of them.
  if (eastAsian * 3 > count('latin')) {
    if (count('hangul') > eastAsian / 3) return 'hangul';
    if (count('kana') > eastAsian / 20) return 'kana';
    return eastAsian < FEWEST_LETTERS ? null : 'han';
  }
  const others = [...counts].filter(([script]) => !/^(?:han|kana|hangul)$/.test(script));
  const [best] = others.toSorted(([a, m], [b, n]) => weigh(b, n) - weigh(a, m));
  return best && best[1] >= FEWEST_LETTERS ? best[0] : null;
}

function weigh(script: Script, letters: number): number {
  return script === 'latin' ? letters : letters * 1.5;
}

function cyrillicLanguage(text: string, claimed: string): string {
  const ukrainian = text.match(/[іїєґІЇЄҐ]/g)?.length ?? 0;
  const russian = text.match(/[ыэъёЫЭЪЁ]/g)?.length ?? 0;
  if (ukrainian > russian) return claimed === 'be' || claimed === 'kk' ? claimed : 'uk';
  if (russian > 0 && claimed !== 'bg' && claimed !== 'be' && claimed !== 'kk' && claimed !== 'mn') {
    return 'ru';
  }
  return LANGUAGES.cyrillic.includes(claimed) ? claimed : 'ru';
}

const OTHER_SCRIPTS = new Set(Object.values(LANGUAGES).flat());

/** Not the parts of "y-o-y" or of an address. */
const WHOLE_WORDS = /(?<![\p{L}\p{N}/.@-])\p{L}+(?![\p{L}\p{N}/@-])/gu;

/** A word with a letter that English has in names at most. */
const FOREIGN_LETTERS = /(?<!\p{L})\p{Ll}+[\u00DF-\u024F\u1EA0-\u1EFF]/u;

function latinLanguage(text: string, claimed: string): string {
  const scores = new Map<string, number>();
  const lower = text.replaceAll(/https?:\/\/\S+/g, ' ').toLowerCase();
  // Each word once: "5 per cent to 70 per dollar" is no Italian.
  for (const word of new Set(lower.match(WHOLE_WORDS))) {
    const languages = LANGUAGES_BY_WORD.get(word) ?? [];
    // A word of many languages tells little.
    for (const language of languages) {
      scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length);
    }
  }
  for (const [language, pattern] of LETTERS) {
    const letters = lower.match(pattern)?.length ?? 0;
    if (letters > 0) scores.set(language, (scores.get(language) ?? 0) + Math.min(3, letters * 0.6));
  }
  const [best, second] = [...scores].toSorted(([, a], [, b]) => b - a);
  const compatible = OTHER_SCRIPTS.has(claimed) ? 'und' : claimed;
  if (!best) return compatible;
  const clear = best[1] >= FEWEST_HITS && best[1] > 1.3 * (second?.[1] ?? 0);
  if (clear) return best[0];
  if (!scores.has(compatible) && FOREIGN_LETTERS.test(text)) return best[0];
  if (compatible !== 'und') return compatible;
  return best[1] >= 1 && best[1] > (second?.[1] ?? 0) ? best[0] : 'und';
}
