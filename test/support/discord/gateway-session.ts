import { GatewayOpcodes, type GatewayIntentBits } from 'discord.js';
import type { WebSocket } from 'ws';

/** Events kept for a resume. */
const KEPT = 10_000;

interface Dispatched {
  readonly seq: number;
  readonly text: string;
}

export interface Shard {
  readonly index: number;
  readonly count: number;
  readonly intents: number;
}

/** What one IDENTIFY began; it outlives its connection, and keeps what was missed. */
export class Session {
  readonly id: string;
  readonly #shard: Shard;
  #socket: WebSocket | null;
  #seq = 0;
  #sent: Dispatched[] = [];

  constructor(id: string, shard: Shard, socket: WebSocket) {
    this.id = id;
    this.#shard = shard;
    this.#socket = socket;
  }

  get isLive(): boolean {
    return this.#socket !== null;
  }

  get shardCount(): number {
    return this.#shard.count;
  }

  hears(shard: number): boolean {
    return shard === this.#shard.index;
  }

  wants(intent: GatewayIntentBits): boolean {
    return (this.#shard.intents & intent) !== 0;
  }

  dispatch(event: string, data: unknown): void {
    const seq = ++this.#seq;
    const text = JSON.stringify({ op: GatewayOpcodes.Dispatch, d: data, s: seq, t: event });
    this.#sent.push({ seq, text });
    if (this.#sent.length > 2 * KEPT) this.#sent = this.#sent.slice(-KEPT);
    this.#socket?.send(text);
  }

  /** Sends what came after `seq`, then RESUMED; false when that is not kept any more. */
  resume(socket: WebSocket, seq: number): boolean {
    const oldest = this.#sent[0]?.seq ?? 1;
    if (seq > this.#seq || seq < oldest - 1) return false;
    this.#socket = socket;
    for (const { text } of this.#sent.filter((one) => one.seq > seq)) socket.send(text);
    this.dispatch('RESUMED', {});
    return true;
  }

  detach(socket: WebSocket): void {
    if (this.#socket === socket) this.#socket = null;
  }
}

export function makeSessions() {
  const sessions = new Map<string, Session>();
  return {
    open(id: string, shard: Shard, socket: WebSocket): Session {
      // A shard that identifies again starts anew.
      for (const [known, session] of sessions)
        if (session.hears(shard.index) && !session.isLive) sessions.delete(known);
      const session = new Session(id, shard, socket);
      sessions.set(id, session);
      return session;
    },
    find: (id: string): Session | undefined => sessions.get(id),
    all: (): readonly Session[] => [...sessions.values()],
    forget: (): void => sessions.clear(),
  };
}
