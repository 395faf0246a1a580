/** Tells whether it is our own network that is down, so that a night without it makes no feed look dead. */
export interface Outage {
  /** Some host answered, whatever it said. */
  answered(): void;
  /** A host did not answer. */
  unanswered(host: string): void;
  isOurs(): boolean;
}

/** So many hosts in a row do not fail by chance. */
const SILENT_HOSTS = 5;

export function createOutage(): Outage {
  const silent = new Set<string>();
  return {
    answered: () => silent.clear(),
    unanswered: (host) => void (silent.size < SILENT_HOSTS && silent.add(host)),
    isOurs: () => silent.size >= SILENT_HOSTS,
  };
}
