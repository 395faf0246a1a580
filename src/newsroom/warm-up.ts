import { setImmediate as turn } from 'node:timers/promises';
import type { AssetReader } from './assets.ts';
import { cleanItem } from './clean.ts';
import { readFigures } from './figures.ts';
import { readLanguage } from './language.ts';
import { readSentiment } from './sentiment.ts';
import { summarise } from './summary.ts';
import { readTopics } from './topics.ts';

const SAMPLE = {
  title: 'Bitcoin falls below $70,000 as $775 million in long positions is liquidated',
  description:
    '<p>The price of bitcoin fell 5.4% in 24 hours to $69,120, a low of $68,940, data from Coinglass show.</p>',
  content:
    '<p>Funds lost between $60,000 and 12,000 BTC. Rates stay at 3.5%, 25 basis points below last week&rsquo;s.</p>',
};

/**
 * Reads a sample with each reader. Node compiles a reader at its first use, 60 ms for all of them: here each gets a
 * turn of the event loop of its own, so that the first article does not hold it for as long.
 */
export async function warmUp(assets: AssetReader): Promise<void> {
  const text = cleanItem(SAMPLE, 'Sample');
  const readers = [
    () => readLanguage(text, 'en'),
    () => assets.read(text),
    () => readTopics(text, []),
    () => readSentiment(text, 'en'),
    () => summarise(text),
    () => readFigures(text.title, assets.pricedMentions(text.title)),
    () => readFigures(text.body, assets.pricedMentions(text.body)),
  ];
  for (const read of readers) {
    await turn();
    read();
  }
  await turn();
}
