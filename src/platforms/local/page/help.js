// @ts-check
import { complete } from './completion.js';
import { byId, element } from './element.js';

const dialog = byId('help', HTMLDialogElement);

/**
 * Fills side column and help dialog with the bot's commands and the keys.
 */
export async function startHelp() {
  byId('help-open', HTMLButtonElement).addEventListener('click', openHelp);
  dialog.addEventListener('click', (event) => {
    // The backdrop counts as the dialog itself.
    if (event.target === dialog) dialog.close();
  });
  const places = [byId('side', HTMLElement), byId('help-body', HTMLElement)];
  for (const place of places) place.append(keys());
  const { items } = await complete('/', AbortSignal.timeout(10_000));
  if (items.length === 0) return;
  for (const place of places) place.prepend(element('h3', {}, 'Commands'), commandList(items));
}

/** Shows the help dialog. */
export function openHelp() {
  if (!dialog.open) dialog.showModal();
}

/** Closes it, where it is open. */
export function closeHelp() {
  if (dialog.open) dialog.close();
}

/** @param {readonly { insert: string, label: string, hint: string }[]} items */
function commandList(items) {
  return element(
    'ul',
    { class: 'commands' },
    ...items.map(({ insert, label, hint }) =>
      element(
        'li',
        {},
        element('button', { type: 'button', 'data-write': insert }, element('b', {}, label), element('span', {}, hint)),
      ),
    ),
  );
}

function keys() {
  return document.importNode(byId('keys', HTMLTemplateElement).content, true);
}
