import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { Text, TextArg } from '../model/text.ts';
import { formatFunctions } from './formats.ts';

export const DEFAULT_LANGUAGE = 'en';

/** The message catalogues: turns a `Text` into a string of one language. */
export interface Texts {
  /**
   * `language` without a catalogue, and a message that it lacks, fall back to English. An unknown message is a
   * bug and throws.
   */
  say(text: Text, language?: string): string;
  readonly languages: readonly string[];
  /** Whether the catalogue of just this language has the message. */
  has(id: string, language: string): boolean;
}

/**
 * Reads `<folder>/<language>/*.ftl`.
 * @throws Error naming file and entry when a catalogue has a mistake.
 */
export function loadTexts(folder: string): Texts {
  const bundles = new Map<string, FluentBundle>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) bundles.set(entry.name, loadBundle(join(folder, entry.name), entry.name));
  }
  const fallback = bundles.get(DEFAULT_LANGUAGE);
  if (!fallback) throw new Error(`no ${DEFAULT_LANGUAGE} catalogue in ${folder}`);
  return {
    languages: [...bundles.keys()],
    has: (id, language) => bundles.get(language)?.hasMessage(id) ?? false,
    say: (text, language = DEFAULT_LANGUAGE) => render(text, bundles.get(language) ?? fallback, fallback),
  };
}

function loadBundle(folder: string, language: string): FluentBundle {
  // Isolation marks would end up in the links and commands that people copy.
  const bundle = new FluentBundle(language, { useIsolating: false, functions: formatFunctions(language) });
  for (const file of readdirSync(folder).toSorted()) {
    const path = join(folder, file);
    const source = readFileSync(path, 'utf8');
    const problems = bundle.addResource(new FluentResource(source));
    if (problems.length > 0) throw new Error(`${path}: ${problems.map(String).join('; ')}`);
  }
  return bundle;
}

function render(text: Text, bundle: FluentBundle, fallback: FluentBundle): string {
  if (typeof text === 'string') return text;
  const owner = bundle.hasMessage(text.id) ? bundle : fallback;
  const pattern = owner.getMessage(text.id)?.value;
  if (!pattern) throw new Error(`no message ${text.id}`);
  const args: Record<string, FluentVariable> = {};
  for (const [name, value] of Object.entries(text.args ?? {})) args[name] = argument(value, bundle, fallback);
  const errors: Error[] = [];
  const said = owner.formatPattern(pattern, args, errors);
  if (errors.length > 0) throw new Error(`message ${text.id}: ${errors.map(String).join('; ')}`);
  return said;
}

function argument(value: TextArg, bundle: FluentBundle, fallback: FluentBundle): FluentVariable {
  if (typeof value === 'number' || typeof value === 'string') return value;
  if ('id' in value) return render(value, bundle, fallback);
  return value.map((item) => render(item, bundle, fallback)).join(', ');
}
