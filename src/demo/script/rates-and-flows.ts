import type { LiveArticle } from '../demo-article.ts';

/** Today: twelve sessions of fund outflows, and a central bank that does not come to the rescue. */
export const ratesAndFlows: readonly LiveArticle[] = [
  {
    feed: 'ledgerpost',
    guid: 'urn:ledgerpost:story:41884',
    slug: 'spot-bitcoin-etfs-shed-545-million',
    at: 10,
    author: 'Oda Lindqvist',
    title: 'US spot bitcoin ETFs shed $545 million in a day, extending outflows to twelve sessions',
    description:
      'Investors have now withdrawn $2.9 billion from the funds since the run of outflows began. Three quarters of the latest sum left the two largest.',
    body: `Investors took $545 million out of US exchange-traded funds that hold bitcoin in the latest session, SoSoValue data show, the
      largest withdrawal of a losing run that is now twelve sessions long. The total for that run stands at $2.9 billion.

      The average dollar in these funds went in at a bitcoin price of about $86,000, so the typical holder sits on a loss of a fifth.

      "The funds made it easy to buy in one click. It turns out that they made it easy to leave, too," said Neve Brannigan, a strategist
      at Corrie & Vane. Funds that hold ether lost another $79 million.`,
  },
  {
    feed: 'coinpaddock',
    guid: 'https://coinpaddock.example/?p=55023',
    slug: 'paddock-spot-bitcoin-etfs-shed-545-million',
    at: 11,
    title: 'US spot bitcoin ETFs shed $545 million in a day, extending outflows to twelve straight sessions',
    description: 'No fund took in money. Outflows since the run began add up to $2.9 billion.',
    imageless: true,
  },
  {
    feed: 'tickerloft',
    guid: 'https://tickerloft.example/?p=118219',
    slug: 'wall-street-walks-away-from-bitcoin',
    at: 15,
    author: 'Tickerloft Newsdesk',
    title: "Wall Street walks away: $3.1 billion pulled from crypto funds while bitcoin's slump deepens",
    description: 'Count the ether and solana products too, and twelve trading days of redemptions exceed $3 billion.',
    body: `Redemptions from listed crypto funds have climbed past $3 billion in twelve trading days. Bitcoin products gave up $2.9 billion
      of it, ether products $190 million, and solana products some $24 million.

      Two points stand out. Assets under management have shrunk by 27% to $84 billion, most of that due to prices. And the fund
      that charges the highest fee loses the most, as it has in each outflow since launch.

      <p><strong>Also on Tickerloft:</strong> <a href="/tag/etf">all about ETFs</a> | <a href="/newsletter">get the closing bell letter</a></p>`,
    imageless: true,
  },
  {
    feed: 'cbregister',
    guid: 'urn:cbregister:us:fomc:statement-rate',
    slug: 'register-fomc-maintains-target-range',
    at: 13,
    title: 'United States: Federal Open Market Committee maintains target range at 3-1/2 to 3-3/4 percent',
    description:
      'The Committee left the target range for the federal funds rate unchanged. Ten members voted for the action and one member preferred to lower the range by 25 basis points. Interest on reserve balances stays at 3.65 percent.',
    imageless: true,
    edits: [
      {
        at: 22,
        description:
          'The Committee left the target range for the federal funds rate unchanged. Ten members voted for the action; two members preferred to lower the range by 25 basis points. Interest on reserve balances stays at 3.65 percent. Correction: an earlier version of this entry gave one dissenting vote.',
      },
    ],
  },
  {
    feed: 'sextant',
    guid: 'sextant-5530',
    slug: 'fed-holds-rates-steady',
    at: 14,
    title: 'Federal Reserve holds rates steady at 3.50%-3.75% and signals no hurry to cut',
    description:
      'Officials call inflation "somewhat elevated" and drop the line that risks to jobs have risen. Futures now price the next cut four months out, two meetings later than a week ago.',
    imageless: true,
  },
  {
    feed: 'broadfloor',
    guid: 'bf-30418',
    slug: 'broadfloor-fed-holds-rates-steady',
    at: 14,
    title: 'Federal Reserve holds rates steady at 3.50%-3.75% and signals no hurry to cut - Broadfloor',
    description: 'Bank shares gained and homebuilders fell after the decision.',
    body: `The Federal Reserve left its policy rate at 3.50%-3.75%. The two-year Treasury yield rose 7 basis points to 3.71% as traders
      pushed out the next cut. Regional banks gained 1.1%, and an index of homebuilders lost 2.4%.`,
  },
  {
    feed: 'finanzlotse',
    guid: 'fln-88240',
    slug: 'us-notenbank-laesst-leitzins-unveraendert',
    at: 15,
    author: 'Jörg Petersmann',
    title: 'US-Notenbank lässt Leitzins unverändert und dämpft Hoffnung auf baldige Senkung',
    description:
      'Die Spanne bleibt bei 3,50 bis 3,75 Prozent. Der Euro gab auf 1,1795 Dollar nach; Anleger rechnen erst in vier Monaten mit dem nächsten Schritt.',
    imageless: true,
  },
  {
    feed: 'harborwire',
    guid: 'hw-209340',
    slug: 'stocks-turn-lower-after-fed',
    at: 16,
    author: 'Caspar Idowu',
    title: 'S&P 500 gives up gains after central bank cools hopes of early easing',
    description: 'The S&P 500 closed 0.9% lower and the Nasdaq lost 1.6%. The dollar rose for a third day.',
    body: `US stocks surrendered an early advance after policymakers left borrowing costs unchanged and said that they needed "greater
      confidence" on prices. The S&P 500 lost 0.9% and the Nasdaq Composite 1.6%. Software shares fell for a sixth day.

      The VIX, a gauge of expected swings, rose 12% to 24.6. Oil was little changed at $63.40 a barrel.`,
  },
  {
    feed: 'gantry',
    guid: 'gantry/markets/77149',
    slug: 'traders-look-for-link-between-yields-and-crypto',
    at: 18,
    title: 'Traders look for the link between bond yields and the crypto rout, and find a weak one',
    description: 'Ten years of data suggest that liquidity, not the level of rates, is near the heart of it.',
    body: `Does a higher yield sink digital assets? The statistical link is thin: a rise of ten basis points in the two-year yield goes
      with a fall of 0.3% in the price of bitcoin, well within the noise. Bank reserves explain three times as much.

      Reserves are near the lowest level in five years, and the next Treasury settlement will drain another $60 billion.`,
    imageless: true,
  },
  {
    feed: 'sextant',
    guid: 'sextant-5538',
    slug: 'gold-retakes-4900',
    at: 24,
    title: 'Gold climbs 1.8% to $4,910 an ounce as investors hide from the tech rout',
    description:
      'Bullion did what bitcoin did not. Silver added 2.6% to $84.10, and miners of both metals were the best sector of the day.',
  },
];
