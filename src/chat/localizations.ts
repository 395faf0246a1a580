import { DEFAULT_LANGUAGE, type Texts } from '../texts/texts.ts';

/**
 * What the catalogues of other languages say for a message that a command declares in English: language to text, for
 * the languages that have it. `command-latest` is a command's description, `command-latest-count` an option's.
 */
export function localizations(id: string, texts: Texts): Record<string, string> {
  return Object.fromEntries(
    texts.languages
      .filter((language) => language !== DEFAULT_LANGUAGE && texts.has(id, language))
      .map((language) => [language, texts.say({ id }, language)]),
  );
}
