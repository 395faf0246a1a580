// @ts-check
import { startCommand } from './composer.js';
import { openHelp } from './help.js';
import { focusedCard, moveCard } from './timeline.js';

/** The keys that work anywhere outside the command line and the help. */
export function startKeys() {
  document.addEventListener('keydown', (event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target.closest('input, textarea, select, dialog')) return;
    if (handleKey(event.key, target)) event.preventDefault();
  });
}

/**
 * @param {string} key
 * @param {Element} target
 * @returns {boolean} whether the key meant something
 */
function handleKey(key, target) {
  switch (key) {
    case '/':
      startCommand();
      return true;
    case '?':
      openHelp();
      return true;
    case 'j':
    case 'J':
      moveCard(1);
      return true;
    case 'k':
    case 'K':
      moveCard(-1);
      return true;
    case 'ArrowDown':
    case 'ArrowUp':
      // Elsewhere the arrows scroll, as anywhere.
      if (!target.matches('article')) return false;
      moveCard(key === 'ArrowDown' ? 1 : -1);
      return true;
    case 'o':
    case 'O':
      return openLink();
    default:
      return false;
  }
}

function openLink() {
  const link = focusedCard()?.querySelector('a.title');
  if (!(link instanceof HTMLElement)) return false;
  link.click();
  return true;
}
