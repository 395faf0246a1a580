// @ts-check

/**
 * @import { LocalMessage } from '../api.ts'
 * @typedef {'connecting' | 'live' | 'reconnecting'} State
 */

const FIRST_RETRY_MS = 2000;
const MAX_RETRY_MS = 15_000;

/**
 * Follows the bot's messages for as long as the page is open.
 * @param {{ onSnapshot(messages: readonly LocalMessage[]): void, onMessage(message: LocalMessage): void, onState(state: State): void }} listener
 */
export function followMessages({ onSnapshot, onMessage, onState }) {
  let retryMs = FIRST_RETRY_MS;

  function connect() {
    const source = new EventSource('/api/events');
    source.addEventListener('messages', (event) => {
      retryMs = FIRST_RETRY_MS;
      onState('live');
      onSnapshot(JSON.parse(event.data));
    });
    source.addEventListener('message', (event) => onMessage(JSON.parse(event.data)));
    source.addEventListener('error', () => {
      onState('reconnecting');
      // After an answer that is no stream (an error page) the browser gives up for good.
      if (source.readyState !== EventSource.CLOSED) return;
      setTimeout(connect, retryMs);
      retryMs = Math.min(retryMs * 2, MAX_RETRY_MS);
    });
  }

  onState('connecting');
  connect();
}
