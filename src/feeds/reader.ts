import { Worker } from 'node:worker_threads';
import type { ParsedItem } from '../model/article.ts';
import { FeedError, type FeedErrorCode } from './feed-error.ts';
import { createOneByOne } from './one-by-one.ts';
import { parseFeed, type ParsedFeed } from './parse.ts';

/** Reads what was fetched without holding up anything else. */
export interface FeedReader {
  /** As `parseFeed`; rejects with its FeedError, `too-slow` past the deadline. */
  parse(bytes: Uint8Array, contentType: string | null, baseUrl: string | null): Promise<ParsedFeed>;
  /** The article of a web page, as HTML; null where there is none, or reading it takes too long. Never rejects. */
  readPage(bytes: Uint8Array, contentType: string | null): Promise<string | null>;
  /** Ends the worker; what it was reading is rejected. */
  close(): Promise<void>;
}

/** What the worker is asked, one thing at a time. */
export interface ReaderQuestion {
  readonly kind: 'feed' | 'page';
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly baseUrl: string | null;
}

/** What it answers: items in parts, then the feed around them. */
export type ReaderAnswer =
  | { readonly kind: 'items'; readonly items: readonly ParsedItem[] }
  | { readonly kind: 'feed'; readonly feed: Omit<ParsedFeed, 'items'> }
  | { readonly kind: 'page'; readonly html: string | null }
  | { readonly kind: 'error'; readonly code: FeedErrorCode; readonly reason: string };

const DEADLINE_MS = 3_000;
/** A feed of 10 MB takes some 300 MB to read. */
const WORKER_HEAP_MB = 400;
/** What is larger, or has more to take apart, could hold the loop for longer than 50 ms. */
const SMALL_BYTES = 200_000;
const FEW_PARTS = 5_000;
const PART_BEGINS: ReadonlySet<number> = new Set(Buffer.from('<={'));

/** Small bodies are read on the spot; the others in a worker thread, which is given up when it takes too long. */
export function createFeedReader({ deadlineMs = DEADLINE_MS }: { readonly deadlineMs?: number } = {}): FeedReader {
  const onTheSpot = createOneByOne();
  const apart = createOneByOne();
  let worker: Worker | undefined;
  let isClosed = false;

  async function askApart(question: ReaderQuestion): Promise<Read> {
    if (isClosed) throw new Error('the reader is closed');
    worker ??= startWorker();
    try {
      return await ask(worker, question, deadlineMs);
    } catch (error) {
      // One that went wrong in any way but an honest answer is not asked again.
      if (!(error instanceof FeedError) || error.code === 'too-slow') {
        void worker.terminate();
        worker = undefined;
      }
      throw error;
    }
  }

  return {
    parse(bytes, contentType, baseUrl) {
      if (isQuick(bytes)) return onTheSpot(() => parseFeed(bytes, contentType, baseUrl));
      return apart(async () => feedOf(await askApart({ kind: 'feed', bytes, contentType, baseUrl })));
    },
    async readPage(bytes, contentType) {
      try {
        const read = await apart(() => askApart({ kind: 'page', bytes, contentType, baseUrl: null }));
        return read.kind === 'page' ? read.html : null;
      } catch {
        // A page is an extra: its article goes on with what the feed has of it.
        return null;
      }
    },
    async close() {
      isClosed = true;
      await worker?.terminate();
    },
  };
}

function startWorker(): Worker {
  const worker = new Worker(new URL('reader-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB },
  });
  // It is not what the process lives for.
  worker.unref();
  return worker;
}

type Read = { readonly kind: 'feed'; readonly feed: ParsedFeed } | Extract<ReaderAnswer, { readonly kind: 'page' }>;

function feedOf(read: Read): ParsedFeed {
  if (read.kind === 'feed') return read.feed;
  throw new Error('the reader answered another question');
}

function ask(worker: Worker, question: ReaderQuestion, deadlineMs: number): Promise<Read> {
  return new Promise((resolve, reject) => {
    const items: ParsedItem[] = [];
    const deadline = AbortSignal.timeout(deadlineMs);
    const settle = (end: () => void) => {
      worker.off('message', onAnswer).off('error', onError).off('exit', onExit);
      deadline.removeEventListener('abort', onLate);
      end();
    };
    const onAnswer = (answer: ReaderAnswer) => {
      if (answer.kind === 'items') items.push(...answer.items);
      else if (answer.kind === 'feed') settle(() => resolve({ kind: 'feed', feed: { ...answer.feed, items } }));
      else if (answer.kind === 'page') settle(() => resolve(answer));
      else settle(() => reject(new FeedError(answer.code, answer.reason)));
    };
    const onLate = () => settle(() => reject(tooSlow(`reading it takes longer than ${deadlineMs / 1_000} s`)));
    const onError = (error: unknown) =>
      settle(() => reject(isOutOfMemory(error) ? tooSlow('reading it takes too much memory') : wrapped(error)));
    const onExit = () => settle(() => reject(new Error('the reader ended')));
    worker.on('message', onAnswer).on('error', onError).on('exit', onExit);
    deadline.addEventListener('abort', onLate);
    worker.postMessage(question);
  });
}

function tooSlow(reason: string): FeedError {
  return new FeedError('too-slow', reason);
}

function wrapped(error: unknown): Error {
  return new Error('the reader failed', { cause: error });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function isQuick(bytes: Uint8Array): boolean {
  if (bytes.byteLength > SMALL_BYTES) return false;
  let parts = 0;
  for (const byte of bytes) {
    if (PART_BEGINS.has(byte)) parts += 1;
  }
  return parts <= FEW_PARTS;
}
