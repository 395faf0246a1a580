import type { BacklogArticle } from '../demo-article.ts';

/** Three and two days ago: an inflation surprise, and $75,000 is lost. */
export const weekDarkens: readonly BacklogArticle[] = [
  {
    feed: 'cbregister',
    guid: 'urn:cbregister:us:bls:cpi',
    slug: 'register-consumer-price-index',
    daysAgo: 3,
    hour: 13,
    minute: 30,
    title: 'United States: consumer price index, all items, up 3.1 percent over twelve months',
    description:
      'The index rose 0.4 percent on the month, seasonally adjusted. The index for all items less food and energy rose 3.3 percent over twelve months.',
    imageless: true,
  },
  {
    feed: 'sextant',
    guid: 'sextant-5502',
    slug: 'us-consumer-prices-rise',
    daysAgo: 3,
    hour: 13,
    minute: 34,
    title: 'US consumer prices rise 3.1%, more than forecast, in blow to bets on rate cuts',
    description:
      'Economists had expected 2.9%. Rents and insurance drove the surprise; the two-year yield jumped 11 basis points.',
  },
  {
    feed: 'ledgerpost',
    guid: 'urn:ledgerpost:story:41790',
    slug: 'ledger-us-consumer-prices-rise',
    daysAgo: 3,
    hour: 13,
    minute: 41,
    author: 'Oda Lindqvist',
    title: 'US consumer prices rise 3.1%, more than forecast, in new blow to bets on rate cuts',
    description: 'Inflation quickened for a second month, which narrows the room of the central bank.',
    body: `Consumer prices in the United States rose 3.1% from a year earlier, against 2.9% forecast. Without food and energy the rate was 3.3%.

      The dollar gained, bonds fell, and traders halved the odds of a rate cut at the next two meetings to 24%.`,
    imageless: true,
  },
  {
    feed: 'gantry',
    guid: 'gantry/markets/77002',
    slug: 'bitcoin-loses-in-the-hour-after-cpi',
    daysAgo: 3,
    hour: 14,
    minute: 45,
    title: 'Bitcoin sheds $2,900 in the hour after hot inflation report',
    description: 'The slump to $75,900 triggered $168 million of liquidations, all but $9 million of them longs.',
    body: `Bitcoin sold off after the inflation report and lost 3.7% within the hour, to $75,900. Of $168 million in liquidations, $159 million
      were longs. Losses in ether reached 5.2%.`,
  },
  {
    feed: 'blockfern',
    guid: 'urn:blockfern:9-4380',
    slug: 'solana-validators-approve-faster-finality',
    daysAgo: 3,
    hour: 17,
    minute: 10,
    author: 'Saskia Mbeki-Lund',
    title: 'Solana validators approve proposal for finality in a sixth of a second',
    description: 'Of the stake that voted, 98% was in favour. Activation is planned for next quarter.',
    body: `Validators of Solana approved a change of consensus that shortens finality from 12.8 seconds to about 150 milliseconds. Of the stake
      that took part, 98% was in favour.

      <p>It is the most far-reaching improvement since the network's launch. Activation is planned for next quarter.</p>`,
  },
  {
    feed: 'altalmanack',
    guid: 'urn:altalmanack:3066',
    slug: 'near-and-avalanche-lead-losses',
    daysAgo: 3,
    hour: 18,
    minute: 30,
    title: 'NEAR and Avalanche lead losses among smart-contract tokens',
    description: 'NEAR (NEAR) fell 8% to $1.24 and AVAX 7% to $10.35 after the inflation data.',
    body: `NEAR fell 8% to $1.24 and Avalanche 7% to $10.35. Money in the lending protocols of both networks shrank by a tenth within a week.`,
    imageless: true,
  },
  {
    feed: 'coinpaddock',
    guid: 'https://coinpaddock.example/?p=54948',
    slug: 'etf-exodus-reaches-2-billion',
    daysAgo: 2,
    hour: 6,
    minute: 50,
    title: 'ETF exodus tops $2 billion as bitcoin buyers vanish',
    description:
      'Ten sessions of redemptions have drained $2.08 billion from US spot bitcoin funds, the longest run since their launch.',
  },
  {
    feed: 'chainlantern',
    guid: 'lantern:2190',
    slug: 'open-interest-sinks-11-percent',
    daysAgo: 2,
    hour: 9,
    minute: 20,
    author: 'Priya Castellane',
    title: 'Open interest in bitcoin futures sinks 11% in three days',
    description: 'Traders cut positions worth $5.9 billion. The rest pay less and less for leverage.',
    body: `Open interest in bitcoin futures sank 11% in three days to $47.8 billion. The premium of three-month contracts over spot narrowed
      to 2.9% a year, under the yield of Treasury bills: the trade that financed much of the demand for ETFs no longer pays.`,
    imageless: true,
  },
  {
    feed: 'tidewell',
    guid: 'tidewell/announcements/708',
    slug: 'tidewell-avalanche-maintenance',
    daysAgo: 2,
    hour: 10,
    minute: 0,
    title: 'Wallet maintenance: Avalanche (AVAX) deposits and withdrawals',
    description: 'Deposits and withdrawals of AVAX pause between 12:00 and 14:00 UTC. Trading is not affected.',
    imageless: true,
  },
  {
    feed: 'altalmanack',
    guid: 'urn:altalmanack:3071',
    slug: 'uniswap-fee-vote-passes',
    daysAgo: 2,
    hour: 12,
    minute: 15,
    title: 'Uniswap holders approve fee sharing on four more networks',
    description: 'UNI gained 5% after 81% of the votes backed the plan.',
    body: `Holders of UNI approved a plan that directs a sixth of trading fees on four more networks to burning the token. Support was 81%. UNI gained
      5% to $3.64 against a falling market.`,
  },
  {
    feed: 'harborwire',
    guid: 'hw-209088',
    slug: 'bitcoin-breaks-75000',
    daysAgo: 2,
    hour: 14,
    minute: 20,
    author: 'Ines Valdorf',
    title: 'Bitcoin breaks $75,000, long the line in the sand for chart watchers',
    description: 'The price fell to $74,150. Support is seen at $72,000 and $70,000.',
    body: `Bitcoin broke $75,000 and fell to $74,150, down 2.4% on the day. The level had been support three times within the past year, and
      selling picked up speed beneath it.

      Market makers who had sold puts at that strike had to sell futures as the price sank. The next supports are $72,000 and $70,000.`,
  },
  {
    feed: 'tickerloft',
    guid: 'https://tickerloft.example/?p=117911',
    slug: 'understanding-bitcoins-weakness',
    daysAgo: 2,
    hour: 17,
    minute: 45,
    author: 'Tickerloft Newsdesk',
    title: "Understanding bitcoin's weakness: five charts that worry traders",
    description: 'From falling stablecoin balances to rising exchange deposits, the gloom has data behind it.',
    body: `<h2>1. Stablecoins leave</h2>

      Balances of stablecoins on exchanges fell by $4.6 billion in two weeks. Less dry powder means weaker bids.

      <h2>2. Coins arrive</h2>

      Bitcoin on exchanges rose by 41,000 coins. That is supply.

      <h2>3. Short-term holders are under water</h2>

      Buyers of the past five months paid $91,300 on average and sit on a loss of 19%.

      <h2>4. Premium gone</h2>

      Bitcoin trades $62 cheaper on the largest US exchange than abroad, a sign of weak American demand.

      <h2>5. Fear</h2>

      The Fear & Greed Index fell to 19.

      <p><strong>Also on Tickerloft:</strong> <a href="/tag/btc">all about BTC</a> | <a href="/newsletter">get the closing bell letter</a></p>`,
  },
  {
    feed: 'broadfloor',
    guid: 'bf-30325',
    slug: 'tesla-slides-on-registrations',
    daysAgo: 2,
    hour: 21,
    minute: 10,
    title: 'Tesla shares slide 5% after weak registrations in Europe',
    description: 'Registrations fell 28% in the five largest markets while those of electric cars overall rose 21%.',
    body: `Tesla (TSLA) slid 5% to $398.60. New registrations in the five largest European markets fell 28% from a year ago, although sales of
      electric cars overall rose 21%.`,
    imageless: true,
  },
];
