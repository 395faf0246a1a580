import { expect, test } from 'vitest';
import { FeedError } from '../../src/feeds/feed-error.ts';
import { imageOf } from '../../src/feeds/media-images.ts';
import { parseFeed } from '../../src/feeds/parse.ts';

function read(text: string, baseUrl = 'https://desk.example/feeds/all.xml') {
  return parseFeed(Buffer.from(text), null, baseUrl);
}

function readItem(item: string) {
  const [first] = read(rss(item)).items;
  if (!first) throw new Error('no item');
  return first;
}

function reasonOf(text: string | Uint8Array) {
  try {
    return `read as ${parseFeed(Buffer.from(text)).format}`;
  } catch (error) {
    if (error instanceof FeedError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

const NAMESPACES = [
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
  'xmlns:atom="http://www.w3.org/2005/Atom"',
].join(' ');

function rss(items: string, channel = '') {
  return `<?xml version="1.0"?><rss version="2.0" ${NAMESPACES}><channel><title>Desk</title>
    <link>https://desk.example/</link>${channel}${items}</channel></rss>`;
}

const ITEM = '<item><title>Rates held</title><link>https://desk.example/1</link></item>';

test('an RSS item gives every field of the model', () => {
  const feed = read(
    rss(
      `<item>
        <guid isPermaLink="false">desk-41</guid>
        <title><![CDATA[Miners sell <b>9,000</b> BTC]]></title>
        <link>https://desk.example/miners?utm_source=rss</link>
        <description>&lt;p&gt;A short text&lt;/p&gt;</description>
        <content:encoded><![CDATA[<p>The long text</p>]]></content:encoded>
        <dc:creator>Ann Writer</dc:creator>
        <media:thumbnail url="https://img.example/small.jpg"/>
        <media:content url="https://img.example/large" width="800" height="450"/>
        <pubDate>Mon, 5 Oct 2026 08:30:00 -0400</pubDate>
        <atom:updated>2026-10-05T13:00:00Z</atom:updated>
      </item>`,
      '<language>en-US</language><ttl>5</ttl>',
    ),
  );
  expect(feed).toEqual({
    format: 'rss',
    title: 'Desk',
    link: 'https://desk.example/',
    language: 'en-US',
    description: '',
    updated: null,
    hub: null,
    self: null,
    ttlMs: 300_000,
    incomplete: null,
    items: [
      {
        id: 'desk-41',
        title: 'Miners sell 9,000 BTC',
        link: 'https://desk.example/miners?utm_source=rss',
        published: Date.UTC(2026, 9, 5, 12, 30),
        updated: Date.UTC(2026, 9, 5, 13),
        authors: ['Ann Writer'],
        categories: [],
        summary: '<p>A short text</p>',
        content: '<p>The long text</p>',
        language: null,
        enclosures: [],
        media: [
          { url: 'https://img.example/large', type: 'image/*' },
          { url: 'https://img.example/small.jpg', type: 'image/*' },
        ],
      },
    ],
  });
});

test('an Atom entry gives its HTML alternate, XHTML texts, and `updated` where nothing else is dated', () => {
  const feed = read(`<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Filings</title>
    <author><name>Registry</name></author>
    <entry>
      <id>urn:filing:7</id>
      <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Annual <b>report</b> &amp; notes</div></title>
      <link rel="self" href="/7.xml"/><link rel="alternate" type="text/html" href="/filings/7"/>
      <summary type="html">&lt;b&gt;Filed&lt;/b&gt;</summary>
      <content type="application/xml"><data>4.42</data></content>
      <updated>2026-10-05T10:00:00+02:00</updated>
    </entry></feed>`);
  expect(feed).toMatchObject({ format: 'atom', title: 'Filings', language: 'de' });
  expect(feed.items).toMatchObject([
    {
      id: 'urn:filing:7',
      title: 'Annual report & notes',
      link: 'https://desk.example/filings/7',
      summary: '<b>Filed</b>',
      content: '',
      authors: ['Registry'],
      published: Date.UTC(2026, 9, 5, 8),
      updated: Date.UTC(2026, 9, 5, 8),
    },
  ]);
});

test('an RDF item is known by its rdf:about and dated by Dublin Core', () => {
  const feed = read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="https://bank.example/"><title>Bank</title><link>https://bank.example/</link></channel>
    <item rdf:about="https://bank.example/r1"><title>Statement</title><link>https://bank.example/r1</link>
      <dc:date>2026-10-05</dc:date></item></rdf:RDF>`);
  expect(feed).toMatchObject({ format: 'rdf', title: 'Bank' });
  expect(feed.items).toMatchObject([
    { id: 'https://bank.example/r1', link: 'https://bank.example/r1', published: Date.UTC(2026, 9, 5) },
  ]);
});

test('a JSON Feed is read, its plain text written as HTML', () => {
  const feed = read(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Notes',
      language: 'fr-CA',
      items: [
        { id: 12, url: '/n/12', content_text: 'spread < 2 & falling', image: '/i.png', date_published: '2026-10-05' },
        {
          id: '13',
          url: 'javascript:alert(1)',
          title: 'Bad\u0000 half \ud83d',
          authors: [{ name: 'Bo' }],
        },
      ],
    }),
  );
  expect(feed).toMatchObject({ format: 'json', title: 'Notes', language: 'fr-CA' });
  expect(feed.items).toMatchObject([
    {
      id: '12',
      link: 'https://desk.example/n/12',
      content: 'spread &lt; 2 &amp; falling',
      media: [{ url: 'https://desk.example/i.png', type: 'image/*' }],
    },
    { id: '13', link: null, title: 'Bad half \uFFFD', authors: ['Bo'] },
  ]);
});

test.each([
  [
    'the guid, when it is a permalink and there is no link',
    '<guid>https://desk.example/p/9</guid>',
    'https://desk.example/p/9',
  ],
  ['nothing, when the guid says it is no permalink', '<guid isPermaLink="false">https://desk.example/p/9</guid>', null],
  ['nothing, when the guid is a bare number', '<guid>12345</guid>', null],
  ['an absolute address, from a relative one', '<link>/p/9</link>', 'https://desk.example/p/9'],
  ['nothing, from javascript:', '<link>javascript:alert(1)</link>', null],
  ['nothing, from file:', '<link>file:///etc/passwd</link>', null],
  [
    'the atom:link, when the plain one is empty',
    '<link/><atom:link href="https://desk.example/a"/>',
    'https://desk.example/a',
  ],
  [
    'the whole address, with a bare & in it',
    '<link>https://desk.example/?a=1&copy=2</link>',
    'https://desk.example/?a=1&copy=2',
  ],
])('the link is %s', (_case, fields, link) => {
  expect(readItem(`<item><title>T</title>${fields}</item>`).link).toBe(link);
});

test.each([
  [
    'an enclosure of an image',
    '<enclosure url="https://i.example/e" type="image/jpeg" length="1"/>',
    'https://i.example/e',
  ],
  ['no enclosure of a podcast', '<enclosure url="https://i.example/e.mp3" type="audio/mpeg" length="1"/>', null],
  [
    'a group',
    '<media:group><media:content medium="image" url="https://i.example/g"/></media:group>',
    'https://i.example/g',
  ],
  ['no video', '<media:content medium="video" url="https://i.example/v.mp4"/>', null],
  ['no data: address', '<media:thumbnail url="data:image/png;base64,AA"/>', null],
])('the image comes from %s', (_case, fields, imageUrl) => {
  expect(imageOf(readItem(`<item><title>T</title>${fields}</item>`))).toBe(imageUrl);
});

test.each([
  ['PHP warnings before the XML', `<br />\n<b>Warning</b>: foo() in <b>/x.php</b><br />\n${rss(ITEM)}`],
  ['blank lines and a byte order mark', `\uFEFF\n\n${rss(ITEM)}`],
  ['control characters', rss(ITEM).replaceAll('Rates', '\u0000Rates\u0008')],
  ['a missing version', rss(ITEM).replace('version="2.0"', '')],
  ['upper-case tags', rss(ITEM).replace('<title>Rates held</title>', '<TITLE>Rates held</TITLE>')],
  ['end tags in another case', rss(ITEM).replace('Rates held</title>', 'Rates held</Title>')],
  ['an item that is never closed', rss(ITEM.replace('</item>', '') + ITEM).replace('Rates held', 'First')],
  ['an item outside of the channel', rss('').replace('</channel>', `</channel>${ITEM}`)],
  ['a default namespace on rss', rss(ITEM).replace('<rss ', '<rss xmlns="http://www.w3.org/2005/Atom" ')],
  ['elements named like built-ins', rss(`<item><constructor>x</constructor><__proto__>y</__proto__></item>${ITEM}`)],
  ['a title of the channel that is never closed', rss(ITEM).replace('Desk</title>', 'Desk')],
  ['a title that is never closed', rss(`<item><title>Lost</item>${ITEM}`)],
  ['a date that is none', rss(ITEM.replace('</item>', '<pubDate>yesterday</pubDate></item>'))],
])('%s cost no item', (_case, text) => {
  expect(read(text).items.at(-1)).toMatchObject({ title: 'Rates held', link: 'https://desk.example/1' });
});

test.each([
  ['HTML entities and bare ampersands', 'A&nbsp;B &eacute; R&D &unknown; &copy', 'A B é R&D &unknown; ©'],
  ['impossible character references', 'a&#0;b&#xD800;c&#99999999;d', 'a\uFFFDb\uFFFDc\uFFFDd'],
  ['control characters behind references to references', 'Rates&amp;#7; h&amp;#8;eld', 'Rates held'],
  ['a stray less-than sign', 'yields < 4 % & falling', 'yields < 4 % & falling'],
  ['markup without CDATA', 'Fed <b>cuts</b> rates', 'Fed cuts rates'],
])('%s are read as meant', (_case, written, title) => {
  expect(readItem(`<item><title>${written}</title></item>`).title).toBe(title);
});

test('markup in a text is no item, even if it is called so', () => {
  const feed = read(rss(`<item><title>T</title><description><item>inner</item></description></item>${ITEM}`));
  expect(feed.items.map(({ title }) => title)).toEqual(['T', 'Rates held']);
});

test('declared entities are never expanded, neither nested nor external', () => {
  const bomb = `<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>`;
  const feed = read(bomb + rss('<item><title>x &b; &f; y</title></item>'));
  expect(feed.items[0]?.title).toBe('x &b; &f; y');
});

test('a feed cut in the middle gives its whole items and says so', () => {
  const whole = rss(ITEM + ITEM.replace('/1', '/2') + ITEM.replace('/1', '/3'));
  const feed = read(whole.slice(0, whole.indexOf('/3') + 1));
  expect(feed.items.map(({ link }) => link)).toEqual(['https://desk.example/1', 'https://desk.example/2']);
  expect(feed.incomplete).toBe('cut off before its end');
});

test('a feed of which nothing can be read says so', () => {
  const feed = read('<feed xmlns="http://www.w3.org/2005/Atom"><entry><m:x>4</m:x></entry></feed>');
  expect(feed).toMatchObject({ items: [], incomplete: 'none of its items can be read (1)' });
});

test('a news sitemap is read as a feed', () => {
  const feed = read(`<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
    xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
    <url><loc>https://desk.example/a</loc><lastmod>2026-10-05T09:00:00Z</lastmod>
      <news:news><news:publication><news:name>Desk</news:name><news:language>en</news:language></news:publication>
        <news:publication_date>2026-10-05T08:00:00Z</news:publication_date><news:title>Miners &amp; banks</news:title>
        <news:keywords>mining, banks</news:keywords></news:news>
      <image:image><image:loc>https://desk.example/a.jpg</image:loc></image:image></url>
    <url><loc>https://desk.example/b</loc><news:news><news:title>Rates held</news:title></news:news></url></urlset>`);
  expect(feed.format).toBe('sitemap');
  expect(feed.items).toMatchObject([
    {
      title: 'Miners & banks',
      link: 'https://desk.example/a',
      published: Date.UTC(2026, 9, 5, 8),
      updated: Date.UTC(2026, 9, 5, 9),
      language: 'en',
      categories: ['mining', 'banks'],
      media: [{ url: 'https://desk.example/a.jpg', type: 'image/*' }],
    },
    { title: 'Rates held', link: 'https://desk.example/b' },
  ]);
});

test('a feed without items is empty, not broken', () => {
  expect(read('<rss version="2.0"><channel></channel></rss>').items).toEqual([]);
  expect(read('<feed xmlns="http://www.w3.org/2005/Atom"/>').items).toEqual([]);
});

test('more items than any feed has are cut off', () => {
  const feed = read(rss(ITEM.repeat(5_100)));
  expect(feed.items).toHaveLength(5_000);
  expect(feed.incomplete).toBe('more than 5000 items');
});

test.each([
  ['', 'empty: empty body'],
  [' \n ', 'empty: empty body'],
  ['<!DOCTYPE html><html><head><title>Sign in</title></head></html>', 'html-page: an HTML page, not a feed'],
  ['<html><body><feed/></body></html>', 'html-page: an HTML page, not a feed'],
  [
    '<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url/></urlset>',
    'not-a-feed: a sitemap without news, not a feed',
  ],
  ['<opml version="2.0"><body/></opml>', 'not-a-feed: an OPML list, not a feed'],
  ['<Error><Code>AccessDenied</Code></Error>', 'not-a-feed: XML of another kind (<error>), not a feed'],
  ['{"error":"rate limited"}', 'not-a-feed: a JSON document, not a feed'],
  ['{"version":"https://jsonfeed.org/version/1","items":[{"id":', 'cut-off: cut off before its end'],
  ['Too many requests', 'not-a-feed: plain text, not a feed'],
  ['<rss version="2.0"><channel><title>Desk', 'cut-off: cut off before its end'],
])('%j is refused as: %s', (text, reason) => {
  expect(reasonOf(text)).toBe(reason);
});

test.each([
  ['deep nesting', rss(`<item>${'<a>'.repeat(50_000)}</item>`), 'nested deeper'],
  ['a giant tag', rss(`<item ${'a="b" '.repeat(50_000)}/>`), 'a tag of more than'],
  ['a flood of elements', rss(`<item>${'<a/>'.repeat(300_000)}</item>`), 'elements and attributes'],
  ['a flood of stray signs', rss(`<item><title>${'<'.repeat(1_000_000)}</title></item>`), 'stray'],
  ['a compressed body', Buffer.from([0x1f, 0x8b, 8, 0]), 'still compressed'],
])('%s is refused', (_case, text, reason) => {
  expect(reasonOf(text)).toContain(reason);
});

test.each(['(', ',', 'a@.', 'http://.'])('an author of a million times "%s" does not hold the process', (unit) => {
  const item = readItem(`<item><title>T</title><author>${unit.repeat(1_000_000)} x@</author></item>`);
  expect(item.title).toBe('T');
  expect(item.authors.join().length).toBeLessThanOrEqual(300);
});
