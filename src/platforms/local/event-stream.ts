import type { LocalBackend, LocalMessage } from './api.ts';

const SNAPSHOT_MESSAGES = 100;
const HEARTBEAT_MS = 20_000;
const RETRY_MS = 2_000;
const MAX_UNSENT_BYTES = 1_000_000;

/**
 * Server-sent events (WHATWG HTML, 9.2) for one open page: first `messages` with the latest 100, then one
 * `message` per post or edit, and a comment every 20 s. Rejects as `backend.messages` does.
 */
export async function eventStream(backend: LocalBackend): Promise<Response> {
  const early: LocalMessage[] = [];
  let deliver = (message: LocalMessage): void => void early.push(message);
  // Before the snapshot is read, so that nothing falls between the two.
  const unsubscribe = backend.subscribe((message) => deliver(message));
  const latest = await backend.messages(SNAPSHOT_MESSAGES).catch((error: unknown) => {
    unsubscribe();
    throw error;
  });

  let stop = unsubscribe;
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const encoder = new TextEncoder();
        const write = (text: string): void => {
          // A tab that stopped reading is cut off; its browser reconnects and gets the snapshot.
          if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(text));
          else {
            stop();
            controller.close();
          }
        };
        const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS);
        stop = () => {
          clearInterval(heartbeat);
          unsubscribe();
        };
        deliver = (message) => write(`event: message\ndata: ${JSON.stringify(message)}\n\n`);
        write(`retry: ${RETRY_MS}\nevent: messages\ndata: ${JSON.stringify(latest)}\n\n`);
        for (const message of early) deliver(message);
      },
      cancel: () => stop(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MAX_UNSENT_BYTES }),
  );
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // nginx holds streams back otherwise.
      'x-accel-buffering': 'no',
    },
  });
}
