import type { LexiconGroup } from './sentiment-entry.ts';

/** Words that steer how others are read. */
export const GRAMMAR: readonly LexiconGroup[] = [
  {
    role: 'negator',
    weight: -0.7,
    alone: 0,
    entries: `
      not, never, don't, doesn't, didn't, won't, can't, couldn't, isn't, aren't, wasn't, weren't, hasn't, haven't,
      hadn't, shouldn't, wouldn't, ain't, neither, nor, cannot, without, hardly, barely, nowhere near, far from,
      no longer, unlikely, unlikely to, lack of, lacks, lacking, lacked, absence of, free of, free from, refuse~ to,
      decline~ to, nothing, none, stop~ short of, fall~ short of, short of, yet to, avoid~, rule~ out`,
  },
  {
    role: 'negator',
    weight: -0.5,
    alone: 0,
    entries: `
      no, instead of, rather than, less, least, no evidence of, no sign of, no signs of, end of`,
  },
  {
    role: 'negator',
    weight: -0.9,
    alone: -0.8,
    entries: `
      fail~ to, unable to, struggle~ to, failure to, inability to, too early to, too soon to, difficult to, hard to,
      impossible to`,
  },
  {
    role: 'hedge',
    weight: 0.55,
    entries: `
      may, might, could, if, whether, possible, possibly, perhaps, maybe, rumor*, rumour*, rumored, rumoured,
      speculation, hypothetical, unless, may or may not`,
  },
  {
    role: 'hedge',
    weight: 0.75,
    entries: `
      would, should, can, potential, potentially, reportedly, allegedly, likely, consider~, mull~, propose~,
      proposal*, seek~, weigh~, contemplate~, predict~, prediction*, eye~, hope*, hoping, probably, seem~,
      appear~ to, try~ to, attempt~ to, aim~ to, want~ to, ready to, about to, poised to, set to, plan~ to`,
  },
  {
    role: 'hedge',
    weight: 1.25,
    entries: `
      massive, huge, sharp, steep, deep, deeper, severe, major, biggest, largest`,
  },
  {
    role: 'turn',
    turn: 'aside',
    entries: `
      despite, before any, in spite of, notwithstanding, regardless of, although,
      though, even though, even after, even as, while, whereas, in the face of`,
  },
  {
    role: 'turn',
    turn: 'cause',
    entries: `
      after, as, amid, amidst, following, due to, because of, because, on the back of, in wake of, in the wake of,
      in response to, since, before, until, when, ahead of, once, thanks to, led by, driven by, fueled by,
      fuelled by, owing to, on account of, as of, days after, hours after, weeks after, months after, compounded by`,
  },
  {
    role: 'turn',
    turn: 'contrast',
    entries: `
      but, however, yet, nevertheless, nonetheless`,
  },
  {
    role: 'turn',
    turn: 'versus',
    entries: `
      consensus, analysts expected, estimate of, estimates of, versus, vs, compared to, compared with,
      in comparison to, in comparison with, as against, as compared to, as compared with, against #, from #, up from,
      down from, year ago, year earlier, a year ago, a year earlier, previously, from underweight, from sell,
      from hold, from neutral, from buy, from outperform, from overweight, from equal weight, from market perform`,
  },
  {
    role: 'silent',
    entries: `
      in record numbers, short term, near term, long term, as well, year end, quarter end, month end, week end,
      high end, as well as, such as, as part of, as a, as an, not only, no more than, no one, no 1, not just,
      as much as, as many as, as long as, as soon as, as usual, since then, if not, may #, in may, of may, since may,
      by may, until may, from may, last may, early may, late may, mid may, hard fork*, soft fork*, cold storage,
      hot wallet*, proof of stake, proof of reserve*, credit card*, debit card*, gross profit margin, buy or sell,
      buy sell or hold, crash course, hit list, bottom line, top #, top pick of the, record date*, record of,
      track record*, on record, for the record, off the record, high court, high net worth, high level, high speed,
      high school, high profile, higher education, lower house, low cost, low latency, interest in, stop loss*,
      loss and damage, profit and loss, risk management, risk manager, risk officer, crisis management,
      default setting*, by default, debt market*, debt fund*, debt issue, debt securities, bad loan bank, best of,
      growth stock*, growth fund*, value stock*, liquidation sale, charge card, sets up, setting up, teams up,
      back up, make up, start up, startup*, follow up, look up, break even, gap fill, strike price*,
      lightning strike, standard and poor s, fear and greed index, fear greed index, drop in replacement,
      cut off date, cutting edge, crash test*, market maker*, market close, market open,
      fine tune~, fine print, black friday, save the date, share buyback plan,
      bank failure insurance, fault tolerant, trustless, anti money laundering, counter terrorism, short seller*,
      short selling, shorting, private sale, token sale*, public sale, presale*, pre sale*, flash loan*, short video,
      burn rate, never been, mid cap*, small cap*, smallcap*, large cap*, high priced, stay at home, new york,
      new zealand, new jersey, new delhi, coming up, near #`,
  },
];
