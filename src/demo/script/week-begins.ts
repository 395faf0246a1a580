import type { BacklogArticle } from '../demo-article.ts';

/** Seven to four days ago: failure at $90,000, first outflows, the fall of the technology shares. */
export const weekBegins: readonly BacklogArticle[] = [
  {
    feed: 'harborwire',
    guid: 'hw-208602',
    slug: 'bitcoin-fails-at-90000',
    daysAgo: 7,
    hour: 20,
    minute: 10,
    author: 'Ines Valdorf',
    title: 'Bitcoin retreats to $84,200 after third failed attempt at $90,000',
    description: 'Sellers have met every rally above $89,000 this month. Traders call the failure a warning.',
    body: `Bitcoin fell 3.1% to $84,200 after a third attempt to take $90,000 failed at $89,640. Each rally of the past weeks ended in the
      same place, and volume shrank each time.

      "Three knocks and nobody opened the door. Weak hands will leave now," said Laurens Achebe of the broker Tarn & Moss.`,
  },
  {
    feed: 'tidewell',
    guid: 'tidewell/announcements/701',
    slug: 'tidewell-proof-of-reserves',
    daysAgo: 7,
    hour: 21,
    minute: 30,
    title: 'Proof of reserves for last month is available',
    description: 'The snapshot covers BTC, ETH, SOL and USDT, with reserve ratios between 101% and 106%.',
    body: `Our monthly snapshot of customer balances and reserves has been published and can be verified with the Merkle proof in your
      account. The ratios are 102% for BTC, 101% for ETH, 106% for SOL and 103% for USDT.`,
    imageless: true,
  },
  {
    feed: 'coinpaddock',
    guid: 'https://coinpaddock.example/?p=54871',
    slug: 'spot-etfs-lose-410-million',
    daysAgo: 6,
    hour: 7,
    minute: 45,
    title: 'Bitcoin funds lose $410 million in their worst session for a month',
    description:
      'All but one of the US spot bitcoin ETFs saw redemptions. It was the sixth session of outflows in a row.',
  },
  {
    feed: 'blockfern',
    guid: 'urn:blockfern:9-4352',
    slug: 'ethereum-developers-set-upgrade-date',
    daysAgo: 6,
    hour: 14,
    minute: 5,
    author: 'Saskia Mbeki-Lund',
    title: 'Ethereum developers agree on test network date for the next upgrade',
    description:
      'The upgrade is meant to make room for three times as many transactions. Main network activation could follow in four months.',
    body: `Developers of Ethereum agreed to activate the next upgrade on the first test network in three weeks. It raises the gas limit in two
      steps and lets validators check blocks in parallel, which makes room for about three times as many transactions.

      <p>If the tests go well, the main network could follow in <em>four months</em>.</p>`,
    imageless: true,
  },
  {
    feed: 'sextant',
    guid: 'sextant-5468',
    slug: 'fed-governor-further-cut-not-a-given',
    daysAgo: 6,
    hour: 16,
    minute: 20,
    title: 'Fed governor says a further rate cut is not a given',
    description:
      'Price pressure in services remains too strong to move again soon, the governor told an audience of bankers. The dollar firmed by 0.4%.',
    imageless: true,
  },
  {
    feed: 'coinmagpie',
    guid: 'cm-90402',
    slug: 'analyst-warns-of-bitcoin-at-60k',
    daysAgo: 6,
    hour: 18,
    minute: 50,
    author: 'Magpie AI Desk',
    title: 'Analyst Who Called the Last Bottom Warns Bitcoin Could Sink to $60K',
    description: 'A popular chart analyst sees danger ahead for Bitcoin…',
    body: `<p class="share">Share this article: Facebook | X | Telegram | Copy link</p>

      A chart analyst known for an accurate call at the last bottom has warned that Bitcoin (BTC) could sink to $60,000. He points to a
      bearish head-and-shoulders pattern whose neckline runs at $81,000.

      Not everyone agrees. Others believe that the decline is only a pause.

      <p class="furniture">Subscribe to our newsletter. You may also like: <a href="/best-wallets">7 Best Wallets This Year</a></p>`,
  },
  {
    feed: 'ledgerpost',
    guid: 'urn:ledgerpost:story:41702',
    slug: 'bitcoin-drops-under-80000',
    daysAgo: 5,
    hour: 3,
    minute: 15,
    author: 'Tobias Renquist',
    title: 'Bitcoin drops under $80,000 as Asian selling meets thin order books',
    description: 'A single large seller was enough to move the price by two percent before dawn in London.',
    body: `Bitcoin dropped under $80,000 in Asian trading and reached $79,100, a loss of 4.4% within a day. The books were so thin that one
      sale of 2,600 coins on a Korean venue pushed the price down by two percent in four minutes.

      Liquidations came to $214 million. Options traders paid up for protection: puts that expire in two weeks cost the most against calls
      in half a year.`,
  },
  {
    feed: 'gantry',
    guid: 'gantry/markets/76904',
    slug: 'gantry-bitcoin-drops-under-80000',
    daysAgo: 5,
    hour: 3,
    minute: 40,
    title: 'Bitcoin drops under $80,000 as Asian selling meets thin order books | Gantry Markets',
    description: 'The fall through the round number cost leveraged longs $198 million by our count.',
    body: `Bitcoin sank to $79,100, and $198 million of long positions went with it by our count of eleven venues. Resistance is now seen at
      $82,000 and support at $77,500.`,
    imageless: true,
  },
  {
    feed: 'chainlantern',
    guid: 'lantern:2148',
    slug: 'chainlink-aldermoor-bank',
    daysAgo: 5,
    hour: 11,
    minute: 0,
    author: 'Priya Castellane',
    title: 'Chainlink signs Aldermoor Bank to settle tokenised bonds',
    description: 'The lender plans to move bonds worth $900 million on chain this year. LINK added 3%.',
    body: `Aldermoor Bank will use Chainlink to settle tokenised bonds between its own ledger and public networks. Bonds worth $900 million
      are to move this year after a trial that cut settlement from two days to nine minutes. LINK added 3% to $11.60.`,
  },
  {
    feed: 'altalmanack',
    guid: 'urn:altalmanack:3051',
    slug: 'dogecoin-and-cardano-give-back-gains',
    daysAgo: 5,
    hour: 13,
    minute: 25,
    title: "Dogecoin and Cardano give back all of last month's gains",
    description: 'DOGE is down 16% and ADA 14% in seven days as speculative money leaves.',
    body: `Dogecoin fell 6% to $0.118 and Cardano 5% to $0.334. Both have now lost all that they won last month. Trading volume in small coins is
      at its lowest in two years.`,
    imageless: true,
  },
  {
    feed: 'broadfloor',
    guid: 'bf-30188',
    slug: 'apple-rises-on-iphone-orders',
    daysAgo: 5,
    hour: 20,
    minute: 35,
    title: 'Apple rises 3% as iPhone orders beat forecasts',
    description: 'Suppliers report the strongest quarter in four years.',
    body: `Apple (AAPL) gained 3% to $268.40 after two suppliers reported iPhone orders well above forecasts. Analysts at Tarn & Moss raised
      their price target to $300.`,
  },
  {
    feed: 'harborwire',
    guid: 'hw-208844',
    slug: 'tech-stocks-tumble',
    daysAgo: 4,
    hour: 15,
    minute: 30,
    author: 'Caspar Idowu',
    title: 'Tech stocks tumble as doubts over AI spending return, Nasdaq loses 2.3%',
    description:
      'Software makers led the losses. Investors question whether $650 billion of planned investment will pay.',
    body: `Technology shares tumbled and took the Nasdaq Composite down 2.3%, its worst day in three months. The four largest cloud companies plan
      to spend $650 billion this year, and investors have begun to ask when it will pay.

      Microsoft lost 4.1% and Palantir 9.8%. The selling spilled over into crypto, where bitcoin fell 1.8%.`,
  },
  {
    feed: 'broadfloor',
    guid: 'bf-30230',
    slug: 'broadfloor-tech-stocks-tumble',
    daysAgo: 4,
    hour: 15,
    minute: 55,
    title: 'Tech stocks tumble as doubts over AI spending return, Nasdaq loses 2.3% - Broadfloor',
    description: 'An index of software shares has lost a fifth of its value since its peak.',
    body: `The Nasdaq Composite lost 2.3% and the S&P 500 1.2%. Four stocks fell for each that rose. An index of software shares is now
      21% under its peak, past the line that is commonly called a bear market.`,
  },
  {
    feed: 'finanzlotse',
    guid: 'fln-88049',
    slug: 'bitcoin-verliert-weiter',
    daysAgo: 4,
    hour: 16,
    minute: 40,
    author: 'Wiebke Hässler',
    title: 'Bitcoin verliert weiter: Anleger trennen sich von riskanten Anlagen',
    description:
      'Der Kurs gab um 1,8 Prozent auf 77.680 Dollar nach. Schwäche bei Technologiewerten drückt auch auf Kryptowährungen.',
    imageless: true,
  },
  {
    feed: 'tickerloft',
    guid: 'https://tickerloft.example/?p=117690',
    slug: 'whales-move-18000-coins',
    daysAgo: 4,
    hour: 19,
    minute: 5,
    author: 'Tickerloft Newsdesk',
    title: 'Bitcoin whales send 18,000 coins to exchanges, a bearish sign for supply',
    description: 'The inflow is the largest in eleven weeks and worth about $1.4 billion.',
    body: `Large holders moved 18,000 BTC to exchanges within a day, the largest inflow in eleven weeks. At current prices the coins are worth
      about $1.4 billion. Such deposits raise fears of more selling.

      <p><strong>Also on Tickerloft:</strong> <a href="/tag/whales">all about whales</a></p>`,
  },
];
