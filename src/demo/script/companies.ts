import type { LiveArticle } from '../demo-article.ts';

/** Today: listed companies, miners and treasuries around the crash. */
export const companies: readonly LiveArticle[] = [
  {
    feed: 'broadfloor',
    guid: 'bf-30427',
    slug: 'coinbase-misses-revenue-estimates',
    at: 19,
    title: 'Coinbase misses revenue estimates as retail trading dries up; shares fall 8%',
    description:
      'Quarterly revenue came to $1.61 billion against $1.78 billion expected, and the loss to $0.24 per share.',
    body: `Coinbase (COIN) earned $1.61 billion in revenue last quarter, short of the $1.78 billion that analysts had expected. It lost
      $0.24 per share. Consumer trading volume fell 41% from a year ago, and income from stablecoins rose 13% to $372 million.

      Shares fell 8% to $151.20 in late trading.`,
    edits: [
      {
        at: 29,
        title: 'Corrected: Coinbase misses revenue estimates as retail trading dries up; shares fall 8%',
        description:
          'Quarterly revenue came to $1.61 billion against $1.78 billion expected, and the loss to $0.42 (not $0.24) per share.',
        body: `Corrects the loss per share, which was $0.42 and not $0.24.

          Coinbase (COIN) earned $1.61 billion in revenue last quarter, short of the $1.78 billion that analysts had expected. It lost
          $0.42 per share. Consumer trading volume fell 41% from a year ago, and income from stablecoins rose 13% to $372 million.

          Shares fell 8% to $151.20 in late trading.`,
      },
    ],
  },
  {
    feed: 'broadfloor',
    guid: 'bf-30431',
    slug: 'nvidia-raises-forecast',
    at: 22,
    title: 'Nvidia raises sales forecast on record data-centre orders, shares jump 5%',
    description:
      'The chipmaker now sees revenue of $71 billion this quarter, up from $66 billion. The stock bucks the fall of the sector.',
    body: `Nvidia (NVDA) lifted its revenue forecast for the quarter to $71 billion from $66 billion and said that orders for its data-centre
      systems had reached a record. Gross margin should come to 75.2%.

      Shares jumped 5% after hours and pulled Broadcom and AMD up by 2%. The Philadelphia chip index had lost 11% over the past week on doubts
      about the returns from artificial intelligence.`,
  },
  {
    feed: 'tickerloft',
    guid: 'https://tickerloft.example/?p=118231',
    slug: 'everything-that-happened-today',
    at: 24,
    author: 'Tickerloft Newsdesk',
    title:
      'Market wrap: Solana, Dogecoin and Avalanche post double-digit losses, crypto market value shrinks to $2.38 trillion, the dollar climbs for a third day, Nasdaq futures wobble, perpetual funding flips below zero on nine of ten venues, and yet one small group of traders who bought puts a month ago is sitting on gains of more than 900%',
    description: 'All of the day in one place: winners, losers, and what to look at tomorrow.',
    body: `The market value of all crypto assets shrank by $148 billion to $2.38 trillion. Solana lost 10.2% to $87.90, Dogecoin 11% to
      $0.091 and Avalanche 12% to $8.74. Of the hundred largest coins, four rose.

      <h3>Winners</h3>

      Holders of bitcoin puts with a strike of $70,000, bought a month ago for $410 apiece, could sell them for more than $4,000.

      <h3>Tomorrow</h3>

      Bitcoin options worth $2.1 billion expire at 08:00 UTC. Their greatest open interest lies at $75,000.

      <p><strong>Also on Tickerloft:</strong> <a href="/tag/sol">all about SOL</a> | <a href="/newsletter">get the closing bell letter</a></p>`,
    imageless: true,
  },
  {
    feed: 'ledgerpost',
    guid: 'urn:ledgerpost:story:41896',
    slug: 'miners-near-shutdown-range',
    at: 25,
    author: 'Tobias Renquist',
    title: 'Miners are near the point where a third of their machines no longer pay',
    description:
      'At eight cents per kilowatt-hour, common rigs stop earning between $68,000 and $73,500. Listed miners fell by up to 13%.',
    body: `Bitcoin's price has entered the band in which mining no longer pays for many. At power costs of $0.08 per kilowatt-hour, machines
      that are two generations old reach their shutdown price between $68,000 and $73,500, by our estimate from the pool payouts.
      They supply about a third of the network's computing power.

      Income per petahash fell to $31.40 a day, a record low. Whoever cannot switch off sells coins: miners sent 4,300 bitcoin to exchanges in
      three days, twice the usual pace.

      The network adjusts. The next change of difficulty, due in five days, is on course for a cut of 9%.

      Marathon (MARA) lost 11% and Riot Platforms (RIOT) 13%.`,
  },
  {
    feed: 'finanzlotse',
    guid: 'fln-88252',
    slug: 'dax-schliesst-schwaecher',
    at: 25,
    author: 'Wiebke Hässler',
    title: 'Dax schließt schwächer, Rüstungswerte stützen',
    description:
      'Der Leitindex verlor 0,7 Prozent auf 24.180 Punkte. Software-Titel gaben erneut nach; die Commerzbank überraschte mit einem höheren Gewinn.',
    imageless: true,
  },
  {
    feed: 'coinpaddock',
    guid: 'https://coinpaddock.example/?p=55040',
    slug: 'strategy-paper-loss-4-9-billion',
    at: 26,
    title: "Strategy's bitcoin hoard shows $4.9 billion paper loss, no margin calls",
    description:
      'The company holds about 713,000 BTC bought at $76,000 on average. Its debt is unsecured, so a lower price forces no sale. Shares (MSTR) fell 14% to $109.',
  },
  {
    feed: 'coinmagpie',
    guid: 'cm-90566',
    slug: 'dogecoin-price-prediction-after-crash',
    at: 27,
    author: 'Magpie AI Desk',
    title: 'Dogecoin Price Prediction: Can DOGE Recover After the Crash?',
    description: 'Dogecoin has dropped to $0.091. We look at what the charts say…',
    body: `<p class="share">Share this article: Facebook | X | Telegram | Copy link</p>

      Dogecoin (DOGE) trades at $0.091 after a drop of 11%. The next support lies at $0.085 and the next resistance at $0.102. A recovery
      would need stronger volume, which fell by 18% since yesterday.

      <p class="furniture">Sponsored: this presale has already raised $4 million. Trending now: <a href="/top-presales">Five Presales to Watch</a></p>`,
  },
];
