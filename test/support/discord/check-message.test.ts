import { describe, expect, it } from 'vitest';
import { checkCommands } from './check-commands.ts';
import { checkMessage } from './check-message.ts';

const button = (fields: object) => ({ type: 2, style: 2, custom_id: 'a', label: 'A', ...fields });
const row = (...components: object[]) => ({ type: 1, components });
const link = (fields: object) => ({ type: 2, style: 5, label: 'Read', url: 'https://example.com/', ...fields });
const command = (fields: object) => ({ name: 'latest', description: 'The newest stories', ...fields });
const option = (fields: object) => ({ type: 3, name: 'filter', description: 'btc', ...fields });

describe('a message that Discord takes', () => {
  it.each([
    ['a text of 2,000 characters', { content: 'x'.repeat(2000) }],
    ['an embed of an image only', { embeds: [{ image: { url: 'https://example.com/a.png' } }] }],
    [
      'links to an IP address and to localhost',
      {
        embeds: [
          { title: 'a', url: 'http://127.0.0.1:80/' },
          { title: 'b', url: 'http://localhost/' },
        ],
      },
    ],
    ['6,000 characters of embeds', { embeds: [{ description: 'x'.repeat(4096) }, { description: 'x'.repeat(1904) }] }],
    [
      'five rows of five buttons',
      {
        content: 'a',
        components: Array.from({ length: 5 }, (_, r) =>
          row(...Array.from({ length: 5 }, (_, b) => button({ custom_id: `${r}${b}` }))),
        ),
      },
    ],
    ['a link beside a button', { content: 'a', components: [row(link({}), button({}))] }],
    [
      'a button with an emoji only',
      { content: 'a', components: [row(button({ label: undefined, emoji: { name: '🔕' } }))] },
    ],
    ['a time with an offset', { embeds: [{ title: 'a', timestamp: '2024-01-01T00:00:00+02:00' }] }],
    ['components alone with their flag', { flags: 1 << 15, components: [{ type: 10, content: 'Hello' }] }],
    ['a nonce of 25 characters', { content: 'a', nonce: 'n'.repeat(25), enforce_nonce: true }],
  ])('has %s', (_, body) => {
    expect(checkMessage(body)).toEqual([]);
  });
});

describe('a message that Discord refuses', () => {
  it.each([
    ['nothing', {}, 'empty message'],
    ['blanks only', { content: ' \n' }, 'empty message'],
    ['buttons only', { components: [row(button({}))] }, 'empty message'],
    ['2,001 characters', { content: 'x'.repeat(2001) }, 'content'],
    ['eleven embeds', { embeds: Array.from({ length: 11 }, () => ({ title: 'a' })) }, 'embeds'],
    ['a title of 257 characters', { embeds: [{ title: 'x'.repeat(257) }] }, 'embeds.0.title'],
    ['a description of 4,097 characters', { embeds: [{ description: 'x'.repeat(4097) }] }, 'embeds.0.description'],
    [
      '6,001 characters of embeds',
      { embeds: [{ description: 'x'.repeat(4096) }, { description: 'x'.repeat(1905) }] },
      '6000',
    ],
    ['an embed that shows nothing', { embeds: [{ url: 'https://example.com/', color: 1 }] }, 'embeds.0.description'],
    [
      '26 fields',
      { embeds: [{ fields: Array.from({ length: 26 }, () => ({ name: 'a', value: 'b' })) }] },
      'embeds.0.fields',
    ],
    ['a field without a value', { embeds: [{ fields: [{ name: 'a', value: ' ' }] }] }, 'embeds.0.fields.0.value'],
    ['a field without a name', { embeds: [{ fields: [{ name: '', value: 'b' }] }] }, 'embeds.0.fields.0.name'],
    ['a field value of 1,025 characters', { embeds: [{ fields: [{ name: 'a', value: 'x'.repeat(1025) }] }] }, 'value'],
    ['a footer of 2,049 characters', { embeds: [{ title: 'a', footer: { text: 'x'.repeat(2049) } }] }, 'footer.text'],
    ['a footer without a text', { embeds: [{ title: 'a', footer: {} }] }, 'footer.text'],
    ['an address of another kind', { embeds: [{ title: 'a', url: 'ftp://example.com/' }] }, 'embeds.0.url'],
    ['an address that is none', { embeds: [{ title: 'a', url: 'example.com' }] }, 'embeds.0.url'],
    ['an address with a space', { embeds: [{ title: 'a', url: 'https://example.com/a b' }] }, 'embeds.0.url'],
    ['a host without a dot', { embeds: [{ title: 'a', url: 'http://intranet/' }] }, 'embeds.0.url'],
    ['an image of another kind', { embeds: [{ image: { url: 'data:image/png;base64,AA' } }] }, 'embeds.0.image.url'],
    [
      'six rows',
      { content: 'a', components: Array.from({ length: 6 }, (_, r) => row(button({ custom_id: `${r}` }))) },
      'components',
    ],
    [
      'six buttons in a row',
      { content: 'a', components: [row(...Array.from({ length: 6 }, (_, b) => button({ custom_id: `${b}` })))] },
      'components.0.components',
    ],
    ['a row without buttons', { content: 'a', components: [row()] }, 'components.0.components'],
    ['the same custom id twice', { content: 'a', components: [row(button({}), button({}))] }, 'duplicated'],
    [
      'a custom id of 101 characters',
      { content: 'a', components: [row(button({ custom_id: 'x'.repeat(101) }))] },
      'custom_id',
    ],
    [
      'a button without a custom id',
      { content: 'a', components: [row(button({ custom_id: undefined }))] },
      'custom_id',
    ],
    ['a button without a name', { content: 'a', components: [row(button({ label: '' }))] }, 'label'],
    ['a label of 81 characters', { content: 'a', components: [row(button({ label: 'x'.repeat(81) }))] }, 'label'],
    ['a link with a custom id', { content: 'a', components: [row(link({ custom_id: 'a' }))] }, 'custom_id'],
    [
      'a link of 513 characters',
      { content: 'a', components: [row(link({ url: `https://example.com/${'x'.repeat(493)}` }))] },
      'url',
    ],
    ['a script behind a link', { content: 'a', components: [row(link({ url: 'javascript:alert(1)' }))] }, 'url'],
    ['a time that is none', { embeds: [{ title: 'a', timestamp: 'yesterday' }] }, 'embeds.0.timestamp'],
    ['a nonce of 26 characters', { content: 'a', nonce: 'n'.repeat(26) }, 'nonce'],
    ['half a surrogate pair', { content: 'a\uD83D' }, 'content'],
    [
      'text beside the components flag',
      { flags: 1 << 15, content: 'a', components: [{ type: 10, content: 'b' }] },
      'content',
    ],
    [
      'new components without their flag',
      { content: 'a', components: [{ type: 10, content: 'b' }] },
      'components.0.type',
    ],
    [
      'mentions both named and parsed',
      { content: 'a', allowed_mentions: { parse: ['users'], users: ['1'] } },
      'allowed_mentions',
    ],
  ])('has %s', (_, body, reason) => {
    expect(checkMessage(body).join('\n')).toContain(reason);
  });
});

describe('commands', () => {
  it('pass when they keep the rules', () => {
    const filled = command({
      default_member_permissions: '32',
      description_localizations: { de: 'Die neuesten', 'en-US': 'The newest' },
      options: [option({ required: true }), option({ name: 'count', type: 4, min_value: 1, max_value: 10 })],
    });
    expect(checkCommands([filled, command({ name: 'über-uns' })])).toEqual([]);
  });

  it.each([
    ['an upper-case name', command({ name: 'Latest' }), 'name'],
    ['a name with a space', command({ name: 'a b' }), 'name'],
    ['a name of 33 characters', command({ name: 'x'.repeat(33) }), 'name'],
    ['no description', command({ description: '' }), 'description'],
    ['a description of 101 characters', command({ description: 'x'.repeat(101) }), 'description'],
    ['a locale that Discord lacks', command({ description_localizations: { en: 'a' } }), 'description_localizations'],
    [
      'a required option after another',
      command({ options: [option({}), option({ name: 'b', required: true })] }),
      'options.1',
    ],
    ['26 options', command({ options: Array.from({ length: 26 }, (_, n) => option({ name: `o${n}` })) }), 'options'],
    [
      '26 choices',
      command({
        options: [option({ choices: Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: `${n}` })) })],
      }),
      'options.0',
    ],
    [
      'choices and completion',
      command({ options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] }),
      'autocomplete',
    ],
    ['an option twice', command({ options: [option({}), option({})] }), 'twice'],
    [
      'options beside subcommands',
      command({ options: [option({}), { type: 1, name: 'add', description: 'Adds' }] }),
      'mixed',
    ],
    [
      '8,001 characters',
      command({
        options: Array.from({ length: 4 }, (_, o) =>
          option({
            name: `o${o}`,
            choices: Array.from({ length: 25 }, (_, n) => ({
              name: `${n}`.padEnd(50, 'x'),
              value: `${n}`.padEnd(50, 'x'),
            })),
          }),
        ),
      }),
      '8000',
    ],
  ])('are refused with %s', (_, body, reason) => {
    expect(checkCommands([body]).join('\n')).toContain(reason);
  });

  it('are refused when two have one name', () => {
    expect(checkCommands([command({}), command({})]).join('\n')).toContain('twice');
  });
});
