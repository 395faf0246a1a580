import { join } from 'node:path';
import { systemClock } from '../../src/model/clock.ts';
import { analyse } from '../../src/newsroom/analyse.ts';
import { cleanItem } from '../../src/newsroom/clean.ts';
import { ensureChat } from '../../src/store/chats.ts';
import type { Store } from '../../src/store/store.ts';
import { createStoredMatcher } from '../../src/subscriptions/stored-matcher.ts';
import { subscribe } from '../../src/subscriptions/subscribe.ts';
import { makeArticles } from './articles.ts';
import {
  ASSETS,
  FILTER_WORDS,
  inFolder,
  insertNew,
  newsroomOn,
  runDry,
  throwingLog,
  withStore,
} from './bench-world.ts';
import { makeFilters } from './filters.ts';
import type { Row } from './row.ts';
import { timed, timedAsync } from './stopwatch.ts';

const ARTICLES = 800;
const WARM_UP = 200;
const SUBSCRIPTIONS = 200;
const CHATS = 20;

/** New articles through the second stage, from `new` rows to committed stories. */
export async function benchNewsroom(): Promise<readonly Row[]> {
  const articles = makeArticles(ARTICLES, ASSETS.assets, 1);
  const items = articles.map(({ title, description, body }) => ({ title, description, content: body }));
  const texts = items.map((item) => ({ ...cleanItem(item, ''), feedLanguage: 'en' }));
  const analyseAll = (count: number) => () => {
    for (const text of texts.slice(0, count)) analyse(text, ASSETS);
  };
  analyseAll(WARM_UP)();
  const analysing = perSecond(timed(analyseAll(ARTICLES)));

  return inFolder(async (folder) => {
    await withStore(join(folder, 'warm-up.db'), async (store) => {
      await insertNew(store, articles.slice(0, WARM_UP));
      await runDry(newsroomOn(store));
    });
    const oneByOne = await withStore(join(folder, 'one-by-one.db'), (store) =>
      timedAsync(() => insertNew(store, articles, 1)),
    );
    return withStore(join(folder, 'newsroom.db'), async (store) => {
      await subscribeAll(store);
      const inserting = await timedAsync(() => insertNew(store, articles));
      const { match } = createStoredMatcher(store.db, FILTER_WORDS.vocabulary, throwingLog);
      const reading = await timedAsync(() => runDry(newsroomOn(store, match)));
      const row = { what: 'newsroom, 200 filters', measured: perSecond(reading), unit: 'articles/s' };
      return [
        { ...row, beside: 'analyse() alone', besideMeasured: analysing },
        { ...row, beside: 'insert of the rows, 40 a commit', besideMeasured: perSecond(inserting) },
        { ...row, beside: 'insert of the rows, 1 a commit', besideMeasured: perSecond(oneByOne) },
      ];
    });
  });
}

async function subscribeAll(store: Store): Promise<void> {
  const filters = makeFilters(SUBSCRIPTIONS, FILTER_WORDS, 2);
  for (let index = 0; index < CHATS; index += 1) {
    const address = { platform: 'local' as const, nativeId: `bench-${index}`, thread: '' };
    const chat = await store.transaction('bench', (trx) => ensureChat(trx, address, 'en', systemClock.now()));
    const own = filters.filter((_, place) => place % CHATS === index);
    for (const filter of own) await subscribe({ store, clock: systemClock }, chat.id, filter);
  }
}

function perSecond(ms: number): number {
  return (ARTICLES * 1000) / ms;
}
