const LONGEST_NAME = 30;
const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
let namesToCodes: ReadonlyMap<string, string> | undefined;

/** ISO 639-1 code from a code, a locale ("en-US") or an English or own name ("german", "Deutsch"); else undefined. */
export function languageCode(text: string): string | undefined {
  const lower = text.trim().toLowerCase();
  if (lower === 'und') return lower;
  const code = /^([a-z]{2})(?:[-_][a-z0-9-]{2,10})?$/.exec(lower)?.[1];
  if (code !== undefined && english.of(code) !== undefined) return currentCode(code);
  if (lower.length > LONGEST_NAME) return undefined;
  namesToCodes ??= readNames();
  return namesToCodes.get(lower);
}

/** The language's name for itself: "Deutsch". */
export function ownLanguageName(code: string): string {
  return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
}

function readNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const code of twoLetterCodes()) {
    const name = english.of(code);
    if (name === undefined) continue;
    names.set(name.toLowerCase(), currentCode(code));
    names.set(ownLanguageName(code).toLowerCase(), currentCode(code));
  }
  return names;
}

/** Withdrawn codes as what replaced them: iw is he. Stays with two letters. */
function currentCode(code: string): string {
  const { language } = new Intl.Locale(code);
  return language.length === 2 ? language : code;
}

function twoLetterCodes(): readonly string[] {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));
  return letters.flatMap((first) => letters.map((second) => first + second));
}
