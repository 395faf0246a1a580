import type { LiveArticle } from '../demo-article.ts';

/** Today: the forced closing of long positions, and the coins that fell with bitcoin. */
export const liquidations: readonly LiveArticle[] = [
  {
    feed: 'chainlantern',
    guid: 'lantern:2211',
    slug: 'crypto-liquidations-hit-775-million',
    at: 6,
    author: 'Priya Castellane',
    title: 'Crypto liquidations hit $775 million in 24 hours as long positions are wiped out',
    description:
      'Longs account for 84% of the total. Bitcoin positions lead with $391 million, ahead of ether with $204 million.',
    body: `Exchanges closed $775 million of leveraged positions in 24 hours, the most in four months, according to Coinglass. Longs
      lost $651 million and shorts $124 million. By asset, bitcoin positions made up $391 million, ether $204 million and solana $58 million.

      Open interest in bitcoin futures fell 7.1% to $43.6 billion. Funding on perpetual swaps turned negative at -0.012% per eight hours,
      so shorts now pay to hold their bets.

      More than 168,000 accounts were affected.`,
  },
  {
    feed: 'coinpaddock',
    guid: 'https://coinpaddock.example/?p=55017',
    slug: 'paddock-crypto-liquidations-hit-775-million',
    at: 8,
    title: 'Crypto liquidations hit $775 million in 24 hours as long positions are wiped out - Coin Paddock',
    description:
      'Long traders bore the brunt: $651 million of the $775 million came from bets on rising prices, and the biggest order stood at $11 million.',
    edits: [
      {
        at: 19,
        description:
          'Long traders bore the brunt: $651 million of the $775 million came from bets on rising prices. The biggest order was a BTC/USDT long of $14.6 million, not $11 million as this report said at first.',
      },
    ],
  },
  {
    feed: 'blockfern',
    guid: 'urn:blockfern:9-4410',
    slug: 'longs-lose-740-million',
    at: 9,
    author: 'Dorian Achterberg',
    title: 'Longs pay the bill: $740 million erased and futures desks still cutting risk',
    description:
      'Our tally is lower than the one doing the rounds since it leaves out three venues that publish only a sample of their liquidations.',
    body: `A tally of the venues that publish every order comes to $740 million for the past 24 hours. The figure of $775 million that
      circulates includes three venues that report one liquidation a second at most and are scaled up by guesswork.

      Either way, the damage is on one side. Nearly nine in ten dollars were long. Accounts with more than five times leverage have all
      but vanished from the books of the large venues.

      <p>Desks still cut risk: the bid for one-week puts at <em>$65,000</em> rose to 92 volatility points from 61 yesterday.</p>`,
  },
  {
    feed: 'gantry',
    guid: 'gantry/markets/77131',
    slug: 'ether-falls-to-2060',
    at: 12,
    title: 'Ether drops 9.4% to $2,060 as staking exits pile up',
    description:
      'Ethereum lost more than bitcoin. The queue to withdraw staked coins grew to 1.9 million ether, a wait of 33 days.',
    body: `Ether traded at $2,060, down 9.4% on the day and 26% on the week. The queue of validators that want out grew to 1.9 million
      ether. Those coins cannot be sold before they are released in about 33 days, but borrowers who use them as collateral feel it now:
      staked ether trades 0.8% under the plain coin.

      A fall through $2,000 would put $310 million of loans on lending protocols at risk of liquidation.`,
  },
  {
    feed: 'coinmagpie',
    guid: 'cm-90560',
    slug: 'whales-and-funds-dump',
    at: 23,
    author: 'Magpie AI Desk',
    title: '<b>BREAKING:</b> @everyone Whales &amp; Funds Dump 12,000 BTC on Exchanges — Is $60K Next?',
    description:
      'Large Bitcoin holders sent 12,000 BTC to trading platforms within hours. Tap <magpie.example/signals> for more!',
    body: `<p class="share">Share | Tweet | Pin it</p>

      Wallets that hold more than 1,000 coins each moved about 12,000 BTC, worth some $829 million, to trading platforms within six
      hours. Such transfers often, though not always, come before sales.

      <p><a href="https://magpie.example/signals">Join @here</a> and never miss a pump. [Click here](https://magpie.example/offer) *limited*</p>

      <p class="furniture">Sponsored: trade with zero fees for 30 days. Capital at risk.</p>`,
    edits: [
      {
        at: 30,
        title: 'Whales &amp; Funds Move 12,000 BTC to Exchanges as Traders Weigh $60K',
        description: 'Large Bitcoin holders sent 12,000 BTC to trading platforms within hours, chain data show.',
      },
    ],
  },
  {
    feed: 'chainlantern',
    guid: 'lantern:2231',
    slug: 'xrp-loses-eleven-percent',
    at: 27,
    author: 'Priya Castellane',
    title: 'XRP loses 11% and ranks last among large coins',
    description: 'XRP sank to $1.31, its lowest in sixteen months, while volume on Korean won pairs doubled.',
    body: `XRP sank 11.4% to $1.31, more than any other coin among the ten largest. Volume on the won pairs of Korean exchanges doubled to
      $2.4 billion. The discount there against dollar pairs, usually a premium, suggests that local holders led the selling.`,
    imageless: true,
  },
  {
    feed: 'harborwire',
    guid: 'hw-209377',
    slug: 'bitcoin-steadies-near-69000',
    at: 28,
    author: 'Ines Valdorf',
    title: 'Bitcoin steadies near $69,000 while sellers pause for breath',
    description: 'Volumes ebb and funding turns negative, which has marked short-lived lows before.',
    body: `Bitcoin hovered near $69,000 as the wave of margin calls ebbed. Liquidations in the past hour came to $9 million, against
      $126 million in the worst one.

      "The forced part is mostly done. The voluntary part we do not know," said Marit Oyelaran of Pellworm Capital.`,
    edits: [
      {
        at: 33,
        description:
          'Volumes ebb and funding turns negative, which has marked short-lived lows before. The price is back at $69,600.',
      },
    ],
  },
];
