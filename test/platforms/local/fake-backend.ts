import type { LocalBackend, LocalMessage, RenderedCard } from '../../../src/platforms/local/api.ts';

export interface FakeBackend extends LocalBackend {
  readonly ran: string[];
  /** Posts a card, as the bot would. */
  publish(card: RenderedCard): void;
  subscribers(): number;
  beforeSnapshot: () => void;
}

/** A bot that repeats commands and keeps its messages in an array. */
export function fakeBackend(cards: readonly RenderedCard[] = []): FakeBackend {
  const listeners = new Set<(message: LocalMessage) => void>();
  const messages = cards.map(post);
  const ran: string[] = [];
  return {
    ran,
    beforeSnapshot: () => undefined,
    subscribers: () => listeners.size,
    publish(published) {
      for (const listener of listeners) listener(post(published, messages.length));
    },
    async run(text) {
      ran.push(text);
      return { kind: 'text', text: `ran ${text}`, buttons: [] };
    },
    async complete(text) {
      return { from: text.length, items: [{ insert: 'btc', label: 'btc', hint: `after "${text}"` }] };
    },
    async messages(limit) {
      this.beforeSnapshot();
      return messages.slice(-limit);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A card that has no more than a title. */
export function card(title: string): RenderedCard {
  return {
    tone: 'neutral',
    title,
    url: null,
    badges: [],
    lines: [],
    table: null,
    items: [],
    sources: [],
    imageUrl: null,
    buttons: [],
    asOf: 1_700_000_000_000,
    footer: null,
  };
}

function post(published: RenderedCard, index: number): LocalMessage {
  return { id: index + 1, postedAt: 1_700_000_000_000, editedAt: null, card: published };
}
