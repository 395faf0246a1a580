import { IMG, T, rss, type Row } from './build.ts';

/** RSS: people, categories, texts and files. */
export const RSS_MORE: readonly Row[] = [
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
];
