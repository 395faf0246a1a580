import { ATOM, ATOM_03, IMG, OCTOBER_5, T, T_ID, atom, type Row } from './build.ts';

/** Atom 0.3 and 1.0. */
export const ATOM_FEEDS: readonly Row[] = [
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
    'Atom 0.3, control characters in base64',
    atom(`${T}<content type="text/html" mode="base64">PHA+AExvBm5nPC9wPg==</content>`, '', ATOM_03),
    { content: '<p>Long</p>' },
  ],
  [
    'Atom 0.3, a title in base64',
    atom('<title mode="base64">UmF0ZXMgaGVsZA==</title>', '', ATOM_03),
    { title: 'Rates held' },
  ],
];
