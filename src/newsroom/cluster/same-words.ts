/** Words of one meaning in headlines, the first of each line standing for all. */
const WORDS = `
bitcoin btc xbt
ether eth ethereum
solana sol
dogecoin doge
cardano ada
etf etfs
crypto cryptocurrency cryptocurrencies
hack hacks hacked hacker hackers hacking exploit exploits exploited exploiter attacker attackers heist breach breached
steal steals stole stolen stealing drain drains drained draining siphon siphons siphoned loot looted robbed theft thefts
lawsuit lawsuits sue sues sued suing
approve approves approved approval approvals greenlight greenlights greenlit nod
reject rejects rejected rejection denies denied
buy buys bought buying purchase purchases purchased purchasing acquire acquires acquired acquisition acquisitions takeover
sell sells sold selling offload offloads offloaded dump dumps dumped
outflow outflows exodus redemption redemptions withdrawal withdrawals
inflow inflows
liquidation liquidations liquidated liquidate
unemployment jobless joblessness
halt halts halted pause pauses paused suspend suspends suspended suspension stall stalls stalled freeze freezes frozen outage
resume resumes resumed restart restarts restarted
hike hikes hiked raise raises raised lift lifts lifted
cut cuts lower lowers lowered trim trims trimmed reduce reduces reduced slash slashes slashed
fall falls fell falling drop drops dropped decline declines declined slide slides slid slip slips slipped sink sinks sank tumble tumbles tumbled plunge plunges plunged slump slumps slumped dip dips dipped
rise rises rose rising gain gains gained climb climbs climbed jump jumps jumped surge surges surged soar soars soared rally rallies rallied advance advances advanced
stock stocks share shares
profit profits earnings
revenue revenues sales
oil crude brent wti
gold bullion
dollar greenback
bank banks lender lenders
layoffs layoff
fine fines fined penalty penalties
settle settles settled settlement
jail jails jailed prison
arrest arrests arrested detain detains detained
launch launches launched unveil unveils unveiled debut debuts debuted introduce introduces introduced
deal agreement accord pact
shutdown shutdowns
president presidential
chief ceo
quake earthquake tremor
`;

const PHRASES: Readonly<Record<string, string>> = {
  'federal reserve': 'Fed',
  'us central bank': 'Fed',
  'u.s. central bank': 'Fed',
  'european central bank': 'ECB',
  'bank of japan': 'BOJ',
  'bank of england': 'BOE',
  'securities and exchange commission': 'SEC',
  'consumer price index': 'CPI',
  'consumer prices': 'CPI',
  'green light': 'approval',
  'chief executive officer': 'CEO',
  'chief executive': 'CEO',
};

const SAME = new Map<string, string>();
for (const line of WORDS.trim().split('\n')) {
  const [first = '', ...others] = line.split(' ');
  for (const word of others) SAME.set(word, first);
}

const PHRASE = new RegExp(
  String.raw`\b(?:${Object.keys(PHRASES)
    .join('|')
    .replaceAll('.', String.raw`\.`)})\b`,
  'gi',
);

/** The word that stands for a lower-case one of the same meaning; itself where none does. */
export function sameWord(word: string): string {
  return SAME.get(word) ?? word;
}

/** Names and terms of several words in their short form: "the Federal Reserve" is "the Fed". */
export function withShortNames(text: string): string {
  return text.replaceAll(PHRASE, (phrase) => PHRASES[phrase.toLowerCase()] ?? phrase);
}
