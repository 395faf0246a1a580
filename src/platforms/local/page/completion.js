// @ts-check
import { byId, element } from './element.js';

/**
 * @import { Completion } from '../api.ts'
 * @typedef {Completion['items'][number]} Item
 */

const PAUSE_MS = 60;

const input = byId('command', HTMLInputElement);
const list = byId('completions', HTMLElement);

/** @type {readonly Item[]} */
let items = [];
let from = 0;
let upTo = 0;
let active = -1;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;
let asked = new AbortController();

/**
 * What may follow `text`, as the bot sees it; nothing when the bot cannot be reached.
 * @param {string} text
 * @param {AbortSignal} signal
 * @returns {Promise<Completion>}
 */
export async function complete(text, signal) {
  try {
    const response = await fetch(`/api/complete?text=${encodeURIComponent(text)}`, { signal });
    if (response.ok) return await response.json();
  } catch (error) {
    if (!signal.aborted) console.info('no completions', error);
  }
  return { from: text.length, items: [] };
}

/** Asks for completions of what stands before the caret, after a short pause in the typing. */
export function askCompletions() {
  closeCompletions();
  const caret = input.selectionStart ?? input.value.length;
  const text = input.value.slice(0, caret);
  if (text === '') return;
  const { signal } = asked;
  pause = setTimeout(async () => {
    const found = await complete(text, signal);
    if (!signal.aborted) open(found, text);
  }, PAUSE_MS);
}

/** Closes the list and forgets what was asked. */
export function closeCompletions() {
  clearTimeout(pause);
  asked.abort();
  asked = new AbortController();
  items = [];
  active = -1;
  list.hidden = true;
  list.replaceChildren();
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
}

/** @returns {boolean} */
export function completionsOpen() {
  return items.length > 0;
}

/** @returns {boolean} whether an item is chosen in the list */
export function completionChosen() {
  return active >= 0;
}

/**
 * Moves the choice; past either end it goes back to none.
 * @param {1 | -1} step
 */
export function moveCompletion(step) {
  const places = items.length + 1;
  active = ((active + 1 + step + places) % places) - 1;
  for (const [index, option] of [...list.children].entries()) {
    option.setAttribute('aria-selected', String(index === active));
    if (index === active) option.scrollIntoView({ block: 'nearest' });
  }
  if (active < 0) input.removeAttribute('aria-activedescendant');
  else input.setAttribute('aria-activedescendant', `completion-${active}`);
}

/** Takes the chosen item, else the first, and asks for what may follow it. */
export function takeCompletion() {
  take(Math.max(active, 0));
}

/** @param {number} index */
function take(index) {
  const item = items[index];
  if (!item) return;
  input.setRangeText(item.insert, from, upTo, 'end');
  input.focus();
  askCompletions();
}

/**
 * @param {Completion} found
 * @param {string} text
 */
function open(found, text) {
  from = found.from;
  upTo = text.length;
  items = found.items.filter((item) => item.insert.trimEnd() !== text.slice(from));
  if (items.length === 0) return;
  list.replaceChildren(...items.map(option));
  list.hidden = false;
  input.setAttribute('aria-expanded', 'true');
}

/**
 * @param {Item} item
 * @param {number} index
 */
function option({ label, hint }, index) {
  const made = element(
    'div',
    { role: 'option', id: `completion-${index}`, 'aria-selected': 'false', class: 'option' },
    element('span', { class: 'option-label', dir: 'auto' }, label),
    element('span', { class: 'option-hint', dir: 'auto' }, hint),
    index === 0 ? element('kbd', { 'aria-hidden': 'true' }, 'Tab') : null,
  );
  // On mousedown, for a click would take the focus out of the input first.
  made.addEventListener('mousedown', (event) => event.preventDefault());
  made.addEventListener('click', () => take(index));
  return made;
}
