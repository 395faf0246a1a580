import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Platform } from '../../src/model/chat.ts';
import { systemClock } from '../../src/model/clock.ts';
import { openStore } from '../../src/store/store.ts';

export interface DemoResult {
  /** Title to content of every card in the chat, without what differs from run to run (times, ports, ids). */
  readonly cards: ReadonlyMap<string, string>;
  readonly messages: number;
  readonly deliveries: number;
  readonly unfinished: number;
  readonly articles: number;
}

/** Posts that were under way on a platform when the run in the folder was killed. */
export async function countInFlight(folder: string, platform: Platform): Promise<number> {
  const store = await openStore({ url: `sqlite:${join(folder, 'demo.db')}`, clock: systemClock });
  try {
    const rows = await store.db
      .selectFrom('delivery')
      .select('id')
      .where('platform', '=', platform)
      .where('state', '=', 'sending')
      .execute();
    return rows.length;
  } finally {
    await store.close();
  }
}

/** What a run left in its folder. */
export async function demoResult(folder: string): Promise<DemoResult> {
  const { startedAt, feedPort } = z
    .object({ startedAt: z.number(), feedPort: z.number() })
    .parse(JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')));
  const store = await openStore({ url: `sqlite:${join(folder, 'demo.db')}`, clock: systemClock });
  try {
    const messages = await store.db.selectFrom('local_message').select('card').execute();
    const deliveries = await store.db.selectFrom('delivery').selectAll().execute();
    const articles = await store.db.selectFrom('article').select('id').where('state', '=', 'read').execute();
    const cards = messages.map(({ card }) => normalised(card, startedAt, feedPort));
    return {
      cards: new Map(cards.map((card) => [z.object({ title: z.string() }).parse(JSON.parse(card)).title, card])),
      messages: messages.length,
      deliveries: deliveries.filter(({ platform, message_ref }) => platform === 'local' && message_ref !== null).length,
      unfinished: deliveries.filter(({ state, due_at }) => due_at !== null || state === 'sending').length,
      articles: articles.length,
    };
  } finally {
    await store.close();
  }
}

function normalised(card: string, startedAt: number, feedPort: number): string {
  return card
    .replaceAll(`:${feedPort}/`, ':0/')
    .replace(/"(at|asOf)":(\d+)/g, (_, name: string, time: string) => `"${name}":${Number(time) - startedAt}`)
    .replace(/\b([Ss]tory|mute) \d+/g, '$1 N');
}
