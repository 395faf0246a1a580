import type { LiveArticle } from '../demo-article.ts';

/** Today: bitcoin falls through $70,000. The outlets disagree on the sum that was liquidated. */
export const crash: readonly LiveArticle[] = [
  {
    feed: 'harborwire',
    guid: 'hw-209311',
    slug: 'bitcoin-slides-below-70000',
    at: 3,
    author: 'Ines Valdorf',
    title: 'Bitcoin slides below $70,000 for first time in fifteen months as leveraged bets unwind',
    description:
      'Bitcoin fell as low as $69,240 after sellers broke a level that had held for more than a year; about $760 million of leveraged positions were closed by force.',
    body: `Bitcoin fell as low as $69,240. No exchange failed and no regulator spoke, yet bids disappeared once $70,000 gave way.
      It last traded at $69,410, down 5.0% in 24 hours and 17.6% in a week.

      About $760 million of leveraged crypto positions were liquidated in 24 hours, Coinglass data show, most of them longs.

      "This is forced deleveraging, plain and simple," said Marit Oyelaran, who runs derivatives at the trading firm Pellworm Capital.
      "Nobody wants to catch it before the margin desks are done."

      Traders named $68,000, where the 200-week average runs, as the next support, and $65,000 below it.`,
    edits: [
      {
        at: 16,
        description:
          'Bitcoin fell as low as $68,940 after sellers broke a level that had held for more than a year; $775 million of leveraged positions were closed by force.',
        body: `Bitcoin fell as low as $68,940, its weakest in fifteen months. No exchange failed and no regulator spoke, yet bids
          disappeared once $70,000 gave way. It last traded at $69,120, down 5.4% in 24 hours and 17.9% in a week.

          Leveraged crypto positions worth $775 million were liquidated in 24 hours, Coinglass data show; longs made up $651 million of that.

          "This is forced deleveraging, plain and simple," said Marit Oyelaran, who runs derivatives at the trading firm Pellworm Capital.
          "Nobody wants to catch it before the margin desks are done."

          Ether lost 9.4% to $2,060 and solana 10.2% to $87.90. Traders named $68,000, where bitcoin's 200-week average runs, as the
          next support, and $65,000 below it. A recovery would first have to clear $72,500.`,
      },
    ],
  },
  {
    feed: 'gantry',
    guid: 'gantry/markets/77120',
    slug: 'gantry-bitcoin-slides-below-70000',
    at: 4,
    title: 'Bitcoin slides below $70,000 for first time in fifteen months as leveraged bets unwind | Gantry Markets',
    description:
      'The biggest cryptocurrency dropped under $70,000. Liquidations came to $740 million within a day by our count of eleven venues.',
    body: `Selling started in the perpetual futures of two offshore venues and spread to spot books within minutes. By our count of
      eleven venues, liquidations reached $740 million in 24 hours; other trackers, which also estimate what venues do not publish, run higher.

      Market makers pulled back: the depth within 1% of the price shrank to $190 million from $320 million a week ago.`,
  },
  {
    feed: 'ledgerpost',
    guid: 'urn:ledgerpost:story:41877',
    slug: 'the-70000-floor-gives-way',
    at: 5,
    author: 'Tobias Renquist',
    title: 'The $70,000 floor gives way, and forced selling takes over in bitcoin',
    description:
      'A week of fund withdrawals and falling tech shares ended in a margin rout. What broke, who was selling, and which levels are left.',
    body: `For more than a year, traders spoke of $70,000 as history. Today it was a price again. Bitcoin dropped through $70,000 and touched
      $68,940 before it steadied, a loss of nearly 18% since it changed hands at $84,200 seven days ago.

      <h2>Who was selling</h2>

      Not the long-term holders, if the chain is to be believed: coins older than a year hardly moved. The supply came from three places.
      Funds that trade the gap between spot and futures closed both legs. Exchange-traded funds met redemptions. And retail
      longs were sold out by the liquidation engines of the exchanges, $775 million in a day.

      <h2>Levels left</h2>

      <ul><li>$68,000: the 200-week average, last touched two and a half years ago</li><li>$65,000: the top of a long trading range</li><li>$60,000: where option sellers carry their largest open position</li></ul>

      Resistance has come down with the price. What was a floor at $70,000 now has to be won back, and after it $72,500.`,
  },
  {
    feed: 'sextant',
    guid: 'sextant-5521',
    slug: 'sextant-bitcoin-slides-below-70000',
    at: 7,
    title: 'Bitcoin slides below $70,000 for first time in fifteen months as leveraged bets unwind further',
    description:
      'The drop came with a firmer dollar and a VIX up 12% to 24.6. Crypto has traded as the riskiest corner of the tech book all week: its 30-day correlation with the Nasdaq 100 stands at 0.71.',
    imageless: true,
  },
  {
    feed: 'finanzlotse',
    guid: 'fln-88231',
    slug: 'bitcoin-faellt-unter-70000-dollar',
    at: 7,
    author: 'Wiebke Hässler',
    title: 'Bitcoin fällt unter 70.000 Dollar: Zwangsverkäufe beschleunigen den Absturz',
    description:
      'Der Kurs rutschte zeitweise bis auf 68.940 Dollar (rund 58.400 €). Börsen lösten gehebelte Positionen über 775 Millionen Dollar auf. „Es fehlen schlicht die Käufer“, sagt ein Händler.',
    imageless: true,
  },
  {
    feed: 'tickerloft',
    guid: 'https://tickerloft.example/?p=118204',
    slug: 'tickerloft-bitcoin-slides-below-70000',
    at: 9,
    author: 'Tickerloft Newsdesk',
    title: 'Bitcoin Slides Below $70,000 for First Time in Fifteen Months as Leveraged Bets Unwind - Tickerloft',
    description:
      'BTC lost its most watched level as liquidations passed $800 million, according to exchange reports compiled by Tickerloft.',
    body: `Bitcoin (BTC) has lost the $70,000 mark. Exchange reports compiled by Tickerloft put liquidations over the last 24 hours at
      $802 million, with one BTC/USDT order of $14.6 million the largest single casualty.

      The Fear & Greed Index dropped to 11, a reading of extreme fear.

      <p><strong>Also on Tickerloft:</strong> <a href="/tag/btc">all about BTC</a> | <a href="/newsletter">get the closing bell letter</a></p>`,
  },
  {
    feed: 'coinmagpie',
    guid: 'cm-90551',
    slug: 'bitcoin-price-crash-explained',
    at: 11,
    author: 'Magpie AI Desk',
    title: 'Bitcoin Price Crash Explained: Why BTC Lost $70K and What Could Happen Next',
    description:
      'Bitcoin has experienced a notable decline. In this article we explore the reasons, the outlook and the key takeaways…',
    body: `<p class="consent">We value your privacy. By continuing to read you accept our use of cookies.</p>

      <p class="share">Share this article: Facebook | X | Telegram | Copy link</p>

      <h2>Key Takeaways</h2>

      <ul><li>Bitcoin traded under $70,000 and reached roughly $68,900.</li><li>Around $775 million in positions were closed across the market.</li><li>Experts see support between $65,000 and $68,000.</li></ul>

      <h2>Introduction</h2>

      In the fast-moving world of digital currencies, few things attract as much attention as a falling Bitcoin price. The decline below
      $70,000 represents an important moment, and understanding it can help readers to navigate an uncertain landscape.

      <h2>What Is Happening?</h2>

      The downturn reflects several elements working together. Leverage had built up over many weeks. When the price weakened, lenders and
      exchanges asked for more collateral, and holders who could not provide it were sold out. Each of these sales weighed on the price and
      brought the next holder closer to the same fate.

      At the same time, money left exchange-traded products for the twelfth session in a row, removing a buyer that the market had grown used to.

      <h2>What Experts Are Watching</h2>

      The zone between $65,000 and $68,000 is seen as decisive. If it holds, a relief rally toward $72,500 is conceivable. If it fails,
      forecasts as low as $58,000 come into view.

      <h2>Conclusion</h2>

      In summary, the crash of Bitcoin is the result of leverage, outflows and a cautious macro environment. Only time will tell where the
      journey leads.

      <p class="author-box">Magpie AI Desk turns the noise of the markets into easy reading around the clock. It never sleeps and it never buys the top.</p>

      <p class="furniture">Related Articles</p>

      <ul><li><a href="/dogecoin-price-prediction">Dogecoin Price Prediction: Can DOGE Reach $1?</a></li><li><a href="/top-presales">Five Presales to Watch</a></li></ul>

      <p class="furniture">Disclaimer: nothing here is financial advice. Coin Magpie may be paid for links. Join 250,000 readers, subscribe to our newsletter. 0 Comments</p>`,
  },
];
