import type { Evidence } from './fake-discord-types.ts';

const KEPT_REQUESTS = 2000;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] };

/** What was seen of the bot so far, for whoever sees it to write down. */
export type EvidenceBook = Mutable<Evidence>;

export function makeEvidence(): EvidenceBook {
  return {
    refusals: [],
    unexpected: [],
    registered: [],
    commandPuts: 0,
    requests: [],
    files: [],
    rateLimitHits: 0,
    invalidRequests: 0,
    peakInFlight: 0,
    identifies: 0,
    resumes: 0,
    gatewayIntents: null,
  };
}

export function noteRequest(book: EvidenceBook, method: string, path: string, status: number): void {
  book.requests.push({ method, path, status });
  if (book.requests.length > KEPT_REQUESTS) book.requests.shift();
  if (status === 401 || status === 403 || status === 429) book.invalidRequests++;
}
