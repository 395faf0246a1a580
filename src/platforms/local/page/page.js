// @ts-check
import { offer, startComposer } from './composer.js';
import { byId, element } from './element.js';
import { closeHelp, openHelp, startHelp } from './help.js';
import { startKeys } from './keys.js';
import { followMessages } from './live.js';
import { runCommand } from './reply.js';
import { showMessage, showMessages, startTimeline } from './timeline.js';
import { keepTimesCurrent } from './times.js';

const STATES = { connecting: 'Connecting…', live: 'Live', reconnecting: 'Reconnecting…' };

const EXAMPLES = [
  ['/subscribe btc negative', 'bad news on Bitcoin, as it breaks'],
  ['/latest btc', 'what was said last'],
  ['/why btc', 'what is behind the move'],
  ['/preview importance>=60', 'try a filter before you keep it'],
  ['/help', 'everything else'],
];

const timeline = byId('timeline', HTMLElement);
const connection = byId('connection', HTMLElement);

startTimeline();
startComposer({ run, help: openHelp });
startKeys();
keepTimesCurrent();
document.addEventListener('click', handleClick);
void startHelp();
followMessages({
  onState(state) {
    connection.dataset['state'] = state;
    if (connection.textContent !== STATES[state]) connection.textContent = STATES[state];
  },
  onSnapshot(messages) {
    showMessages(messages);
    if (timeline.childElementCount === 0) timeline.append(welcome());
    else if (messages.length > 0) endWelcome();
  },
  onMessage(message) {
    endWelcome();
    showMessage(message);
  },
});

/** @param {string} text */
function run(text) {
  endWelcome();
  void runCommand(text);
}

/** @param {MouseEvent} event */
function handleClick(event) {
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  const { command, write: text } = button?.dataset ?? {};
  if (command !== undefined) run(command);
  if (text !== undefined) {
    closeHelp();
    offer(text);
  }
}

function endWelcome() {
  document.getElementById('welcome')?.remove();
}

function welcome() {
  return element(
    'div',
    { id: 'welcome', class: 'welcome' },
    element('h2', {}, greeting()),
    element(
      'p',
      {},
      'I read the market news, fold what is said about one event into one card, and keep that card current while the event goes on.',
    ),
    element('p', {}, 'Tell me what you want to hear about, or ask. These are a beginning:'),
    element(
      'ul',
      {},
      ...EXAMPLES.map(([command = '', what = '']) =>
        element(
          'li',
          {},
          element('button', { type: 'button', class: 'button', 'data-command': command }, command),
          element('span', {}, what),
        ),
      ),
    ),
  );
}

function greeting() {
  const hour = new Date().getHours();
  if (hour < 5 || hour >= 18) return 'Good evening.';
  return hour < 12 ? 'Good morning.' : 'Good afternoon.';
}
