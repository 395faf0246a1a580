import { describe, expect, test } from 'vitest';
import { rssOf, usePollDesk, type ServedReply } from './poll-desk.ts';

const desk = usePollDesk();

describe('full text', () => {
  const PARAGRAPH =
    '<p>The bakery opened its doors on Monday and took bitcoin from the very first customer, who bought bread.</p>';
  const PAGE = `<!DOCTYPE html><html><head><title>Bakery</title></head><body><nav><a href="/">Home</a> <a href="/all">All news</a></nav>
    <article><h1>Bitcoin bakery opens</h1>${PARAGRAPH.repeat(8)}</article><footer>All rights reserved</footer></body></html>`;
  const teaser = () =>
    `<item><guid>1</guid><title>Bitcoin bakery opens</title><link>${desk.origin}/page</link><description>Bread for bits.</description></item>`;

  async function bodies(): Promise<readonly (string | null)[]> {
    return (await desk.store.db.selectFrom('article').select('raw_body').orderBy('id').execute()).map(
      (row) => row.raw_body,
    );
  }

  async function pollTwice(page: ServedReply, fullText = true): Promise<void> {
    desk.parts = { ...desk.parts, policy: { ...desk.parts.policy, fullText } };
    let shown = '';
    desk.reply = (path) =>
      path === '/page' ? { headers: { 'content-type': 'text/html' }, ...page } : { body: rssOf([shown]) };
    await desk.poll();
    shown = teaser();
    await desk.poll();
  }

  const pagesAsked = () => desk.asked.filter(({ path }) => path === '/page').length;

  test('of a teaser is the article of its page, asked for once', async () => {
    await pollTwice({ body: PAGE });
    const [body = ''] = await bodies();
    expect(body).toContain('took bitcoin from the very first customer');
    expect(body).not.toContain('All rights reserved');
    await desk.pollOn(3);
    expect(pagesAsked()).toBe(1);
    expect(await bodies()).toHaveLength(1);
  });

  test('is not asked for where it is not wanted, nor for what was there at the first poll', async () => {
    await pollTwice({ body: PAGE }, false);
    expect(pagesAsked()).toBe(0);
    desk.parts = { ...desk.parts, policy: { ...desk.parts.policy, fullText: true } };
    await desk.poll('feed-1');
    expect(pagesAsked()).toBe(0);
  });

  test.each([
    ['that is forbidden', { status: 403 }],
    ['that says nothing', { body: '<html><body>Please enable JavaScript</body></html>' }],
    ['that is none', { headers: { 'content-type': 'application/pdf' }, body: 'x' }],
  ])('of a page %s costs the article nothing', async (_, page) => {
    await pollTwice(page);
    expect(await bodies()).toEqual(['']);
  });
});
