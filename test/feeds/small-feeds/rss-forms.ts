import { OCTOBER_5, T, rss, type Row } from './build.ts';

/** RSS: versions, broken documents and what the feed says of itself. */
export const RSS_FORMS: readonly Row[] = [
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
