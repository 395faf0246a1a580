import TinyQueue from 'tinyqueue';

export interface PlannedFeed {
  readonly id: number;
  readonly host: string;
  /** Epoch ms. */
  readonly dueAt: number;
}

export interface PlannerRules {
  /** Between two starts on one host. */
  readonly hostGapMs: number;
  readonly atOnceOnHost: number;
  readonly atOnce: number;
}

/**
 * Says which feed is polled next. A host's feeds queue up by the time since which they are due, and a host with many
 * of them takes no turn from another. Pure: knows no clock, no store, no network. Each call costs O(log feeds).
 */
export interface Planner {
  /** Makes a feed known, or tells anew when and where it is due. One under way is left alone. */
  plan(feed: PlannedFeed): void;
  forget(id: number): void;
  /** The feed that may start now, which then counts as under way; null when none may. */
  take(now: number): PlannedFeed | null;
  /** A feed taken has ended; it is due again then, or never. */
  release(id: number, dueAt: number | null): void;
  /** When the next one may start, epoch ms; null while that depends on the end of one under way, or nothing is planned. */
  nextStart(): number | null;
  /** Its server asked for fewer requests. */
  slowDown(host: string): void;
  /** Its server answered without complaint. */
  easeUp(host: string): void;
  /** Ids of all feeds that are known. */
  ids(): Iterable<number>;
}

const LONGEST_GAP_MS = 5 * 60_000;
const WIDEN = 2;
const NARROW = 0.9;

interface Entry {
  readonly id: number;
  host: Host;
  /** Its place in the host's queue; a ticket that is not its entry's any more is void. */
  ticket: FeedTicket | null;
  isUnderWay: boolean;
  isForgotten: boolean;
}

interface Ticket {
  readonly at: number;
  /** Of two for one moment, the earlier comes first. */
  readonly number: number;
}

interface FeedTicket extends Ticket {
  readonly entry: Entry;
}

interface Host {
  readonly name: string;
  readonly queue: TinyQueue<FeedTicket>;
  feeds: number;
  underWay: number;
  gapMs: number;
  lastStart: number;
  /** Its place among the hosts; null while none of its feeds can start. */
  ticket: HostTicket | null;
}

interface HostTicket extends Ticket {
  readonly host: Host;
}

const inOrder = (a: Ticket, b: Ticket): number => a.at - b.at || a.number - b.number;

export function createPlanner(rules: PlannerRules): Planner {
  const entries = new Map<number, Entry>();
  const hosts = new Map<string, Host>();
  const turns = new TinyQueue<HostTicket>([], inOrder);
  let underWay = 0;
  let tickets = 0;

  function hostOf(name: string): Host {
    const known = hosts.get(name);
    if (known) return known;
    const host: Host = {
      name,
      queue: new TinyQueue<FeedTicket>([], inOrder),
      feeds: 0,
      underWay: 0,
      gapMs: rules.hostGapMs,
      lastStart: -Infinity,
      ticket: null,
    };
    hosts.set(name, host);
    return host;
  }

  function enqueue(entry: Entry, at: number): void {
    entry.ticket = { entry, at, number: (tickets += 1) };
    entry.host.queue.push(entry.ticket);
    arrange(entry.host);
  }

  /** Gives the host its turn: when its first feed is due, and not before the gap is over. */
  function arrange(host: Host): void {
    const first = firstOf(host);
    const at = first && host.underWay < rules.atOnceOnHost ? Math.max(first.at, host.lastStart + host.gapMs) : null;
    if (host.ticket?.at === at) return;
    host.ticket = at === null ? null : { host, at, number: (tickets += 1) };
    if (host.ticket) turns.push(host.ticket);
  }

  function leave(entry: Entry): void {
    const { host } = entry;
    entry.ticket = null;
    host.feeds -= 1;
    arrange(host);
    // A widened gap outlives the host's last feed only as long as something of it runs.
    if (host.feeds === 0 && host.underWay === 0) hosts.delete(host.name);
  }

  function enter(entry: Entry, host: Host): void {
    entry.host = host;
    host.feeds += 1;
  }

  function firstTurn(): HostTicket | undefined {
    for (let turn = turns.peek(); turn; turn = turns.peek()) {
      if (turn.host.ticket === turn) return turn;
      turns.pop();
    }
    return undefined;
  }

  return {
    plan({ id, host: name, dueAt }) {
      const known = entries.get(id);
      if (known?.isUnderWay) return;
      const host = hostOf(name);
      const entry = known ?? { id, host, ticket: null, isUnderWay: false, isForgotten: false };
      if (!known) {
        entries.set(id, entry);
        enter(entry, host);
      } else if (known.host !== host) {
        leave(known);
        enter(known, host);
      } else if (known.ticket?.at === dueAt) return;
      enqueue(entry, dueAt);
    },

    forget(id) {
      const entry = entries.get(id);
      if (!entry) return;
      entry.isForgotten = true;
      if (entry.isUnderWay) return;
      entries.delete(id);
      leave(entry);
    },

    take(now) {
      if (underWay >= rules.atOnce) return null;
      const turn = firstTurn();
      if (!turn || turn.at > now) return null;
      const { host } = turn;
      const ticket = firstOf(host);
      turns.pop();
      host.ticket = null;
      if (!ticket) return null;
      host.queue.pop();
      ticket.entry.ticket = null;
      ticket.entry.isUnderWay = true;
      host.underWay += 1;
      underWay += 1;
      host.lastStart = now;
      arrange(host);
      return { id: ticket.entry.id, host: host.name, dueAt: ticket.at };
    },

    release(id, dueAt) {
      const entry = entries.get(id);
      if (!entry?.isUnderWay) return;
      entry.isUnderWay = false;
      entry.host.underWay -= 1;
      underWay -= 1;
      if (dueAt === null || entry.isForgotten) {
        entries.delete(id);
        leave(entry);
      } else enqueue(entry, dueAt);
    },

    nextStart: () => (underWay >= rules.atOnce ? null : (firstTurn()?.at ?? null)),

    slowDown(name) {
      const host = hosts.get(name);
      if (!host) return;
      host.gapMs = Math.min(Math.max(host.gapMs, 1_000) * WIDEN, LONGEST_GAP_MS);
      arrange(host);
    },

    easeUp(name) {
      const host = hosts.get(name);
      if (!host || host.gapMs === rules.hostGapMs) return;
      host.gapMs = Math.max(host.gapMs * NARROW, rules.hostGapMs);
      arrange(host);
    },

    ids: () => entries.keys(),
  };
}

/** The first ticket of a host's queue that is not void; void ones are thrown away. */
function firstOf({ queue }: Host): FeedTicket | undefined {
  for (let ticket = queue.peek(); ticket; ticket = queue.peek()) {
    if (ticket.entry.ticket === ticket) return ticket;
    queue.pop();
  }
  return undefined;
}
