import { parentPort } from 'node:worker_threads';
import { FeedError } from './feed-error.ts';
import { readPageText } from './page-text.ts';
import { parseFeed } from './parse.ts';
import type { ReaderAnswer, ReaderQuestion } from './reader.ts';

/** A clone of all items at once would hold the asker's loop. */
const ITEMS_A_MESSAGE = 250;

parentPort?.on('message', (question: ReaderQuestion) => {
  if (question.kind === 'page') void answerPage(question);
  else for (const answer of answersTo(question)) parentPort?.postMessage(answer);
});

async function answerPage({ bytes, contentType }: ReaderQuestion): Promise<void> {
  const answer: ReaderAnswer = { kind: 'page', html: await readPageText(bytes, contentType) };
  parentPort?.postMessage(answer);
}

function* answersTo({ bytes, contentType, baseUrl }: ReaderQuestion): Generator<ReaderAnswer> {
  try {
    const { items, ...feed } = parseFeed(bytes, contentType, baseUrl);
    for (let start = 0; start < items.length; start += ITEMS_A_MESSAGE) {
      yield { kind: 'items', items: items.slice(start, start + ITEMS_A_MESSAGE) };
    }
    yield { kind: 'feed', feed };
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    yield { kind: 'error', code: error.code, reason: error.message };
  }
}
