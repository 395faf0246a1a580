import { OCTOBER_5, RDF, rdf, type Row } from './build.ts';

/** RSS 0.90 and 1.0. */
export const RDF_FEEDS: readonly Row[] = [
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
