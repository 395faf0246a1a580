// @ts-check
import { element, outwardLink, webAddress } from './element.js';
import { agoTime, clockTime } from './times.js';

/**
 * @import { RenderedButton, RenderedCard } from '../api.ts'
 */

const TONES = {
  positive: { sign: '▲', word: 'positive' },
  negative: { sign: '▼', word: 'negative' },
  neutral: { sign: '■', word: 'neutral' },
  unknown: { sign: '?', word: 'sentiment not read' },
};

// A sign or a currency before the digits at most: "+1.2 %", "$775M", "-", "n/a".
const NUMBER_LIKE = /^(?:[-+−±~≈<>≤≥$€£¥₿▲▼ ]{0,4}\d|[-–—]$|n\/a$)/i;

const LONG_CELL = 14;

const scrollers = new ResizeObserver((entries) => {
  for (const { target } of entries) markScroller(target);
});

let cards = 0;

/**
 * Fills `article` with the card, in place of what it showed.
 * @param {HTMLElement} article
 * @param {RenderedCard} card
 * @param {{ postedAt: number, editedAt: number | null } | null} posting null for a card in a reply
 */
export function fillCard(article, card, posting) {
  cards += 1;
  const titleId = `card-title-${cards}`;
  article.className = 'card';
  if (card.tone === null) delete article.dataset['tone'];
  else article.dataset['tone'] = card.tone;
  article.setAttribute('aria-labelledby', titleId);
  article.replaceChildren(
    ...[
      marks(card, posting),
      element('h2', { id: titleId, dir: 'auto' }, outwardLink(card.url, { class: 'title' }, card.title)),
      ...card.lines.map((line) => element('p', { class: 'line', dir: 'auto' }, line)),
      table(card.table),
      items(card.items),
      image(card.imageUrl),
      sources(card.sources),
      buttonRow(card.buttons),
      smallPrint(card),
    ].filter((part) => part !== null),
  );
}

/**
 * @param {readonly RenderedButton[]} buttons
 * @returns {HTMLElement | null}
 */
export function buttonRow(buttons) {
  const made = buttons.flatMap((button) => {
    if (button.kind === 'command') {
      return [
        element(
          'button',
          { type: 'button', class: 'button', 'data-command': button.command, title: button.command },
          button.label,
        ),
      ];
    }
    return webAddress(button.url) === null ? [] : [outwardLink(button.url, { class: 'button outward' }, button.label)];
  });
  return made.length === 0 ? null : element('div', { class: 'buttons' }, ...made);
}

/**
 * @param {RenderedCard} card
 * @param {{ postedAt: number, editedAt: number | null } | null} posting
 */
function marks({ tone, badges }, posting) {
  if (tone === null && badges.length === 0 && posting === null) return null;
  const { sign, word } = tone === null ? { sign: '', word: '' } : TONES[tone];
  // A card may say its tone itself ("negative -0.62"); then that badge takes the colour.
  const own = tone === null ? -1 : badges.findIndex((badge) => badge.toLowerCase().startsWith(word));
  const toneBadge = (/** @type {string} */ text) =>
    element('li', { class: 'badge tone' }, element('span', { 'aria-hidden': 'true' }, `${sign} `), text);
  return element(
    'div',
    { class: 'marks' },
    element(
      'ul',
      { class: 'badges', 'aria-label': 'Marks' },
      own === -1 && tone !== null ? toneBadge(word) : null,
      ...badges.map((badge, index) =>
        index === own ? toneBadge(badge) : element('li', { class: 'badge', dir: 'auto' }, badge),
      ),
    ),
    posting &&
      element(
        'p',
        { class: 'when' },
        agoTime(posting.postedAt),
        posting.editedAt === null ? null : element('span', { class: 'updated' }, 'updated ', agoTime(posting.editedAt)),
      ),
  );
}

/** @param {RenderedCard['table']} shown */
function table(shown) {
  if (!shown || shown.rows.length === 0) return null;
  const columns = Math.max(shown.head.length, ...shown.rows.map((row) => row.length));
  const kinds = Array.from({ length: columns }, (_, column) => {
    const cells = shown.rows.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    return cells.length > 0 && cells.every((cell) => NUMBER_LIKE.test(cell)) ? 'number' : 'words';
  });
  const cell = (/** @type {'td' | 'th'} */ tag, /** @type {string} */ text, /** @type {number} */ column) =>
    element(tag, { class: `${kinds[column] ?? 'words'}${text.length > LONG_CELL ? ' long' : ''}`, dir: 'auto' }, text);
  const rows = shown.rows.map((row) =>
    element('tr', {}, ...kinds.map((_, column) => cell('td', row[column] ?? '', column))),
  );
  const heads = kinds.map((_, column) => {
    const head = cell('th', shown.head[column] ?? '', column);
    head.setAttribute('scope', 'col');
    return head;
  });
  const box = element(
    'div',
    { class: 'figures' },
    element(
      'table',
      {},
      shown.head.length > 0 ? element('thead', {}, element('tr', {}, ...heads)) : null,
      element('tbody', {}, ...rows),
    ),
  );
  scrollers.observe(box);
  return box;
}

/**
 * A box that scrolls can be reached by Tab, one that does not is no stop on the way.
 * @param {Element} box
 */
function markScroller(box) {
  const scrolls = box.scrollWidth > box.clientWidth + 1;
  box.toggleAttribute('data-scrolls', scrolls);
  for (const [name, value] of [
    ['tabindex', '0'],
    ['role', 'group'],
    ['aria-label', 'Figures, scrolls sideways'],
  ]) {
    if (name === undefined || value === undefined) continue;
    if (scrolls) box.setAttribute(name, value);
    else box.removeAttribute(name);
  }
}

/** @param {RenderedCard['items']} shown */
function items(shown) {
  if (shown.length === 0) return null;
  return element(
    'ol',
    { class: 'items' },
    ...shown.map(({ title, url, note, at, command }) =>
      element(
        'li',
        {},
        outwardLink(url, { class: 'item-title', dir: 'auto' }, title),
        element(
          'p',
          { class: 'item-note' },
          element('span', { dir: 'auto' }, note),
          agoTime(at),
          command === null
            ? null
            : element(
                'button',
                { type: 'button', class: 'item-more', 'data-command': command, title: command },
                'More',
              ),
        ),
      ),
    ),
  );
}

/** @param {string | null} url */
function image(url) {
  const parsed = url === null ? null : URL.parse(url);
  const shown = parsed && (parsed.protocol === 'https:' || parsed.href.startsWith('data:image/'));
  if (!shown) return null;
  const made = element('img', {
    class: 'picture',
    src: parsed.href,
    alt: '',
    loading: 'lazy',
    referrerpolicy: 'no-referrer',
  });
  made.addEventListener('error', () => made.remove());
  return made;
}

/** @param {RenderedCard['sources']} shown */
function sources(shown) {
  if (shown.length === 0) return null;
  return element(
    'ul',
    { class: 'sources', 'aria-label': 'Sources' },
    ...shown.map(({ name, url, at }) =>
      element('li', {}, outwardLink(url, { dir: 'auto', class: 'source' }, name), ' ', agoTime(at)),
    ),
  );
}

/** @param {RenderedCard} card */
function smallPrint({ asOf, footer }) {
  return element(
    'p',
    { class: 'small' },
    element('span', {}, 'As of ', clockTime(asOf)),
    footer ? element('span', { dir: 'auto' }, footer) : null,
  );
}
