// @ts-check
import { announce } from './announce.js';
import { fillCard } from './card.js';
import { byId, element } from './element.js';

/**
 * @import { LocalMessage } from '../api.ts'
 * @typedef {{ message: LocalMessage, article: HTMLElement }} Shown
 */

const MAX_ENTRIES = 400;
const NEAR_END_PX = 80;
const WATCHED_PARTS = '.line, td, .badge, .source, h2';

const timeline = byId('timeline', HTMLElement);
const pill = byId('unseen', HTMLButtonElement);
const count = new Intl.NumberFormat();
const stillness = matchMedia('(prefers-reduced-motion: reduce)');

/** @type {Map<string, Shown>} */
const shown = new Map();
/** @type {HTMLElement[]} cards that came while the reader was elsewhere, oldest first */
let unseen = [];
let atEnd = true;
let started = false;

/** Starts to follow the reader's scrolling. */
export function startTimeline() {
  addEventListener('scroll', look, { passive: true });
  addEventListener('resize', look, { passive: true });
  document.addEventListener('visibilitychange', look);
  // So that the next edit starts it anew.
  timeline.addEventListener('animationend', ({ target, animationName }) => {
    if (animationName === 'ring' && target instanceof Element) target.classList.remove('edited');
  });
  pill.addEventListener('click', () => {
    const first = unseen[0];
    if (!first) return;
    focusCard(first, 'start');
    forgetUnseen();
  });
  // Images that arrive late and edited cards must not push the end out of sight.
  new ResizeObserver(() => {
    if (atEnd) scrollToEnd('instant');
  }).observe(timeline);
}

/**
 * The state of things after a connect or reconnect.
 * @param {readonly LocalMessage[]} messages oldest first
 */
export function showMessages(messages) {
  for (const message of messages) showMessage(message);
  if (!started) scrollToEnd('instant');
  started = true;
}

/**
 * A post, or an edit of one that is shown.
 * @param {LocalMessage} message
 */
export function showMessage(message) {
  // A database that was begun anew counts its ids from 1 again.
  const key = `${message.id} ${message.postedAt}`;
  const known = shown.get(key);
  if (known) {
    if ((message.editedAt ?? 0) > (known.message.editedAt ?? 0)) edit(known, message);
    return;
  }
  const article = element('article', { tabindex: '-1' });
  fillCard(article, message.card, message);
  shown.set(key, { message, article });
  article.dataset['key'] = key;
  addEntry(article);
  if (!started) return;
  announce(`New card: ${message.card.title}`);
  article.classList.add('arrived');
  if (atEnd && !document.hidden) reveal(article);
  else {
    unseen.push(article);
    showUnseen();
  }
}

/**
 * Adds an entry of this tab's own (a command with its reply) and shows it.
 * @param {HTMLElement} entry
 */
export function addOwnEntry(entry) {
  addEntry(entry);
  reveal(entry);
}

/**
 * Brings an entry into view: its end, or its beginning when it is taller than the window.
 * @param {HTMLElement} entry
 */
export function reveal(entry) {
  keepTabStop();
  const space = innerHeight - 160;
  if (entry.getBoundingClientRect().height <= space) {
    scrollToEnd('smooth');
    atEnd = true;
  } else {
    atEnd = false;
    entry.scrollIntoView({ block: 'start', behavior: behavior('smooth') });
  }
}

/**
 * Moves between cards: from the focused one, else from what the window shows.
 * @param {1 | -1} step
 */
export function moveCard(step) {
  const all = [...timeline.querySelectorAll('article')];
  const current = focusedCard();
  const next = current ? all[all.indexOf(current) + step] : firstVisible(all);
  if (next) focusCard(next, 'nearest');
}

/** The newest card gets the focus, so that keys move on from there. */
export function focusLastCard() {
  const last = [...timeline.querySelectorAll('article')].at(-1);
  if (last) focusCard(last, 'nearest');
}

/** @returns {HTMLElement | null} the card that has the focus in it */
export function focusedCard() {
  return document.activeElement?.closest('article') ?? null;
}

/**
 * One card at a time is a stop for Tab: the one last visited.
 * @param {HTMLElement} card
 * @param {ScrollLogicalPosition} block
 */
function focusCard(card, block) {
  for (const stop of timeline.querySelectorAll('article[tabindex="0"]')) stop.setAttribute('tabindex', '-1');
  card.setAttribute('tabindex', '0');
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block, behavior: behavior('smooth') });
}

/**
 * @param {Shown} known
 * @param {LocalMessage} message
 */
function edit(known, message) {
  const { article } = known;
  const before = new Set(partsOf(article).map((part) => part.textContent));
  const focus = focusInside(article);
  known.message = message;
  fillCard(article, message.card, message);
  for (const part of partsOf(article)) {
    if (!before.has(part.textContent)) part.classList.add('changed');
  }
  restoreFocus(article, focus);
  article.classList.add('edited');
  announce(`Updated: ${message.card.title}`);
}

/**
 * @param {HTMLElement} article
 * @returns {Element[]}
 */
function partsOf(article) {
  return [...article.querySelectorAll(WATCHED_PARTS)];
}

/**
 * @param {HTMLElement} article
 * @returns {number} which of its links and buttons has the focus, -1 for none
 */
function focusInside(article) {
  return [...article.querySelectorAll('a, button')].findIndex((part) => part === document.activeElement);
}

/**
 * @param {HTMLElement} article
 * @param {number} index
 */
function restoreFocus(article, index) {
  if (index === -1) return;
  const part = [...article.querySelectorAll('a, button')][index];
  (part instanceof HTMLElement ? part : article).focus({ preventScroll: true });
}

/** @param {HTMLElement} entry */
function addEntry(entry) {
  timeline.append(entry);
  while (atEnd && timeline.childElementCount > MAX_ENTRIES) {
    const oldest = timeline.firstElementChild;
    if (oldest instanceof HTMLElement && oldest.dataset['key']) shown.delete(oldest.dataset['key']);
    oldest?.remove();
  }
  keepTabStop();
}

function keepTabStop() {
  if (timeline.querySelector('article[tabindex="0"]')) return;
  timeline.querySelector('article')?.setAttribute('tabindex', '0');
}

/** @param {HTMLElement[]} all */
function firstVisible(all) {
  return all.find((card) => card.getBoundingClientRect().bottom > 120) ?? all.at(-1);
}

function look() {
  const { scrollHeight } = document.documentElement;
  atEnd = scrollHeight - innerHeight - scrollY < NEAR_END_PX;
  if (atEnd && !document.hidden) forgetUnseen();
}

function forgetUnseen() {
  unseen = [];
  showUnseen();
}

function showUnseen() {
  const number = count.format(unseen.length);
  pill.hidden = unseen.length === 0;
  pill.textContent = `${number} new`;
  pill.setAttribute('aria-label', `${number} new, show the first`);
  document.title = unseen.length === 0 ? 'Bellwether' : `(${number}) Bellwether`;
}

/** @param {ScrollBehavior} wanted */
function scrollToEnd(wanted) {
  scrollTo({ top: document.documentElement.scrollHeight, behavior: behavior(wanted) });
}

/**
 * @param {ScrollBehavior} wanted
 * @returns {ScrollBehavior}
 */
function behavior(wanted) {
  return stillness.matches ? 'instant' : wanted;
}
