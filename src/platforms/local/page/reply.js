// @ts-check
import { announce } from './announce.js';
import { buttonRow, fillCard } from './card.js';
import { chooseFile, downloadLink } from './files.js';
import { element } from './element.js';
import { addOwnEntry, reveal } from './timeline.js';

/**
 * @import { LocalFile, LocalReply, RenderedButton, UploadButton } from '../api.ts'
 */

const PATIENCE_MS = 120_000;

/**
 * Sends a command and shows it with its reply in the timeline.
 * @param {string} text
 * @param {LocalFile} [file]
 */
export async function runCommand(text, file) {
  const answer = element('div', { class: 'answer', 'aria-busy': 'true' }, dots());
  const entry = element(
    'div',
    { class: 'exchange' },
    element(
      'p',
      { class: 'bubble mine', dir: 'auto' },
      element('span', { class: 'hidden' }, 'You: '),
      file ? `${text} (${file.name})` : text,
    ),
    answer,
  );
  addOwnEntry(entry);
  const reply = await ask(text, file);
  answer.removeAttribute('aria-busy');
  answer.replaceChildren(...parts(reply, text));
  reveal(entry);
}

/**
 * @param {string} text
 * @param {LocalFile} [file]
 * @returns {Promise<LocalReply>}
 */
async function ask(text, file) {
  try {
    const response = await fetch('/api/command', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text, file }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.ok) return await response.json();
    return { kind: 'error', text: (await response.text()).slice(0, 500) || `The bot answered ${response.status}.` };
  } catch (error) {
    const late = error instanceof DOMException && error.name === 'TimeoutError';
    return {
      kind: 'error',
      text: late
        ? 'No answer came within two minutes. The command may still have been carried out; look before you send it again.'
        : 'The bot cannot be reached, so nobody knows whether it did this. See whether it still runs where you started it, then send the command again.',
    };
  }
}

/**
 * @param {LocalReply} reply
 * @param {string} command
 * @returns {Node[]}
 */
function parts(reply, command) {
  switch (reply.kind) {
    case 'text':
      announce(`Reply: ${reply.text}`);
      return present(bubble(reply.text), buttonRow(reply.buttons.filter(isPlain)), ...reply.buttons.map(uploadRow));
    case 'file':
      announce(`Reply: ${reply.text}`);
      return present(bubble(reply.text), element('div', { class: 'buttons' }, downloadLink(reply.file)));
    case 'cards':
      announce(`Reply: ${reply.intro ?? `${reply.cards.length} cards`}`);
      return present(
        reply.intro === null ? null : bubble(reply.intro),
        ...reply.cards.map((card) => {
          const article = element('article', { tabindex: '-1' });
          fillCard(article, card, null);
          return article;
        }),
        buttonRow(reply.buttons),
      );
    case 'error':
      announce(`That did not work: ${reply.text}`);
      return present(
        element(
          'div',
          { class: 'bubble error' },
          element('strong', {}, 'That did not work'),
          element('p', { dir: 'auto' }, reply.text),
        ),
        element(
          'div',
          { class: 'buttons' },
          element('button', { type: 'button', class: 'button', 'data-write': command }, 'Edit the command'),
        ),
      );
  }
}

/**
 * @param {RenderedButton | UploadButton} button
 * @returns {button is RenderedButton}
 */
function isPlain(button) {
  return button.kind !== 'upload';
}

/**
 * @param {RenderedButton | UploadButton} button
 * @returns {Node | null}
 */
function uploadRow(button) {
  if (button.kind !== 'upload') return null;
  const control = element('button', { type: 'button', class: 'button' }, button.label);
  const { command, endings } = button;
  control.addEventListener('click', () => void sendChosen(command, endings));
  return element('div', { class: 'buttons' }, control);
}

/**
 * @param {string} command
 * @param {readonly string[]} endings
 */
async function sendChosen(command, endings) {
  const file = await chooseFile(endings);
  if (file) await runCommand(command, file);
}

/**
 * @param {...(Node | null)} nodes
 * @returns {Node[]}
 */
function present(...nodes) {
  return nodes.filter((node) => node !== null);
}

/** @param {string} text */
function bubble(text) {
  return element('p', { class: 'bubble', dir: 'auto' }, text);
}

function dots() {
  return element(
    'p',
    { class: 'bubble dots' },
    element('span', { class: 'hidden' }, 'Working'),
    element('i', {}),
    element('i', {}),
    element('i', {}),
  );
}
