import type { Topic } from '../../model/topic.ts';

interface FillerSource {
  readonly title: string;
  readonly description: string;
  readonly body: string;
}

const EDGE = 600;

const PREDICTION =
  /\bprice (?:predictions?|forecasts?|outlook)\b|\bprice (?:prediction|analysis)s?:|\bhow high (?:can|could|will|might)\b|\b(?:best|top|next) (?:\d+ )?(?:cryptos?|altcoins?|coins?|meme ?coins?)(?: \w+){0,2} to (?:buy|watch|explode)\b|\b\d{2,5}x (?:gains?|returns?|potential|rally|coin|token|altcoin)\b|\bthe next (?:\d+x|bitcoin|solana|dogecoin|shiba inu|pepe)\b|\bto the moon\b|\b(?:can|could|will|is)\b[^?]{3,80}\b(?:reach|hit|explode|skyrocket|rally to|surge to|soar to|next stop|reclaim|recover)\b[^?]{0,60}\?/i;

const SPONSORED =
  /\b(?:sponsored(?: (?:post|content|article|story|by))?|partner(?:ed)? content|paid (?:post|content|partnership|promotion|press release)|advertorial|promoted (?:post|content|by)|brought to you by|in (?:paid )?partnership with our sponsor|press release(?: paid)?:|chainwire|globe ?newswire|pr ?newswire)\b/i;
const PROMOTES = /\bpre-?sale\b/i;

const OPINION =
  /^\W*(?:opinion|op-?ed|editorial|column|commentary|viewpoint|guest (?:post|essay)|letter)\b\s*[:|–—-]|[|–—-]\s*(?:opinion|op-?ed|editorial)\W*$/i;

/**
 * What kind of text an article is that is no news: a price prediction (by its title), one that somebody paid for (by
 * its title, its beginning or its end), an opinion (by its title).
 */
export function readFiller({ title, description, body }: FillerSource): readonly Topic[] {
  const kinds: Topic[] = [];
  const edges = [description.slice(0, EDGE), body.slice(0, EDGE), body.slice(-EDGE)];
  if (SPONSORED.test(title) || PROMOTES.test(title) || edges.some((text) => SPONSORED.test(text)))
    kinds.push('sponsored');
  if (PREDICTION.test(title)) kinds.push('price-prediction');
  if (OPINION.test(title)) kinds.push('opinion');
  return kinds;
}
