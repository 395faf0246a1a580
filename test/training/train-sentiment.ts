import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packModel } from '../../src/newsroom/sentiment/sentiment-model.ts';
import { readCryptoHeadlines } from '../evaluate/crypto-headlines.ts';
import { learnSentiment } from './learn-sentiment.ts';
import { readSentfin, readTwitter } from './read-labelled.ts';

// Writes src/newsroom/sentiment/sentiment-model.bin from two public sets, both MIT, and from our own crypto headlines.

const MODEL_FILE = new URL('../../src/newsroom/sentiment/sentiment-model.bin', import.meta.url);

const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (values.data === undefined) throw new Error('say where sentfin.csv and twfin-train.csv are: --data DIR');

const finance = [
  ...readSentfin(join(values.data, 'sentfin.csv')),
  ...readTwitter(join(values.data, 'twfin-train.csv')),
];
const crypto = readCryptoHeadlines().filter(({ unseen }) => !unseen);
writeFileSync(MODEL_FILE, packModel(learnSentiment(finance, crypto)));
console.log(`learnt from ${finance.length} finance texts and ${crypto.length} crypto headlines`);
