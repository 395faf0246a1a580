import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { UploadedFile } from '../../src/chat/options.ts';
import type { Caller } from '../../src/chat/caller.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { ensureChat, findChat } from '../../src/store/chats.ts';
import { startFeedServer, type TestFeedServer } from '../support/feed-server.ts';
import { inEnglish } from '../support/world.ts';
import { buttonsOf, commandsIn, HOUR, MINUTE, openDesk, type Desk } from './desk.ts';

let desk: Desk;
let server: TestFeedServer;

beforeEach(async () => {
  desk = await openDesk();
  server = await startFeedServer();
});

afterEach(async () => {
  await desk.close();
  await server.close();
});

/** Somebody else's chat, which they manage; no operator. */
async function stranger(name = '77', file?: UploadedFile): Promise<Caller> {
  const chat = await desk.store.transaction('chat', (trx) =>
    ensureChat(trx, { platform: 'telegram', nativeId: name, thread: '' }, 'en', desk.clock.now()),
  );
  return {
    chat: (await findChat(desk.store.db, chat.id)) ?? chat,
    person: { id: `telegram:${name}`, isOperator: false },
    isManager: async () => true,
    checkReach: async () => undefined,
    elsewhere: async () => Promise.reject(new Error('nowhere else')),
    ...(file ? { file } : {}),
  };
}

async function ask(text: string, caller?: Caller): Promise<Reply> {
  return caller ? desk.app.commands.runText(text, caller) : desk.reply(text);
}

async function say(text: string, caller?: Caller): Promise<string> {
  return inEnglish(await ask(text, caller));
}

/** `/feeds add` and the press on its button. @returns what the press is answered with */
async function add(url: string, caller?: Caller): Promise<string> {
  const [confirm = ''] = commandsIn(buttonsOf(await ask(`/feeds add ${url}`, caller)));
  return say(confirm, caller);
}

function file(content: string, name = 'list.opml'): UploadedFile {
  const bytes = Buffer.from(content);
  return { name, sizeBytes: bytes.byteLength, read: async () => bytes };
}

function feedOf(key: string, ...titles: readonly string[]) {
  const feed = server.feed(key);
  for (const [index, title] of titles.entries()) {
    feed.publish({ guid: `${key}${index}`, title, at: desk.clock.now() - (titles.length - index) * HOUR });
  }
  return feed;
}

describe('/feeds', () => {
  test('lists the catalogue with how each feed is, trouble first', async () => {
    desk.feeds['ledger']?.answerWith({ status: 403 });
    await desk.publish('Bitcoin miner tells of plans');
    await desk.pass(3 * MINUTE);
    const said = (await say('/feeds')).split('\n');
    expect(said[0]).toBe('3 feeds');
    expect(said[1]).toMatch(/^\d+ \| The ledger \| HTTP 403, for \d+ minutes.*; next try in /);
    expect(said.join('\n')).toMatch(/The wire \| \d+ (?:second|minute)s? ago, 1 article today/);
  });

  test('knows its words, and says which', async () => {
    expect(await say('/feeds list')).toContain('3 feeds');
    expect(await say('/feeds destroy')).toBe(
      '/feeds knows no “destroy”. It can: list, add, remove, pause, resume, import, export.',
    );
    expect(await say('/feeds list page=9')).toContain('3 feeds');
  });

  test('is for those who manage the chat', async () => {
    const nobody = { ...(await stranger()), isManager: async () => false };
    for (const command of ['/feeds', '/feeds add a.example', '/feeds remove 1', '/feeds import', '/feeds export']) {
      expect(await say(command, nobody)).toContain('Only people who manage this chat');
    }
  });
});

describe('/feeds add', () => {
  test('shows the title and the three newest items before it adds, and the feed’s stories come here', async () => {
    const feed = feedOf('own', 'First of all', 'The second one', 'And the third one', 'The newest of all');
    const shown = await say(`/feeds add ${feed.url}`);
    expect(shown).toContain('Add Test?');
    expect(shown).toMatch(/The newest of all[^]*And the third one[^]*The second one/);
    expect(shown).not.toContain('First of all');
    expect(await say('/feeds')).toContain('3 feeds');

    expect(await add(feed.url)).toContain('Test is added.');
    await desk.say('/subscribe @127001');
    await desk.pass(15 * MINUTE);
    expect(await desk.cards()).toHaveLength(0);
    feed.publish({ guid: 'news', title: 'Bitcoin bakery opens in Lisbon', at: desk.clock.now() });
    await desk.pass(15 * MINUTE);
    expect((await desk.cards()).map(({ title }) => title)).toEqual(['Bitcoin bakery opens in Lisbon']);
    expect(await say('/feeds')).toContain('1 of this chat, 4 in all');
    expect(await say('/latest bakery')).toContain('Bitcoin bakery opens in Lisbon');
  });

  test('keeps what it brings to that chat', async () => {
    const feed = feedOf('own', 'Old news of the museum');
    const theirs = await stranger();
    await desk.say('/subscribe bitcoin');
    expect(await add(feed.url, theirs)).toContain('is added');
    await say('/subscribe bitcoin', theirs);
    await desk.pass(15 * MINUTE);
    feed.publish({ guid: 'news', title: 'Bitcoin bakery opens in Lisbon', at: desk.clock.now() });
    await desk.pass(15 * MINUTE);
    expect(await desk.cards()).toEqual([]);
    for (const command of ['/latest', '/latest bakery', '/search bakery', '/preview bakery', '/story 1', '/story 2']) {
      expect(await say(command)).not.toContain('Lisbon');
    }
    expect(await say('/search bakery', theirs)).toContain('Lisbon');
    expect(await say('/feeds', theirs)).toContain('1 of this chat, 4 in all');
    expect(await say('/feeds')).toContain('3 feeds');
    const owed = await desk.store.db.selectFrom('delivery').select('chat_id').execute();
    expect(owed).toEqual([{ chat_id: theirs.chat.id }]);
  });

  test('finds the feed behind a web page', async () => {
    const feed = feedOf('own', 'Bitcoin bakery opens');
    const page = server.feed('page');
    page.answerWith({
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: `<!DOCTYPE html><html><head><title>Own</title><link rel="alternate" type="application/rss+xml" href="/own.xml"></head></html>`,
    });
    expect(await say(`/feeds add ${page.url}`)).toContain(feed.url);
    // Without how it is spoken to, as people write it.
    expect(await say(`/feeds add ${page.url.replace('http://', '')}`)).toContain(feed.url);
  });

  test.each([
    ['an address that leads nowhere', 'nowhere.example', 'the host name does not exist'],
    ['what is no address', 'bitcoin', 'is no web address'],
    ['another kind of address', 'ftp://a.example/feed', 'is no web address'],
    ['a private address', 'http://10.0.0.1/feed', 'not on the public internet'],
  ])('refuses %s, and says why', async (_, url, reason) => {
    expect(await say(`/feeds add ${url}`)).toContain(reason);
  });

  test('refuses a page without a feed, a forbidden one and what is none', async () => {
    const page = server.feed('page');
    page.answerWith({ status: 200, body: '<!DOCTYPE html><html><body>Hello</body></html>' });
    expect(await say(`/feeds add ${page.url}`)).toContain('I found no feed behind it');
    page.answerWith({ status: 403 });
    expect(await say(`/feeds add ${page.url}`)).toContain('does not let bots read');
    page.answerWith({ status: 200, body: '{"error":"no"}' });
    expect(await say(`/feeds add ${page.url}`)).toContain('but no feed');
  });

  test('takes an offer once, from the one who asked', async () => {
    const feed = feedOf('own', 'Bitcoin bakery opens');
    const theirs = await stranger();
    const [confirm = ''] = commandsIn(buttonsOf(await ask(`/feeds add ${feed.url}`, theirs)));
    expect(await say(confirm)).toContain('That offer has run out');
    expect(await say(confirm, theirs)).toContain('That offer has run out');
    expect(await add(feed.url, theirs)).toContain('is added');
    expect(await say(`/feeds add ${feed.url}`, theirs)).toContain('This chat gets that feed already');
  });

  test('adds to the catalogue for operators alone', async () => {
    const feed = feedOf('own', 'Bitcoin bakery opens');
    expect(await say(`/feeds add ${feed.url} for=public`, await stranger())).toContain('Only the operators');
    const [confirm = ''] = commandsIn(buttonsOf(await ask(`/feeds add ${feed.url} for=public`)));
    expect(await say(confirm)).toContain('is added');
    expect(await say('/feeds', await stranger())).toContain('4 feeds');
  });
});

describe('/feeds remove, pause and resume', () => {
  async function numberOf(caller?: Caller): Promise<string> {
    return /^(\d+) \| Test/m.exec(await say('/feeds', caller))?.[1] ?? '';
  }

  test('take a feed of the chat away and bring it back', async () => {
    const feed = feedOf('own', 'Bitcoin bakery opens');
    await add(feed.url);
    const number = await numberOf();
    expect(await say(`/feeds pause ${number}`)).toContain('Test is paused');
    expect(await say('/feeds')).toContain('| paused');
    const polls = feed.answered.length;
    await desk.pass(HOUR);
    expect(feed.answered.length).toBe(polls);
    expect(await say(`/feeds resume ${number}`)).toContain('Test is read again');
    await desk.pass(MINUTE);
    expect(feed.answered.length).toBeGreaterThan(polls);
    expect(await say(`/feeds remove ${number}`)).toContain('Test is removed');
    expect(await say('/feeds')).toContain('3 feeds');
    expect(await add(feed.url)).toContain('is added');
  });

  test('leave the feeds of others and of the operator’s file alone', async () => {
    const theirs = await stranger();
    await add(feedOf('own', 'Bitcoin bakery opens').url, theirs);
    const number = await numberOf(theirs);
    expect(await say(`/feeds remove ${number}`, await stranger('88'))).toContain(`no feed number ${number}`);
    expect(await say('/feeds pause 1', theirs)).toContain('only its operators');
    expect(await say('/feeds remove 1')).toContain('stands in the operator’s file');
    expect(await say('/feeds remove 4711')).toContain('no feed number 4711');
  });

  test('a chat hears when its feed is given up', async () => {
    const theirs = await stranger();
    const feed = feedOf('own', 'Bitcoin bakery opens');
    await add(feed.url, theirs);
    feed.answerWith({ status: 404 });
    await desk.store.db
      .updateTable('feed')
      .set({ failures: 20, failing_since: desk.clock.now() - 8 * 24 * HOUR })
      .where('url', '=', feed.url)
      .execute();
    await desk.pass(HOUR);
    const owed = await desk.store.db.selectFrom('delivery').select(['chat_id', 'subject']).execute();
    expect(owed).toEqual([{ chat_id: theirs.chat.id, subject: expect.stringMatching(/^feed:/) as string }]);
    expect(await say('/feeds', theirs)).toMatch(/Test \(yours\) \| HTTP 404, since .*; tried once a week/);
  });
});

describe('OPML', () => {
  test('comes in as the chat’s own feeds, and goes out again', async () => {
    const one = feedOf('one', 'Bitcoin bakery opens');
    const two = feedOf('two', 'Bitcoin museum opens');
    const list = `<opml version="2.0"><head><title>Mine</title></head><body>
      <outline text="Crypto"><outline type="rss" text="One &amp; only" xmlUrl="${one.url}"/></outline>
      <outline type="rss" text="Two" xmlUrl="${two.url}"/><outline type="rss" text="No" xmlUrl="file:///etc/passwd"/></body></opml>`;
    const theirs = await stranger('77', file(list));
    expect(await say('/feeds import', theirs)).toBe(
      '2 feeds are added; they are read within minutes.\n1 has no web address.\nSee /feeds for how they are.',
    );
    expect(await say('/feeds import', theirs)).toContain('2 were here already.');
    await desk.pass(MINUTE);
    expect(one.answered).toEqual([200]);
    const exported = await ask('/feeds export', theirs);
    expect(exported).toMatchObject({ kind: 'file', file: { name: 'bellwether-feeds.opml' } });
    const again = await stranger('88', file(exported.kind === 'file' ? exported.file.content : ''));
    expect(await say('/feeds import', again)).toContain('2 feeds are added');
    expect(await say('/feeds', again)).toContain('One & only');
  });

  test('is wanted, and must be one', async () => {
    expect(await say('/feeds import', await stranger())).toContain('A file belongs to this command');
    expect(await say('/feeds import', await stranger('77', file('Dear bot,')))).toContain('list.opml is no OPML list');
    const large = { ...file(''), sizeBytes: 600_000 };
    expect(await say('/feeds import', await stranger('77', large))).toContain('list.opml is too large: at most 0.5 MB');
    expect(await say('/feeds export', await stranger())).toContain('no feeds of its own');
  });
});
