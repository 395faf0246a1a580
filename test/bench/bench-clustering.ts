import { createClusterer } from '../../src/newsroom/cluster.ts';
import { weighed } from './heap.ts';
import { makeNewsStream } from './news-stream.ts';
import type { Row } from './row.ts';
import { timed } from './stopwatch.ts';

const LIVE = [1_000, 10_000, 100_000] as const;
const MEASURED = 500;

/** Articles of 300 words into stories, against so many that are remembered. */
export async function benchClustering(): Promise<readonly Row[]> {
  const stream = makeNewsStream(LIVE[2] + MEASURED, 1);
  const rows: Row[] = [];
  let first = 0;
  for (const live of LIVE) {
    const { made: clusterer, bytes } = weighed(() => {
      const made = createClusterer();
      for (const article of stream.slice(0, live)) made.add(article);
      return made;
    });
    const next = stream.slice(live, live + MEASURED);
    const perSecond = (MEASURED * 1_000) / timed(() => next.forEach((article) => clusterer.add(article)));
    first ||= perSecond;
    rows.push({
      what: `clustering, ${live.toLocaleString('en')} live, ${(bytes / live / 1_024).toFixed(1)} KB each`,
      measured: perSecond,
      beside: 'with 1,000 live',
      besideMeasured: first,
      unit: 'articles/s',
    });
  }
  return rows;
}
