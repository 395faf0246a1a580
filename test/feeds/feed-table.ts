import type { ParsedFeed } from '../../src/feeds/parse.ts';
import type { ParsedItem } from '../../src/model/article.ts';

/** A small feed, and what has to be read out of it. */
export interface SmallFeed {
  readonly name: string;
  readonly document: string;
  /** Of the feed itself. */
  readonly feed?: Partial<ParsedFeed>;
  /** Of its items, in their order. */
  readonly items?: readonly Partial<ParsedItem>[];
}

const NAMESPACES = [
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:xhtml="http://www.w3.org/1999/xhtml"',
].join(' ');
const ATOM = 'xmlns="http://www.w3.org/2005/Atom"';
const ATOM_03 = 'version="0.3" xmlns="http://purl.org/atom/ns#"';
const RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';
const OCTOBER_5 = Date.UTC(2026, 9, 5, 12);

export const at = (iso: string): number => Date.parse(iso);

const rss = (item: string, channel = '', version = '2.0') =>
  `<?xml version="1.0"?><rss version="${version}" ${NAMESPACES}><channel><title>Desk</title>${channel}<item>${item}</item></channel></rss>`;
const atom = (entry: string, feed = '', root = ATOM) =>
  `<feed ${root} ${NAMESPACES}>${feed}<entry>${entry}</entry></feed>`;
const rdf = (item: string, channel = '', namespace = 'http://purl.org/rss/1.0/') =>
  `<rdf:RDF ${RDF} xmlns="${namespace}" ${NAMESPACES}><channel rdf:about="https://desk.example/">${channel}</channel>${item}</rdf:RDF>`;
const json = (item: object, feed: object = {}, version = '1.1') =>
  JSON.stringify({ version: `https://jsonfeed.org/version/${version}`, title: 'Desk', ...feed, items: [item] });

type Row = readonly [name: string, document: string, item: Partial<ParsedItem>, feed?: Partial<ParsedFeed>];

const T = '<title>T</title>';
const T_ID = '<id>t</id><title>T</title>';
const IMG = 'https://desk.example/i.jpg';

const RSS: readonly Row[] = [
  ['a title', rss('<title>Rates held</title>'), { title: 'Rates held' }],
  ['a title in CDATA', rss('<title><![CDATA[Rates held & cut]]></title>'), { title: 'Rates held & cut' }],
  ['a title with escaped markup', rss('<title>Fed &lt;b&gt;cuts&lt;/b&gt; rates</title>'), { title: 'Fed cuts rates' }],
  ['a title with markup', rss('<title>Fed <i>cuts</i> rates</title>'), { title: 'Fed cuts rates' }],
  ['a title escaped twice', rss('<title>AT&amp;amp;T gains</title>'), { title: 'AT&T gains' }],
  [
    'a title with a numeric reference',
    rss('<title>Fed&#8217;s move &#x2014; why</title>'),
    { title: 'Fed’s move — why' },
  ],
  ['a title with an HTML entity', rss('<title>Caf&eacute;&nbsp;index</title>'), { title: 'Café index' }],
  [
    'a title that compares',
    rss('<title>S&amp;P 500 &lt; 5,000 as yields &gt; 4%</title>'),
    { title: 'S&P 500 < 5,000 as yields > 4%' },
  ],
  ['a title over several lines', rss('<title>\n  Rates\n  held </title>'), { title: 'Rates held' }],
  ['a title of Dublin Core', rss('<dc:title>Rates held</dc:title>'), { title: 'Rates held' }],
  ['a title of Media RSS', rss('<media:title>Rates held</media:title>'), { title: 'Rates held' }],
  ['a link', rss(`${T}<link>https://desk.example/1</link>`), { link: 'https://desk.example/1' }],
  [
    'a link in CDATA with spaces',
    rss(`${T}<link>\n<![CDATA[ https://desk.example/1 ]]> </link>`),
    { link: 'https://desk.example/1' },
  ],
  [
    'a link with a bare ampersand',
    rss(`${T}<link>https://desk.example/?a=1&b=2</link>`),
    { link: 'https://desk.example/?a=1&b=2' },
  ],
  [
    'a link with an escaped ampersand',
    rss(`${T}<link>https://desk.example/?a=1&amp;b=2</link>`),
    { link: 'https://desk.example/?a=1&b=2' },
  ],
  [
    'a link relative to the channel',
    rss(`${T}<link>/1</link>`, '<link>https://desk.example/news/</link>'),
    { link: 'https://desk.example/1' },
  ],
  [
    'a link relative to an xml:base',
    `<rss version="2.0" xml:base="https://desk.example/a/"><channel><item>${T}<link>1</link></item></channel></rss>`,
    { link: 'https://desk.example/a/1' },
  ],
  ['a link in an attribute', rss(`${T}<link href="https://desk.example/1"/>`), { link: 'https://desk.example/1' }],
  ['an atom:link', rss(`${T}<atom:link href="https://desk.example/1"/>`), { link: 'https://desk.example/1' }],
  ['a link of another scheme', rss(`${T}<link>javascript:alert(1)</link>`), { link: null }],
  ['a link to a file', rss(`${T}<link>file:///etc/hosts</link>`), { link: null }],
  ['a guid', rss(`${T}<guid isPermaLink="false">desk-1</guid>`), { id: 'desk-1', link: null }],
  [
    'a guid that is a link',
    rss(`${T}<guid>https://desk.example/1</guid>`),
    { id: 'https://desk.example/1', link: 'https://desk.example/1' },
  ],
  [
    'a guid that says it is a link',
    rss(`${T}<guid isPermaLink="true">https://desk.example/1</guid>`),
    { link: 'https://desk.example/1' },
  ],
  ['a guid that is a number', rss(`${T}<guid>17</guid>`), { id: '17', link: null }],
  ['a guid with spaces around', rss(`${T}<guid> desk-1\n</guid>`), { id: 'desk-1' }],
  [
    'a guid beside a link',
    rss(`${T}<guid>https://desk.example/?p=1</guid><link>https://desk.example/one</link>`),
    { id: 'https://desk.example/?p=1', link: 'https://desk.example/one' },
  ],
  ['an identifier of Dublin Core', rss(`${T}<dc:identifier>desk-1</dc:identifier>`), { id: 'desk-1' }],
  ['a date', rss(`${T}<pubDate>Mon, 05 Oct 2026 12:00:00 GMT</pubDate>`), { published: OCTOBER_5, updated: null }],
  ['a date in CDATA', rss(`${T}<pubDate><![CDATA[Mon, 5 Oct 2026 12:00:00 GMT]]></pubDate>`), { published: OCTOBER_5 }],
  ['a date of a zone', rss(`${T}<pubDate>Mon, 05 Oct 2026 08:00:00 EDT</pubDate>`), { published: OCTOBER_5 }],
  ['a date with an offset', rss(`${T}<pubDate>Mon, 05 Oct 2026 21:00:00 +0900</pubDate>`), { published: OCTOBER_5 }],
  ['an ISO date', rss(`${T}<pubDate>2026-10-05T12:00:00Z</pubDate>`), { published: OCTOBER_5 }],
  ['a date of two digits', rss(`${T}<pubDate>05 Oct 26 12:00 UT</pubDate>`), { published: OCTOBER_5 }],
  ['a date that is none', rss(`${T}<pubDate>yesterday</pubDate>`), { title: 'T', published: null }],
  ['a date of Dublin Core', rss(`${T}<dc:date>2026-10-05T14:00:00+02:00</dc:date>`), { published: OCTOBER_5 }],
  ['a date of creation', rss(`${T}<dcterms:created>2026-10-05T12:00:00Z</dcterms:created>`), { published: OCTOBER_5 }],
  ['a date of issue', rss(`${T}<dcterms:issued>2026-10-05T12:00:00Z</dcterms:issued>`), { published: OCTOBER_5 }],
  [
    'a date of change alone',
    rss(`${T}<dcterms:modified>2026-10-05T12:00:00Z</dcterms:modified>`),
    { published: OCTOBER_5, updated: OCTOBER_5 },
  ],
  [
    'both dates',
    rss(`${T}<pubDate>Mon, 05 Oct 2026 12:00:00 GMT</pubDate><atom:updated>2026-10-05T13:00:00Z</atom:updated>`),
    { published: OCTOBER_5, updated: OCTOBER_5 + 3_600_000 },
  ],
  ['an author by name', rss(`${T}<author>Ann Lee</author>`), { authors: ['Ann Lee'] }],
  ['an author by address', rss(`${T}<author>ann@desk.example</author>`), { authors: ['ann@desk.example'] }],
  ['an address and a name', rss(`${T}<author>ann@desk.example (Ann Lee)</author>`), { authors: ['Ann Lee'] }],
  ['a name and an address', rss(`${T}<author>Ann Lee &lt;ann@desk.example&gt;</author>`), { authors: ['Ann Lee'] }],
  [
    'creators',
    rss(`${T}<dc:creator>Ann Lee</dc:creator><dc:creator>Bo Ray</dc:creator>`),
    { authors: ['Ann Lee', 'Bo Ray'] },
  ],
  ['a creator in CDATA', rss(`${T}<dc:creator><![CDATA[Ann Lee]]></dc:creator>`), { authors: ['Ann Lee'] }],
  ['a dc:author', rss(`${T}<dc:author>Ann Lee</dc:author>`), { authors: ['Ann Lee'] }],
  ['an author of Atom', rss(`${T}<atom:author><atom:name>Ann Lee</atom:name></atom:author>`), { authors: ['Ann Lee'] }],
  ['an author of a podcast', rss(`${T}<itunes:author>Ann Lee</itunes:author>`), { authors: ['Ann Lee'] }],
  [
    'the same author twice',
    rss(`${T}<author>Ann Lee</author><dc:creator>Ann Lee</dc:creator>`),
    { authors: ['Ann Lee'] },
  ],
  [
    'categories',
    rss(`${T}<category>Bitcoin</category><category domain="https://desk.example/tags">ETF</category>`),
    { categories: ['Bitcoin', 'ETF'] },
  ],
  ['a category in CDATA', rss(`${T}<category><![CDATA[R&D]]></category>`), { categories: ['R&D'] }],
  ['a category twice', rss(`${T}<category>ETF</category><category>ETF</category>`), { categories: ['ETF'] }],
  ['subjects', rss(`${T}<dc:subject>Rates</dc:subject><dc:subject>Fed</dc:subject>`), { categories: ['Rates', 'Fed'] }],
  ['keywords of a podcast', rss(`${T}<itunes:keywords>rates, fed</itunes:keywords>`), { categories: ['rates', 'fed'] }],
  ['keywords of Media RSS', rss(`${T}<media:keywords>rates, fed</media:keywords>`), { categories: ['rates', 'fed'] }],
  ['a description', rss('<description>Rates stay.</description>'), { title: '', summary: 'Rates stay.' }],
  [
    'a description with escaped markup',
    rss(`${T}<description>&lt;p&gt;Rates &amp;amp; yields&lt;/p&gt;</description>`),
    { summary: '<p>Rates &amp; yields</p>' },
  ],
  [
    'a description in CDATA',
    rss(`${T}<description><![CDATA[<p>Rates stay</p>]]></description>`),
    { summary: '<p>Rates stay</p>' },
  ],
  [
    'a description with markup',
    rss(`${T}<description>Rates <b>stay</b></description>`),
    { summary: 'Rates <b>stay</b>' },
  ],
  [
    'a description in two CDATA parts',
    rss(`${T}<description><![CDATA[Rates ]]><![CDATA[stay]]></description>`),
    { summary: 'Rates stay' },
  ],
  ['an abstract', rss(`${T}<dcterms:abstract>Rates stay.</dcterms:abstract>`), { summary: 'Rates stay.' }],
  ['a summary of a podcast', rss(`${T}<itunes:summary>Rates stay.</itunes:summary>`), { summary: 'Rates stay.' }],
  [
    'content:encoded',
    rss(`${T}<description>Short</description><content:encoded><![CDATA[<p>Long</p>]]></content:encoded>`),
    { summary: 'Short', content: '<p>Long</p>' },
  ],
  [
    'an empty content:encoded',
    rss(`${T}<description>Short</description><content:encoded/>`),
    { summary: 'Short', content: '' },
  ],
  ['a body of XHTML', rss(`${T}<xhtml:body><p>Long</p></xhtml:body>`), { content: '<p>Long</p>' }],
  ['a fullitem', rss(`${T}<fullitem>&lt;p&gt;Long&lt;/p&gt;</fullitem>`), { content: '<p>Long</p>' }],
  [
    'an enclosure',
    rss(`${T}<enclosure url="https://desk.example/a.mp3" length="123" type="audio/mpeg"/>`),
    { enclosures: [{ url: 'https://desk.example/a.mp3', type: 'audio/mpeg', length: 123 }] },
  ],
  [
    'an enclosure without a length',
    rss(`${T}<enclosure url="https://desk.example/a.mp3" length="" type=""/>`),
    { enclosures: [{ url: 'https://desk.example/a.mp3', type: null, length: null }] },
  ],
  [
    'two enclosures',
    rss(`${T}<enclosure url="https://desk.example/a"/><enclosure url="https://desk.example/b"/>`),
    {
      enclosures: [
        { url: 'https://desk.example/a', type: null, length: null },
        { url: 'https://desk.example/b', type: null, length: null },
      ],
    },
  ],
  [
    'a relative enclosure',
    rss(`${T}<enclosure url="/a.mp3"/>`, '<link>https://desk.example/</link>'),
    { enclosures: [{ url: 'https://desk.example/a.mp3', type: null, length: null }] },
  ],
  [
    'media content',
    rss(`${T}<media:content url="${IMG}" type="image/jpeg"/>`),
    { media: [{ url: IMG, type: 'image/jpeg' }] },
  ],
  [
    'media content by medium',
    rss(`${T}<media:content url="https://desk.example/i" medium="image"/>`),
    { media: [{ url: 'https://desk.example/i', type: 'image/*' }] },
  ],
  [
    'a group of media',
    rss(
      `${T}<media:group><media:content url="https://desk.example/v" type="video/mp4"/><media:thumbnail url="${IMG}"/></media:group>`,
    ),
    {
      media: [
        { url: 'https://desk.example/v', type: 'video/mp4' },
        { url: IMG, type: 'image/*' },
      ],
    },
  ],
  [
    'a thumbnail',
    rss(`${T}<media:thumbnail url="${IMG}" width="9" height="9"/>`),
    { media: [{ url: IMG, type: 'image/*' }] },
  ],
  [
    'a thumbnail within content',
    rss(
      `${T}<media:content url="https://desk.example/v" type="video/mp4"><media:thumbnail url="${IMG}"/></media:content>`,
    ),
    {
      media: [
        { url: 'https://desk.example/v', type: 'video/mp4' },
        { url: IMG, type: 'image/*' },
      ],
    },
  ],
  ['a picture of a podcast', rss(`${T}<itunes:image href="${IMG}"/>`), { media: [{ url: IMG, type: 'image/*' }] }],
  ['a language of the item', rss(`${T}<dc:language>de</dc:language>`), { language: 'de' }],
  [
    'RSS 0.91',
    rss(`${T}<link>https://desk.example/1</link><description>D</description>`, '<language>en-us</language>', '0.91'),
    { title: 'T', link: 'https://desk.example/1', summary: 'D' },
    { language: 'en-us' },
  ],
  [
    'RSS 0.92',
    rss(`${T}<category>C</category><enclosure url="https://desk.example/a" length="1" type="a/b"/>`, '', '0.92'),
    { categories: ['C'], enclosures: [{ url: 'https://desk.example/a', type: 'a/b', length: 1 }] },
  ],
  ['RSS without a version', `<rss><channel><item>${T}</item></channel></rss>`, { title: 'T' }],
  ['RSS without a channel', `<rss version="2.0"><item>${T}</item></rss>`, { title: 'T' }],
  [
    'a channel without RSS',
    `<channel><title>Desk</title><item>${T}</item></channel>`,
    { title: 'T' },
    { title: 'Desk' },
  ],
  [
    'items behind the channel',
    `<rss version="2.0"><channel><title>Desk</title></channel><item>${T}</item></rss>`,
    { title: 'T' },
    { title: 'Desk' },
  ],
  [
    'RSS in a namespace',
    `<rss version="2.0" xmlns="http://backend.userland.com/rss2"><channel><item>${T}</item></channel></rss>`,
    { title: 'T' },
  ],
  [
    'RSS with a prefix',
    `<r:rss version="2.0" xmlns:r="http://backend.userland.com/rss2"><r:channel><r:title>Desk</r:title><r:item><r:title>T</r:title><r:link>https://desk.example/1</r:link></r:item></r:channel></r:rss>`,
    { title: 'T', link: 'https://desk.example/1' },
    { title: 'Desk' },
  ],
  [
    'tags in capitals',
    rss('<TITLE>T</TITLE><LINK>https://desk.example/1</LINK><PubDate>Mon, 05 Oct 2026 12:00:00 GMT</PubDate>'),
    { title: 'T', link: 'https://desk.example/1', published: OCTOBER_5 },
  ],
  ['an item of nothing but a date', rss('<pubDate>Mon, 05 Oct 2026 12:00:00 GMT</pubDate>'), { published: OCTOBER_5 }],
  ['an item of nothing but an author', rss('<author>Ann</author>'), { authors: ['Ann'] }],
  [
    'undeclared prefixes',
    `<rss version="2.0"><channel><item>${T}<dc:creator>Ann</dc:creator><content:encoded>Long</content:encoded></item></channel></rss>`,
    { authors: ['Ann'], content: 'Long' },
  ],
  ['bare ampersands and unknown entities', rss('<title>R&D &unknown; M&A</title>'), { title: 'R&D &unknown; M&A' }],
  ['impossible references', rss('<title>a&#0;b</title>'), { title: 'a\uFFFDb' }],
  ['an item that is not closed', rss('<title>T</title><item><title>U</title>'), { title: 'T' }],
  [
    'attributes without quotes',
    `<rss version=2.0><channel><item>${T}<enclosure url=https://desk.example/a length=5 /></item></channel></rss>`,
    { enclosures: [{ url: 'https://desk.example/a', type: null, length: 5 }] },
  ],
  ['a comment and an instruction within', rss(`<!-- <title>No</title> --><?php no ?>${T}`), { title: 'T' }],
  [
    'a warning before the XML',
    `<br />\n<b>Warning</b>: no file in <b>/x.php</b> on line <b>3</b><br />\n${rss(T)}`,
    { title: 'T' },
  ],
  [
    'a DOCTYPE with entities',
    `<!DOCTYPE rss [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>${rss('<title>T &b;</title>')}`,
    { title: 'T &b;' },
  ],
  ['a time to live', rss(T, '<ttl>15</ttl>'), {}, { ttlMs: 900_000 }],
  [
    'the feed’s own fields',
    rss(
      T,
      '<link>https://desk.example/</link><description>All news</description><language>en-GB</language><lastBuildDate>Mon, 05 Oct 2026 12:00:00 GMT</lastBuildDate>',
    ),
    {},
    { title: 'Desk', link: 'https://desk.example/', description: 'All news', language: 'en-GB', updated: OCTOBER_5 },
  ],
  [
    'a hub and the feed itself',
    rss(
      T,
      '<atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="https://desk.example/feed"/>',
    ),
    {},
    { hub: 'https://hub.example/', self: 'https://desk.example/feed' },
  ],
  ['a hub that is none', rss(T, '<atom:link rel="hub" href="true"/>'), {}, { hub: null }],
  [
    'a language of the root',
    `<rss version="2.0" xml:lang="fr"><channel><item>${T}</item></channel></rss>`,
    {},
    { language: 'fr' },
  ],
  [
    'a language of the channel',
    `<rss version="2.0"><channel xml:lang="fr"><item>${T}</item></channel></rss>`,
    {},
    { language: 'fr' },
  ],
];

const RDF_ROWS: readonly Row[] = [
  [
    'RSS 1.0',
    rdf(
      '<item rdf:about="https://desk.example/1"><title>T</title><link>https://desk.example/1</link><description>D</description></item>',
      '<title>Desk</title><link>https://desk.example/</link><description>All</description>',
    ),
    { id: 'https://desk.example/1', title: 'T', link: 'https://desk.example/1', summary: 'D' },
    { title: 'Desk', link: 'https://desk.example/', description: 'All' },
  ],
  [
    'RSS 1.0 with Dublin Core',
    rdf(
      '<item rdf:about="u:1"><title>T</title><dc:date>2026-10-05T12:00:00Z</dc:date><dc:creator>Ann</dc:creator><dc:subject>Rates</dc:subject><dc:language>de</dc:language></item>',
    ),
    { id: 'u:1', published: OCTOBER_5, authors: ['Ann'], categories: ['Rates'], language: 'de' },
  ],
  [
    'RSS 1.0 with a link by its name',
    rdf('<item rdf:about="https://desk.example/1"><title>T</title></item>'),
    { link: 'https://desk.example/1' },
  ],
  [
    'RSS 1.0 with full text',
    rdf('<item rdf:about="u:1"><title>T</title><content:encoded><![CDATA[<p>Long</p>]]></content:encoded></item>'),
    { content: '<p>Long</p>' },
  ],
  [
    'RSS 1.0 with a date of a day',
    rdf('<item rdf:about="u:1"><title>T</title><dc:date>2026-10-05</dc:date></item>'),
    { published: Date.UTC(2026, 9, 5) },
  ],
  [
    'RSS 1.0 with a date of a month',
    rdf('<item rdf:about="u:1"><title>T</title><dc:date>2026-10</dc:date></item>'),
    { published: Date.UTC(2026, 9, 1) },
  ],
  [
    'RSS 1.0 with a prefix',
    `<rdf:RDF ${RDF} xmlns:rss="http://purl.org/rss/1.0/"><rss:channel><rss:title>Desk</rss:title></rss:channel><rss:item rdf:about="u:1"><rss:title>T</rss:title><rss:link>https://desk.example/1</rss:link></rss:item></rdf:RDF>`,
    { id: 'u:1', title: 'T', link: 'https://desk.example/1' },
    { title: 'Desk' },
  ],
  [
    'RSS 0.90',
    rdf(
      '<item><title>T</title><link>https://desk.example/1</link></item>',
      '<title>Desk</title>',
      'http://my.netscape.com/rdf/simple/0.9/',
    ),
    { id: null, title: 'T', link: 'https://desk.example/1' },
    { title: 'Desk' },
  ],
  [
    'RSS 1.0 with its date and language',
    rdf(
      '<item rdf:about="u:1"><title>T</title></item>',
      '<dc:date>2026-10-05T12:00:00Z</dc:date><dc:language>en-US</dc:language>',
    ),
    {},
    { updated: OCTOBER_5, language: 'en-US' },
  ],
];

const ATOM_ROWS: readonly Row[] = [
  ['an id and a title', atom('<id>urn:t:1</id><title>T</title>'), { id: 'urn:t:1', title: 'T', link: null }],
  ['a title of text', atom('<title type="text">a &lt; b &amp; c</title>'), { title: 'a < b & c' }],
  [
    'a title of HTML',
    atom('<title type="html">Fed &lt;b&gt;cuts&lt;/b&gt; &amp;amp; waits</title>'),
    { title: 'Fed cuts & waits' },
  ],
  ['a title of HTML in CDATA', atom('<title type="html"><![CDATA[Fed <b>cuts</b>]]></title>'), { title: 'Fed cuts' }],
  [
    'a title of XHTML',
    atom('<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Fed <b>cuts</b> &amp; waits</div></title>'),
    { title: 'Fed cuts & waits' },
  ],
  ['a link', atom(`${T}<link href="https://desk.example/1"/>`), { link: 'https://desk.example/1' }],
  [
    'an alternate among others',
    atom(
      `${T}<link rel="self" href="https://desk.example/1.xml"/><link rel="edit" href="/e"/><link rel="alternate" href="https://desk.example/1"/>`,
    ),
    { link: 'https://desk.example/1' },
  ],
  [
    'an HTML alternate first',
    atom(
      `${T}<link rel="alternate" type="application/json" href="https://desk.example/1.json"/><link rel="alternate" type="text/html" href="https://desk.example/1"/>`,
    ),
    { link: 'https://desk.example/1' },
  ],
  [
    'a relation in full',
    atom(`${T}<link rel="http://www.iana.org/assignments/relation/alternate" href="https://desk.example/1"/>`),
    { link: 'https://desk.example/1' },
  ],
  ['no link but others’', atom(`${T}<link rel="related" href="https://desk.example/x"/>`), { link: null }],
  ['a link as text', atom(`${T}<link>https://desk.example/1</link>`), { link: 'https://desk.example/1' }],
  [
    'a link relative to the feed',
    atom(`${T}<link href="1"/>`, '', `${ATOM} xml:base="https://desk.example/a/"`),
    { link: 'https://desk.example/a/1' },
  ],
  [
    'a link relative to the entry',
    `<feed ${ATOM} xml:base="https://desk.example/a/"><entry xml:base="b/">${T}<link href="1"/></entry></feed>`,
    { link: 'https://desk.example/a/b/1' },
  ],
  [
    'a link with a base of its own',
    atom(`${T}<link xml:base="https://desk.example/c/" href="1"/>`),
    { link: 'https://desk.example/c/1' },
  ],
  [
    'a link relative to the feed’s page',
    atom(`${T}<link href="/1"/>`, '<link rel="alternate" href="https://desk.example/news"/>'),
    { link: 'https://desk.example/1' },
  ],
  [
    'content elsewhere',
    atom(`${T}<content src="https://desk.example/1" type="text/html"/>`),
    { link: 'https://desk.example/1', content: '' },
  ],
  [
    'both dates',
    atom(`${T}<published>2026-10-05T12:00:00Z</published><updated>2026-10-05T15:00:00+02:00</updated>`),
    { published: OCTOBER_5, updated: OCTOBER_5 + 3_600_000 },
  ],
  [
    'a date of change alone',
    atom(`${T}<updated>2026-10-05T12:00:00Z</updated>`),
    { published: OCTOBER_5, updated: OCTOBER_5 },
  ],
  ['a date with fractions', atom(`${T}<published>2026-10-05T12:00:00.250Z</published>`), { published: OCTOBER_5 }],
  [
    'one bad date',
    `<feed ${ATOM}><entry>${T}<updated>soon</updated></entry><entry><title>U</title><updated>2026-10-05T12:00:00Z</updated></entry></feed>`,
    { title: 'T', published: null, updated: null },
  ],
  [
    'an author',
    atom(`${T}<author><name>Ann Lee</name><email>ann@desk.example</email><uri>https://ann.example/</uri></author>`),
    { authors: ['Ann Lee'] },
  ],
  [
    'an author by address',
    atom(`${T}<author><email>ann@desk.example</email></author>`),
    { authors: ['ann@desk.example'] },
  ],
  ['an author as text', atom(`${T}<author>Ann Lee</author>`), { authors: ['Ann Lee'] }],
  [
    'two authors',
    atom(`${T}<author><name>Ann</name></author><author><name>Bo</name></author>`),
    { authors: ['Ann', 'Bo'] },
  ],
  ['the feed’s author', atom(T, '<author><name>Desk</name></author>'), { authors: ['Desk'] }],
  ['the source’s author', atom(`${T}<source><author><name>Wire</name></author></source>`), { authors: ['Wire'] }],
  ['a creator', atom(`${T}<dc:creator>Ann</dc:creator>`), { authors: ['Ann'] }],
  [
    'categories',
    atom(`${T}<category term="btc" label="Bitcoin" scheme="s"/><category term="etf"/>`),
    { categories: ['Bitcoin', 'etf'] },
  ],
  ['a category as text', atom(`${T}<category>btc</category>`), { categories: ['btc'] }],
  ['a subject', atom(`${T}<dc:subject>Rates</dc:subject>`), { categories: ['Rates'] }],
  ['a summary', atom(`${T}<summary>Rates stay.</summary>`), { summary: 'Rates stay.' }],
  [
    'a summary of HTML',
    atom(`${T}<summary type="html">&lt;p&gt;Rates &amp;amp; yields&lt;/p&gt;</summary>`),
    { summary: '<p>Rates &amp; yields</p>' },
  ],
  ['content of HTML', atom(`${T}<content type="html"><![CDATA[<p>Long</p>]]></content>`), { content: '<p>Long</p>' }],
  [
    'content of XHTML',
    atom(`${T}<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Long <i>text</i></p></div></content>`),
    { content: '<p>Long <i>text</i></p>' },
  ],
  [
    'content of XHTML with a prefix',
    atom(`${T}<content type="xhtml"><xhtml:div><xhtml:p>Long</xhtml:p></xhtml:div></content>`),
    { content: '<p>Long</p>' },
  ],
  ['content of a picture', atom(`${T}<content type="image/png">iVBORw0KGgo=</content>`), { content: '' }],
  ['content of XML data', atom(`${T}<content type="application/xml"><rate>4.42</rate></content>`), { content: '' }],
  [
    'an enclosure',
    atom(`${T}<link rel="enclosure" href="https://desk.example/a.mp3" type="audio/mpeg" length="123"/>`),
    { enclosures: [{ url: 'https://desk.example/a.mp3', type: 'audio/mpeg', length: 123 }], link: null },
  ],
  [
    'media',
    atom(
      `${T}<media:group><media:content url="https://desk.example/v" type="video/mp4"/><media:thumbnail url="${IMG}"/><media:description>D</media:description></media:group>`,
    ),
    {
      media: [
        { url: 'https://desk.example/v', type: 'video/mp4' },
        { url: IMG, type: 'image/*' },
      ],
    },
  ],
  [
    'a language of the entry',
    `<feed ${ATOM} xml:lang="en"><entry xml:lang="de">${T}</entry></feed>`,
    { language: 'de' },
    { language: 'en' },
  ],
  [
    'the feed’s own fields',
    atom(
      T_ID,
      '<title>Desk</title><subtitle>All news</subtitle><updated>2026-10-05T12:00:00Z</updated><link href="https://desk.example/"/><link rel="self" href="https://desk.example/feed"/><link rel="hub" href="https://hub.example/"/>',
    ),
    {},
    {
      title: 'Desk',
      description: 'All news',
      updated: OCTOBER_5,
      link: 'https://desk.example/',
      self: 'https://desk.example/feed',
      hub: 'https://hub.example/',
    },
  ],
  [
    'a prefix',
    `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Desk</a:title><a:entry><a:id>i</a:id><a:title>T</a:title><a:link href="https://desk.example/1"/><a:updated>2026-10-05T12:00:00Z</a:updated><a:author><a:name>Ann</a:name></a:author><a:content type="html">&lt;p&gt;Long&lt;/p&gt;</a:content></a:entry></a:feed>`,
    {
      id: 'i',
      title: 'T',
      link: 'https://desk.example/1',
      updated: OCTOBER_5,
      authors: ['Ann'],
      content: '<p>Long</p>',
    },
    { title: 'Desk' },
  ],
  [
    'a prefix that nobody declared',
    '<atom:feed><atom:entry><atom:id>i</atom:id><atom:title>T</atom:title></atom:entry></atom:feed>',
    { id: 'i', title: 'T' },
  ],
  [
    'no namespace',
    '<feed><entry><id>i</id><title>T</title><link href="https://desk.example/1"/></entry></feed>',
    { id: 'i', link: 'https://desk.example/1' },
  ],
  ['an entry of nothing but an id', atom('<id>i</id>'), { id: 'i' }],
  [
    'Atom 0.3',
    atom(
      '<id>i</id><title>T</title><link rel="alternate" type="text/html" href="https://desk.example/1"/><issued>2026-10-05T12:00:00Z</issued><modified>2026-10-05T13:00:00Z</modified><author><name>Ann</name></author>',
      '<title>Desk</title><tagline>All news</tagline>',
      ATOM_03,
    ),
    {
      id: 'i',
      title: 'T',
      link: 'https://desk.example/1',
      published: OCTOBER_5,
      updated: OCTOBER_5 + 3_600_000,
      authors: ['Ann'],
    },
    { title: 'Desk', description: 'All news' },
  ],
  ['Atom 0.3, created', atom(`${T}<created>2026-10-05T12:00:00Z</created>`, '', ATOM_03), { published: OCTOBER_5 }],
  [
    'Atom 0.3, modified',
    atom(`${T}<modified>2026-10-05T12:00:00Z</modified>`, '', ATOM_03),
    { published: OCTOBER_5, updated: OCTOBER_5 },
  ],
  [
    'Atom 0.3, escaped',
    atom(`${T}<content type="text/html" mode="escaped">&lt;p&gt;Long&lt;/p&gt;</content>`, '', ATOM_03),
    { content: '<p>Long</p>' },
  ],
  [
    'Atom 0.3, inline',
    atom(
      `${T}<content type="application/xhtml+xml" mode="xml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Long</p></div></content>`,
      '',
      ATOM_03,
    ),
    { content: '<p>Long</p>' },
  ],
  [
    'Atom 0.3, base64',
    atom(`${T}<content type="text/html" mode="base64">PHA+TG9uZzwvcD4=</content>`, '', ATOM_03),
    { content: '<p>Long</p>' },
  ],
  [
    'Atom 0.3, a title in base64',
    atom('<title mode="base64">UmF0ZXMgaGVsZA==</title>', '', ATOM_03),
    { title: 'Rates held' },
  ],
];

const JSON_ROWS: readonly Row[] = [
  [
    'an item',
    json({
      id: '1',
      url: 'https://desk.example/1',
      title: 'T',
      content_html: '<p>Long</p>',
      summary: 'Short',
      date_published: '2026-10-05T12:00:00Z',
      date_modified: '2026-10-05T13:00:00Z',
    }),
    {
      id: '1',
      link: 'https://desk.example/1',
      title: 'T',
      content: '<p>Long</p>',
      summary: 'Short',
      published: OCTOBER_5,
      updated: OCTOBER_5 + 3_600_000,
    },
  ],
  ['an id that is a number', json({ id: 17, title: 'T' }), { id: '17' }],
  ['a plain text', json({ id: '1', content_text: 'a < b & c' }), { content: 'a &lt; b &amp; c' }],
  ['a link elsewhere', json({ id: '1', external_url: 'https://other.example/1' }), { link: 'https://other.example/1' }],
  ['an id that is a link', json({ id: 'https://desk.example/1', title: 'T' }), { link: 'https://desk.example/1' }],
  [
    'a relative link',
    json({ id: '1', url: '/1' }, { home_page_url: 'https://desk.example/' }),
    { link: 'https://desk.example/1' },
  ],
  ['authors', json({ id: '1', authors: [{ name: 'Ann' }, { name: 'Bo' }] }), { authors: ['Ann', 'Bo'] }],
  ['an author of 1.0', json({ id: '1', author: { name: 'Ann' } }, {}, '1'), { authors: ['Ann'] }],
  ['the feed’s authors', json({ id: '1', title: 'T' }, { authors: [{ name: 'Desk' }] }), { authors: ['Desk'] }],
  ['tags', json({ id: '1', tags: ['btc', 'etf'] }), { categories: ['btc', 'etf'] }],
  [
    'attachments',
    json({
      id: '1',
      attachments: [{ url: 'https://desk.example/a.mp3', mime_type: 'audio/mpeg', size_in_bytes: 123 }],
    }),
    { enclosures: [{ url: 'https://desk.example/a.mp3', type: 'audio/mpeg', length: 123 }] },
  ],
  [
    'pictures',
    json({ id: '1', image: IMG, banner_image: 'https://desk.example/b.png' }),
    {
      media: [
        { url: IMG, type: 'image/*' },
        { url: 'https://desk.example/b.png', type: 'image/*' },
      ],
    },
  ],
  ['a language', json({ id: '1', language: 'de' }, { language: 'en-US' }), { language: 'de' }, { language: 'en-US' }],
  [
    'the feed’s own fields',
    json(
      { id: '1', title: 'T' },
      {
        home_page_url: 'https://desk.example/',
        feed_url: 'https://desk.example/feed.json',
        description: 'All news',
        hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
      },
    ),
    {},
    {
      title: 'Desk',
      link: 'https://desk.example/',
      self: 'https://desk.example/feed.json',
      description: 'All news',
      hub: 'https://hub.example/',
    },
  ],
  ['a byte order mark', `\uFEFF${json({ id: '1', title: 'T' })}`, { id: '1' }],
];

const named = (format: string, rows: readonly Row[]): readonly SmallFeed[] =>
  rows.map(([name, document, item, feed]) => ({
    name: `${format}: ${name}`,
    document,
    items: [item],
    ...(feed ? { feed } : {}),
  }));

export const SMALL_FEEDS: readonly SmallFeed[] = [
  ...named('RSS', RSS),
  ...named('RDF', RDF_ROWS),
  ...named('Atom', ATOM_ROWS),
  ...named('JSON Feed', JSON_ROWS),
];
