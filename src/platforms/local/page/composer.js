// @ts-check
import {
  askCompletions,
  closeCompletions,
  completionChosen,
  completionsOpen,
  moveCompletion,
  takeCompletion,
} from './completion.js';
import { byId } from './element.js';
import { focusLastCard } from './timeline.js';

const HISTORY_KEY = 'bellwether.commands';
const MAX_HISTORY = 100;

const form = byId('composer', HTMLFormElement);
const input = byId('command', HTMLInputElement);

/** @type {string[]} oldest first */
const history = readHistory();
let place = history.length;
let draft = '';

/**
 * Makes the command line work.
 * @param {{ run(text: string): void, help(): void }} actions
 */
export function startComposer({ run, help }) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (text === '') return;
    write('');
    remember(text);
    run(text);
  });
  input.addEventListener('input', () => {
    place = history.length;
    askCompletions();
  });
  input.addEventListener('blur', closeCompletions);
  input.addEventListener('keydown', (event) => {
    // While an input method composes, its keys are its own.
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '?' && input.value === '') {
      event.preventDefault();
      help();
    } else if (handleKey(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
}

/**
 * Puts `text` into the command line and the caret behind it.
 * @param {string} text
 */
function write(text) {
  closeCompletions();
  input.value = text;
  input.setSelectionRange(text.length, text.length);
}

/**
 * Focuses the command line; an empty one gets the slash that every command starts with.
 */
export function startCommand() {
  input.focus();
  if (input.value !== '') return;
  write('/');
  askCompletions();
}

/**
 * As if the person had written it: focus and completions included.
 * @param {string} text
 */
export function offer(text) {
  write(text);
  input.focus();
  askCompletions();
}

/**
 * @param {KeyboardEvent} event
 * @returns {boolean} whether the key was meant for the composer
 */
function handleKey(event) {
  switch (event.key) {
    case 'ArrowUp':
    case 'ArrowDown': {
      const step = event.key === 'ArrowUp' ? -1 : 1;
      if (completionsOpen()) moveCompletion(step);
      else if (place < history.length || step < 0) recall(step);
      else askCompletions();
      return true;
    }
    case 'Tab':
      if (event.shiftKey || !completionsOpen()) return false;
      takeCompletion();
      return true;
    case 'Enter':
      if (!completionChosen()) return false;
      takeCompletion();
      return true;
    case 'Escape':
      closeCompletions();
      if (input.value === '') focusLastCard();
      return true;
    default:
      return false;
  }
}

/** @param {1 | -1} step */
function recall(step) {
  if (place === history.length) draft = input.value;
  place = Math.min(Math.max(place + step, 0), history.length);
  write(history[place] ?? draft);
}

/** @param {string} text */
function remember(text) {
  if (history.at(-1) !== text) history.push(text);
  if (history.length > MAX_HISTORY) history.shift();
  place = history.length;
  try {
    sessionStorage.setItem(HISTORY_KEY, JSON.stringify(history));
  } catch (error) {
    console.info('history is kept until the page is closed', error);
  }
}

/** @returns {string[]} */
function readHistory() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(HISTORY_KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((text) => typeof text === 'string') : [];
  } catch (error) {
    console.info('no history', error);
    return [];
  }
}
