import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentResource } from '@fluent/bundle';
import { describe, expect, test } from 'vitest';
import type { FeedErrorCode } from '../../src/feeds/feed-error.ts';
import { METRICS, SENTIMENT_LABELS, type Figure } from '../../src/model/analysis.ts';
import type { TextArg } from '../../src/model/text.ts';
import type { Measure } from '../../src/subscriptions/threshold.ts';
import { TEXTS } from '../support/world.ts';

const ROOT = join(import.meta.dirname, '../..');
const CATALOGUE = join(ROOT, 'config/locales/en');

const SOURCES = ['src', 'commands'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(ROOT, folder, path), 'utf8')),
);

const QUALIFIERS: Readonly<Record<NonNullable<Figure['qualifier']>, string>> = {
  about: 'card-about',
  over: 'card-over',
  under: 'card-under',
  up_to: 'card-up-to',
  nearly: 'card-nearly',
};
const DIRECTIONS: Readonly<Record<NonNullable<Figure['direction']>, string>> = { up: 'card-up', down: 'card-down' };
const SIDES: Readonly<Record<NonNullable<Figure['side']>, string>> = {
  long: 'card-side-long',
  short: 'card-side-short',
};
const MEASURES: Readonly<Record<Measure, string>> = {
  sentiment: 'filter-sentiment',
  importance: 'filter-importance',
  outlets: 'filter-outlets',
};
const FEED_ERRORS: Readonly<Record<FeedErrorCode, string>> = {
  'not-a-feed': 'feed-error-not-a-feed',
  'html-page': 'feed-error-html-page',
  'too-large': 'feed-error-too-large',
  'too-deep': 'feed-error-too-deep',
  'cut-off': 'feed-error-cut-off',
  empty: 'feed-error-empty',
  'too-slow': 'feed-error-too-slow',
};

/** Every id that is put together at run time, as the source writes it, and what can come of it. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  "card-metric-${metric.replace('_', '-')}": METRICS.map((metric) => `card-metric-${metric.replace('_', '-')}`),
  "card-${qualifier.replace('_', '-')}": Object.values(QUALIFIERS),
  'card-${direction}': Object.values(DIRECTIONS),
  'card-side-${side}': Object.values(SIDES),
  'card-sentiment-${sentiment.label}': SENTIMENT_LABELS.map((label) => `card-sentiment-${label}`),
  'feed-error-${this.code}': Object.values(FEED_ERRORS),
  'filter-${measure}': Object.values(MEASURES),
  'filter-problem-range-${scale.measure}': Object.keys(MEASURES).map((measure) => `filter-problem-range-${measure}`),
};

/** Runtime form of a catalogue's message (@fluent/bundle, `ast.ts`); what else it holds does not matter here. */
type Element =
  | string
  | { readonly type: 'var'; readonly name: string }
  | { readonly type: 'func'; readonly name: string; readonly args: readonly Element[] }
  | { readonly type: 'select'; readonly selector: Element; readonly variants: readonly Variant[] }
  | { readonly type: 'str' | 'num'; readonly value: string | number };
interface Variant {
  readonly key: { readonly value: string | number };
  readonly value: string | readonly Element[];
}

const MESSAGES = readdirSync(CATALOGUE).flatMap((file) =>
  new FluentResource(readFileSync(join(CATALOGUE, file), 'utf8')).body.flatMap(({ id, value }) =>
    // `Element` is the part of the library's own type, which it does not export, that these tests read.
    value === null ? [] : [{ id, elements: (typeof value === 'string' ? [value] : value) as readonly Element[] }],
  ),
);
const IDS = MESSAGES.map(({ id }) => id);

/** Literals in the first argument of `message(...)`, `problem(...)` and `joinBy(...)`. */
function idsUsed(source: string): readonly string[] {
  const calls = source.matchAll(/\b(?:message|problem|joinBy)\(([^()]{0,200}?(?:\([^()]{0,80}\)[^()]{0,80}?)?)[,)]/g);
  return [...calls].flatMap(([, first = '']) =>
    [...first.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map(([, id = '']) => id),
  );
}

function templatesUsed(source: string): readonly string[] {
  return [...source.matchAll(/\bmessage\(`([^`]{1,80})`/g)].map(([, template = '']) => template);
}

describe('the catalogue and the program', () => {
  test('every message that the program says is in the catalogue', () => {
    const missing = SOURCES.flatMap(idsUsed).filter((id) => !IDS.includes(id));
    expect(SOURCES.flatMap(idsUsed).length).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });

  test('every id that is put together at run time is known here, with all that can come of it', () => {
    const templates = new Set(SOURCES.flatMap(templatesUsed));
    expect([...templates].toSorted()).toEqual(Object.keys(TEMPLATES).toSorted());
    expect(
      Object.values(TEMPLATES)
        .flat()
        .filter((id) => !IDS.includes(id)),
    ).toEqual([]);
  });

  test('every message of the catalogue is said somewhere, and stands in it once', () => {
    const all = SOURCES.join('\n');
    const composed = new Set(Object.values(TEMPLATES).flat());
    expect(IDS.filter((id) => !composed.has(id) && !all.includes(`'${id}'`))).toEqual([]);
    expect(IDS).toHaveLength(new Set(IDS).size);
  });
});

type Samples = Map<string, Set<TextArg>>;

/** For each variable of a message the values that lead through all of its variants. */
function collectSamples(elements: readonly Element[], variables: Samples, isNumeric = false): void {
  const add = (name: string, ...values: TextArg[]) => {
    const known = variables.get(name) ?? new Set();
    for (const value of values) known.add(value);
    variables.set(name, known);
  };
  for (const element of elements) {
    if (typeof element === 'string') continue;
    if (element.type === 'var') add(element.name, ...(isNumeric ? [2_400_000] : []));
    if (element.type === 'func') {
      const [first, ...others] = element.args;
      if (first !== undefined) collectSamples([first], variables, true);
      collectSamples(others, variables);
    }
    if (element.type === 'select') {
      const keys = element.variants.map(({ key }) => key.value);
      const isPlural = keys.some((key) => key === 'one' || typeof key === 'number');
      const { selector } = element;
      if (typeof selector === 'object' && selector.type === 'var') {
        const named = keys.filter((key) => key !== 'one' && key !== 'other');
        add(selector.name, ...named, ...(isPlural ? [1, 2] : ['something']));
      }
      for (const { value } of element.variants) {
        collectSamples(typeof value === 'string' ? [value] : value, variables);
      }
    }
  }
}

/** Arguments so that each value of each variable is used once. */
function sampleCalls(elements: readonly Element[]): readonly Readonly<Record<string, TextArg>>[] {
  const variables: Samples = new Map();
  collectSamples(elements, variables);
  const lists = [...variables].map(([name, values]) => [name, values.size > 0 ? [...values] : ['WORDS']] as const);
  const longest = Math.max(1, ...lists.map(([, values]) => values.length));
  return Array.from({ length: longest }, (_, index) =>
    Object.fromEntries(lists.map(([name, values]) => [name, values[index % values.length] ?? ''])),
  );
}

describe('each message', () => {
  test.each(MESSAGES)('$id is said without errors, in each of its variants', ({ id, elements }) => {
    for (const args of sampleCalls(elements)) {
      const said = TEXTS.say({ id, args });
      expect(said.trim()).not.toBe('');
      expect(said).not.toMatch(/NaN|undefined|\{|\}/);
    }
  });

  test('one is one, and more are more', () => {
    const wrong = MESSAGES.flatMap(({ id, elements }) =>
      sampleCalls(elements).map((args) => TEXTS.say({ id, args })),
    ).filter((said) => /\b1 (?:cards|stories|outlets|ones|feeds|subscriptions|problems|times)\b/.test(said));
    expect(wrong).toEqual([]);
  });
});

describe('a text', () => {
  test('in a language without a catalogue is English', () => {
    expect(TEXTS.say({ id: 'chat-older' }, 'xx')).toBe('Older');
  });

  test('that no catalogue has is a bug', () => {
    expect(() => TEXTS.say({ id: 'no-such-text' })).toThrow('no-such-text');
  });

  test('without one of its arguments is a bug', () => {
    expect(() => TEXTS.say({ id: 'chat-note' })).toThrow('chat-note');
  });

  test('may hold other texts, and lists of them', () => {
    const args = { label: { id: 'card-metric-price' }, details: ['BTC', { id: 'card-side-long' }] };
    expect(TEXTS.say({ id: 'card-metric-of', args })).toBe('Price · BTC, longs');
  });

  test('of a person is never read as a message', () => {
    expect(TEXTS.say({ id: 'chat-note', args: { note: '{ $secret } { card-open }' } })).toBe(
      'Note: { $secret } { card-open }',
    );
  });
});
