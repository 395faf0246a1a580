import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadArticle } from '../../src/model/story.ts';
import { storyContent } from '../../src/newsroom/story-content.ts';
import {
  formatStoryJson,
  formatStoryMarkdown,
  parseStoryJson,
  parseStoryMarkdown,
  toStoryRecord,
} from '../../src/newsroom/story-record.ts';
import { article } from '../subscriptions/filter-fixtures.ts';

const NOON = Date.UTC(2026, 1, 5, 12);

function read(more: Partial<ReadArticle>): ReadArticle {
  return { ...article({ publishedAt: NOON }), summary: 'It fell.', figures: [], imageUrl: null, ...more };
}

const WIRE = read({
  articleId: 1,
  outletName: 'Harbor Wire',
  tier: 1,
  title: "Bitcoin slips: 'forced' selling",
  body:
    'Bitcoin fell below $70,000 on Thursday as leveraged positions were closed. Some $775 million was liquidated within a day. ' +
    'Traders said that the market could fall further if support gives way. The Treasury Secretary told lawmakers that he would not step in.',
});
const LEDGER = read({
  articleId: 2,
  outletName: 'Ledger Post',
  tier: 2,
  publishedAt: NOON + 60_000,
  body: 'Miners sold some of their coins to pay for power. Exchanges in Seoul saw four times their usual volume on Thursday.',
});

function recordOf(articles: readonly ReadArticle[]) {
  const content = storyContent(articles);
  return toStoryRecord({ id: 17, changedAt: NOON + 90_000, content, stickyWeight: 2, draft: true }, articles);
}

describe('the record of a story', () => {
  test('has the fields that are known from exports, and sections of sentences with their outlets', () => {
    const markdown = formatStoryMarkdown(recordOf([WIRE, LEDGER]));
    const [, front = '', body = ''] = markdown.split('---\n');
    expect(front.split('\n').flatMap((line) => /^(\w+):/.exec(line)?.[1] ?? [])).toEqual(
      'title description publishedAt updatedAt lang externalId source category tags stickyWeight sentiment score draft ai'.split(
        ' ',
      ),
    );
    expect(body).toContain('## Overview\n\n- Bitcoin fell below $70,000 on Thursday');
    expect(body).toContain('— *Ledger Post*');
    expect(body).toContain(
      '## Impact on the crypto market\n\n- Traders said that the market could fall further if support gives way. — *Harbor Wire*',
    );
    expect(body).not.toContain('## From author');
  });

  test('has the first asset with a price for its category, and all for its tags', () => {
    const on = (...assets: readonly string[]) => recordOf([read({ assets, topics: ['regulation'] })]);
    expect(on('SEC', 'SOL')).toMatchObject({ category: 'SOL', tags: ['SEC', 'SOL'] });
    expect(on('SEC')).toMatchObject({ category: 'REGULATION', tags: ['SEC'] });
  });

  test('says nothing that no outlet wrote, and nothing twice', () => {
    const { overview, whatHappened, fromAuthor, impact } = recordOf([WIRE, LEDGER]);
    const said = [...overview, ...whatHappened, ...fromAuthor, ...impact].map(({ text }) => text);
    expect(new Set(said).size).toBe(said.length);
    for (const text of said) expect(`${WIRE.body}\n${LEDGER.body}`).toContain(text);
  });

  test('keeps opinions apart', () => {
    const opinion = read({ ...LEDGER, topics: ['opinion'], articleId: 3, outletName: 'Column' });
    const { fromAuthor, whatHappened } = recordOf([WIRE, opinion]);
    expect(fromAuthor.map(({ outlet }) => outlet)).toEqual(fromAuthor.map(() => 'Column'));
    expect(fromAuthor.length).toBeGreaterThan(0);
    expect(whatHappened.map(({ outlet }) => outlet)).not.toContain('Column');
  });

  test('is the same after it was written and read, as Markdown and as JSON', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    const sentence = fc.tuple(text, text).map(([a, b]) => `Bitcoin ${a} said ${b}.`.replaceAll(/\s+/g, ' '));
    const anyRecord = fc
      .record({ title: text, description: text, body: fc.array(sentence).map((all) => all.join(' ')) })
      .map((texts) => recordOf([read({ ...WIRE, ...texts })]));
    fc.assert(
      fc.property(anyRecord, (record) => {
        expect(parseStoryJson(formatStoryJson(record, [])).record).toEqual(record);
        expect(parseStoryMarkdown(formatStoryMarkdown(record))).toEqual(record);
      }),
    );
  });

  test.each([
    ['no front matter', 'Hello'],
    ['a field missing', '---\ntitle: Hello\n---\n'],
  ])('is refused with a reason: %s', (_what, text) => {
    expect(() => parseStoryMarkdown(text)).toThrow(/./);
  });
});
