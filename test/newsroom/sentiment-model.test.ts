import { describe, expect, it } from 'vitest';
import { RULE_FEATURES } from '../../src/newsroom/sentiment/rule-features.ts';
import { packModel, unpackModel, WEIGHED_OUTCOMES } from '../../src/newsroom/sentiment/sentiment-model.ts';
import { TEXT_BINS } from '../../src/newsroom/sentiment/text-features.ts';
import { styleOf } from '../../src/newsroom/sentiment/text-style.ts';

const rules = Float32Array.from({ length: RULE_FEATURES * WEIGHED_OUTCOMES }, (_, place) => place / 8);

function modelOf(bins: readonly number[]) {
  const text = new Int8Array(TEXT_BINS * WEIGHED_OUTCOMES);
  for (const [place, bin] of bins.entries()) text.set([-1 - place, 127 - place], bin * WEIGHED_OUTCOMES);
  return { rules, text, scale: 0.5 };
}

describe('a packed model', () => {
  it.each([
    ['no bin', []],
    ['the first bins', [0, 1]],
    ['steps about those that a byte tells', [253, 254, 508, 762, 1017, 1273, 1783]],
    ['the last bin', [TEXT_BINS - 1]],
  ])('is the same unpacked, with %s', (_, bins) => {
    expect(unpackModel(packModel(modelOf(bins)))).toEqual(modelOf(bins));
  });

  it('is refused with bins beyond the last', () => {
    const bytes = packModel(modelOf([TEXT_BINS - 1]));
    expect(() => unpackModel(Uint8Array.from([...bytes, 1, 0, 0]))).toThrow(RangeError);
  });
});

describe('the style of a text', () => {
  it.each([
    ['tweet', '$XYZ shares are down'],
    ['tweet', 'Shares are down https://example.com'],
    ['title', 'Why Investors Should Look at This Company'],
    ['plain', 'Investors look at this company'],
    ['report', 'Net sales rose by a tenth from the year before .'],
  ])('is %s for "%s"', (style, text) => {
    expect(styleOf(text)).toBe(style);
  });
});
