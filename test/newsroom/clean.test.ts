import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanItem } from '../../src/newsroom/clean.ts';

function body(content: string, title = 'Harbour Bank opens a vault for coins'): string {
  return cleanItem({ title, description: '', content }, 'Tide Daily').body;
}

test('HTML becomes paragraphs of plain text without scripts, images and navigation', () => {
  const html =
    '<nav><a href="/">Home</a></nav><h2>What  happened</h2><script>track("p")</script><style>p{}</style>' +
    '<p>The bank\n said <a href="https://x.example">it would wait</a>.<img src="a.png" alt="chart"></p><ul><li>First</li><li>Second</li></ul>';
  expect(body(html)).toBe('What happened\nThe bank said it would wait.\nFirst\nSecond');
});

test('an unclosed piece of furniture does not swallow the article', () => {
  expect(body('<p>Before.</p><aside><p>After the aside.</p>')).toBe('Before.\nAfter the aside.');
});

test('doubly escaped markup and references are resolved', () => {
  expect(body('&amp;lt;p&amp;gt;Smith &amp;amp;amp; Co rose 5&amp;#37;.&amp;lt;/p&amp;gt;')).toBe(
    'Smith & Co rose 5%.',
  );
  expect(cleanItem({ title: 'Q&amp;amp;A: what&#8217;s next', description: '', content: '' }, '').title).toBe(
    'Q&A: what’s next',
  );
});

test('comparison signs of plain text survive', () => {
  expect(body('The index moved when a < b and c > d held.')).toBe('The index moved when a < b and c > d held.');
});

test('front matter goes and fills in a missing title and description', () => {
  const content =
    "---\ntitle: 'The bank''s vault'\ndescription: \"It opens in May.\"\nlang: en\n---\n## Overview\n\nThe **vault** opens, says [the bank](https://x.example/a).\n\n![chart](a.png)\n- One item\n";
  expect(cleanItem({ title: '', description: '', content }, '')).toEqual({
    title: "The bank's vault",
    description: 'It opens in May.',
    body: 'Overview\nThe vault opens, says the bank.\nOne item',
  });
});

test.each([
  'Follow us on X and Telegram',
  'Subscribe to our newsletter',
  'Read more',
  'Comments\nNo comments yet',
  'Related: Another bank closes its vault',
  'I am AI Agent Jo Winter, your guide to passive income.',
  'This page may contain third-party content and is provided for information purposes only.',
  'The above is not financial advice.',
  'Share on Facebook',
  'Latest Articles\nAnother bank\nA third bank',
])('page furniture goes: %s', (furniture) => {
  const article = 'The bank opened a vault for coins on Monday.\nIt will hold nothing else.';
  expect(body(`${article}\n${furniture}`)).toBe(article);
});

test('the note on where a post appeared first is cut off a description', () => {
  const description =
    '<p>The vault opens in May.</p><p>The post Harbour Bank opens a vault appeared first on Tide Daily.</p>';
  expect(cleanItem({ title: 'Vault', description, content: '' }, '').description).toBe('The vault opens in May.');
});

test('an article that stands twice is given once, also in one flat paragraph', () => {
  const first = 'The bank opened a vault for coins on Monday and hired forty guards to stand before it.';
  const second = 'Its rivals said that they would watch for a year before they did anything of the kind.';
  const title = 'Harbour Bank opens a vault for coins';
  expect(body(`${first}\n${second}\n${title}\n${first}\n${second}`)).toBe(`${first}\n${second}`);
  expect(body(`${first} ${second} ${first} ${second}`)).toBe(`${first} ${second}`);
});

test('the title is not repeated at the head of the body', () => {
  expect(body('Harbour Bank opens a vault for coins. Guards stand before it.')).toBe('Guards stand before it.');
});

test('a title loses its source but keeps what only looks like one', () => {
  function title(text: string): string {
    return cleanItem({ title: text, description: '', content: '' }, 'Tide Daily').title;
  }
  expect(title('Harbour Bank opens a vault - Tide Daily')).toBe('Harbour Bank opens a vault');
  expect(title('Harbour Bank opens a vault | Reuters')).toBe('Harbour Bank opens a vault');
  expect(title('Harbour Bank - the long view')).toBe('Harbour Bank - the long view');
});

test("an aggregator's description of title and publisher says nothing", () => {
  const title = 'Harbour Bank opens a vault - Reuters';
  const description = '<a href="https://x.example">Harbour Bank opens a vault</a>&nbsp;&nbsp;<font>Reuters</font>';
  expect(cleanItem({ title, description, content: '' }, 'News')).toEqual({
    title: 'Harbour Bank opens a vault',
    description: '',
    body: '',
  });
});

test('a body that repeats the description is left out', () => {
  const text = 'The vault opens in May.';
  expect(cleanItem({ title: 'Vault', description: text, content: `<p>${text}</p>` }, '').body).toBe('');
});

test('bidi overrides, control and invisible characters are removed', () => {
  expect(body('The \u202Ebank\u202C is\u0007 o\u200Bpen\u{E0041} now.')).toBe('The bank is open now.');
});

test('hard-wrapped lines are one paragraph', () => {
  expect(body('The bank opened a vault for coins on Monday, and hired\nforty guards.\n\nIt will wait.')).toBe(
    'The bank opened a vault for coins on Monday, and hired forty guards.\nIt will wait.',
  );
});

test('texts are capped at whole sentences', () => {
  const sentences = Array.from({ length: 3000 }, (_, index) => `Guard number ${index} took a seat.`).join(' ');
  const item = cleanItem({ title: 'x '.repeat(600), description: sentences, content: `${sentences} End.` }, '');
  expect(item.title.length).toBeLessThanOrEqual(500);
  expect(item.description.length).toBeLessThanOrEqual(2_000);
  expect(item.body.length).toBeLessThanOrEqual(20_000);
  expect(item.body).toMatch(/took a seat\.$/);
});

test('nothing that anyone sends throws or leaves a control character', () => {
  const piece = fc.constantFrom('<', '>', '&', ';', '#', 'p', '[', '](', '\n', '---', '\u202E', '\uD800', '"', ' a ');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      const item = cleanItem({ title: text, description: text, content: text }, text);
      expect(JSON.stringify(item)).not.toMatch(/\\u00|\\ud8|\u202E/i);
    }),
  );
});

test.each([
  '<b>'.repeat(60_000) + '</x>'.repeat(60_000),
  '['.repeat(500_000),
  '&lt;'.repeat(200_000),
  '<a '.repeat(200_000),
])('hostile markup is read through', (content) => {
  expect(body(content).length).toBeLessThanOrEqual(20_000);
});
