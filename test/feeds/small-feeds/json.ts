import { IMG, OCTOBER_5, json, type Row } from './build.ts';

/** JSON Feed 1.0 and 1.1. */
export const JSON_FEEDS: readonly Row[] = [
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
