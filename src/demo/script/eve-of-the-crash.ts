import type { BacklogArticle } from '../demo-article.ts';

/** Yesterday: a fifteen-month low, miners in distress, and no help from Washington. */
export const eveOfTheCrash: readonly BacklogArticle[] = [
  {
    feed: 'chainlantern',
    guid: 'lantern:2202',
    slug: '390-million-of-longs-liquidated-overnight',
    daysAgo: 1,
    hour: 5,
    minute: 40,
    author: 'Emeka Stroud',
    title: '$390 million of crypto longs liquidated overnight in slide to $72,300',
    description: 'Ether and solana positions suffered the heaviest losses relative to their size.',
    body: `Liquidations of long positions reached $390 million in eight hours, Coinglass data show, while shorts lost $31 million. Bitcoin
      accounted for $176 million and ether for $118 million.`,
  },
  {
    feed: 'ledgerpost',
    guid: 'urn:ledgerpost:story:41851',
    slug: 'bitcoin-falls-to-72300',
    daysAgo: 1,
    hour: 6,
    minute: 10,
    author: 'Tobias Renquist',
    title: 'Bitcoin falls to $72,300, its lowest in fifteen months, as buyers stay away',
    description: 'ETF investors sold again, and the price has lost 14% in six days.',
    body: `Bitcoin fell to $72,300, a fifteen-month low, before it recovered to $73,100. It has lost 14% in six days.

      Redemptions from exchange-traded funds amounted to $272 million in the latest session. "There is no panic, there is simply no bid,"
      said Neve Brannigan of Corrie & Vane.`,
  },
  {
    feed: 'coinpaddock',
    guid: 'https://coinpaddock.example/?p=54990',
    slug: 'paddock-bitcoin-falls-to-72300',
    daysAgo: 1,
    hour: 6,
    minute: 35,
    title: 'Bitcoin falls to $72,300, its lowest in fifteen months, as buyers stay away - Coin Paddock',
    description: 'Fear is back: the index of market mood dropped to 14.',
  },
  {
    feed: 'sextant',
    guid: 'sextant-5515',
    slug: 'senate-panel-postpones-crypto-vote',
    daysAgo: 1,
    hour: 15,
    minute: 0,
    title: 'Senate panel postpones vote on crypto market structure bill again',
    description: 'Lawmakers could not agree on whether stablecoin issuers may pay interest. No new date was set.',
    imageless: true,
  },
  {
    feed: 'harborwire',
    guid: 'hw-209204',
    slug: 'treasury-rules-out-support',
    daysAgo: 1,
    hour: 16,
    minute: 5,
    author: 'Ruth Amandson',
    title: 'US Treasury rules out support purchases of bitcoin',
    description: 'The department has no authority to prop up the price, an official told a House committee.',
    body: `The US Treasury will not buy bitcoin to support its price and will not ask banks to, an official told a House committee. The government
      keeps the coins that it has seized, worth some $15 billion, but they are "not a stabilisation fund".

      Bitcoin lost 1.1% during the hearing.`,
  },
  {
    feed: 'blockfern',
    guid: 'urn:blockfern:9-4399',
    slug: 'miners-switch-off-older-rigs',
    daysAgo: 1,
    hour: 17,
    minute: 30,
    author: 'Dorian Achterberg',
    title: 'Miners switch off older rigs as income per machine sinks to record low',
    description: 'The computing power behind bitcoin fell 6% in a week. Some operators sell reserves to pay for power.',
    body: `Computing power on the bitcoin network fell 6% in a week to 912 exahashes per second. Miners with power contracts above seven cents
      have begun to switch off machines built before the last halving.

      <p>Two operators in Texas sold <em>1,150 bitcoin</em> from reserves to pay for power. A third cancelled an order of 8,000 rigs.</p>`,
  },
  {
    feed: 'gantry',
    guid: 'gantry/markets/77088',
    slug: 'gold-holds-while-bitcoin-slips',
    daysAgo: 1,
    hour: 18,
    minute: 15,
    title: 'Gold holds near $4,820 while digital gold slips',
    description: 'The ratio of bitcoin to gold is at its lowest in two years: one coin buys 15.2 ounces.',
    body: `One bitcoin buys 15.2 ounces of gold, the fewest in two years. Bullion was steady near $4,820 an ounce; central banks bought 58 tonnes
      last month.`,
    imageless: true,
  },
  {
    feed: 'altalmanack',
    guid: 'urn:altalmanack:3080',
    slug: 'litecoin-and-polkadot-hit-lows',
    daysAgo: 1,
    hour: 19,
    minute: 0,
    title: 'Litecoin and Polkadot sink to the lowest in three years',
    description: 'LTC fell 5% to $54.70 and DOT 6% to $1.41; volumes were weak.',
    body: `Litecoin fell 5% to $54.70 and Polkadot 6% to $1.41, the lowest in three years for both. "There are no natural buyers left in old altcoins,"
      a market maker wrote to clients.`,
    imageless: true,
  },
  {
    feed: 'finanzlotse',
    guid: 'fln-88190',
    slug: 'ethereum-rutscht-ab',
    daysAgo: 1,
    hour: 19,
    minute: 50,
    author: 'Jörg Petersmann',
    title: 'Ethereum rutscht auf 2.274 Dollar ab – Zweitgrößte Kryptowährung unter Druck',
    description:
      'Innerhalb von sechs Tagen summiert sich das Minus auf 18 Prozent. Immer mehr Anleger lösen ihre gebundenen Bestände auf.',
    imageless: true,
  },
  {
    feed: 'broadfloor',
    guid: 'bf-30377',
    slug: 'circle-signs-payments-deal',
    daysAgo: 1,
    hour: 20,
    minute: 20,
    title: 'Circle gains 7% on payments deal with shipping group Norvald Line',
    description: 'The carrier will settle $3 billion of freight bills a year in USDC.',
    body: `Circle (CRCL) gained 7% to $61.30. The shipping group Norvald Line will settle freight bills of about $3 billion a year in USDC,
      which saves it two days and 0.6% per payment.`,
  },
  {
    feed: 'coinmagpie',
    guid: 'cm-90498',
    slug: 'is-bitcoin-dead',
    daysAgo: 1,
    hour: 22,
    minute: 30,
    author: 'Magpie AI Desk',
    title: 'Is Bitcoin Dead? Here Is What the Latest Plunge Means for Your Portfolio',
    description: 'Bitcoin has plunged again. Should investors be worried?',
    body: `<p class="consent">We value your privacy. By continuing to read you accept our use of cookies.</p>

      <h2>Introduction</h2>

      Bitcoin (BTC) has plunged to its lowest price in more than a year, and many investors ask whether the king of crypto is dead. In this
      article we look at both sides.

      <h2>Bearish Arguments</h2>

      <ul><li>ETF outflows continue.</li><li>Miners are selling.</li><li>The crash of technology stocks hurts risky assets.</li></ul>

      <h2>Bullish Arguments</h2>

      <ul><li>Bitcoin has recovered from every earlier crash.</li><li>Fear is often highest close to a bottom.</li></ul>

      <p class="furniture">Disclaimer: nothing here is financial advice. 0 Comments. Sign up to our newsletter.</p>`,
  },
];
