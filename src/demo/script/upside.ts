import type { LiveArticle } from '../demo-article.ts';

/** Today: what went well or merely went on. */
export const upside: readonly LiveArticle[] = [
  {
    feed: 'harborwire',
    guid: 'hw-209352',
    slug: 'sec-approves-spot-cardano-etf',
    at: 20,
    author: 'Ruth Amandson',
    title: 'SEC approves first spot Cardano ETF, with shares to begin trading next week',
    description: 'The approval covers one fund and allows it to stake up to half of its coins. ADA jumped 14%.',
    body: `The US Securities and Exchange Commission approved the first exchange-traded fund that holds cardano directly. Shares begin
      trading next week at a fee of 0.35%. The fund may stake up to half of its coins.

      Cardano (ADA) jumped 14% to $0.31 within minutes, the only gainer among the twenty largest coins. Analysts at Corrie & Vane expect
      the fund to draw $300 million to $450 million in its first quarter.`,
  },
  {
    feed: 'coinpaddock',
    guid: 'https://coinpaddock.example/?p=55031',
    slug: 'paddock-sec-approves-spot-cardano-etf',
    at: 21,
    title: 'SEC approves first spot Cardano ETF, with shares to begin trading next week - Coin Paddock',
    description:
      'ADA soars as much as 16% against the trend. Two more applications are due for a decision within a month.',
  },
  {
    feed: 'blockfern',
    guid: 'urn:blockfern:9-4421',
    slug: 'near-protocol-halves-block-time',
    at: 21,
    author: 'Saskia Mbeki-Lund',
    title: 'NEAR Protocol completes upgrade that halves block times to 300 milliseconds',
    description: 'Validators with 97% of the stake have moved to the new release without an interruption.',
    body: `NEAR Protocol finished its largest upgrade in a year. Blocks now come every 300 milliseconds instead of 600, and a transfer is
      final after 0.6 seconds. Validators that hold 97% of the stake run the release.

      <p>The token (<strong>NEAR</strong>) rose 6.2% to $1.18 and beat a falling market.</p>`,
  },
  {
    feed: 'tidewell',
    guid: 'tidewell/announcements/712',
    slug: 'tidewell-margin-requirements-btc-eth',
    at: 12,
    title: 'Higher margin requirements for BTC and ETH perpetuals',
    description:
      'Initial margin for BTC/USDT and ETH/USDT goes from 2% to 4% until further notice. Open positions keep their present terms for 24 hours.',
    body: `In view of the swings in the market we raise the initial margin for the perpetual contracts BTC/USDT and ETH/USDT from 2% to 4%
      until further notice. The highest leverage for new positions is therefore 25x.

      Open positions keep their present terms for 24 hours. All systems operate normally, and withdrawals are processed as usual.`,
    imageless: true,
  },
  {
    feed: 'tidewell',
    guid: 'tidewell/announcements/713',
    slug: 'tidewell-lists-chainlink-perpetual',
    at: 22,
    title: 'New listing: Chainlink (LINK) perpetual contract with up to 20x leverage',
    description: 'Trading of LINK/USDT opens at 10:00 UTC tomorrow. Deposits of LINK are open now.',
    body: `We add a perpetual contract on Chainlink. Trading of LINK/USDT opens at 10:00 UTC tomorrow, with leverage of up to 20x and
      funding every eight hours. Deposits are open now and need 15 confirmations.`,
    imageless: true,
  },
  {
    feed: 'chainlantern',
    guid: 'lantern:2224',
    slug: 'tether-mints-one-billion',
    at: 23,
    author: 'Emeka Stroud',
    title: 'Tether mints 1 billion USDT on Tron, to be held as inventory',
    description: 'The new tokens have been authorised but not issued; the supply in circulation stays at $186 billion.',
    body: `Tether created one billion USDT on the Tron network. The company said that the tokens replenish its inventory: they are
      authorised but not issued, and count toward the circulating supply of $186 billion only once a customer pays for them.`,
    imageless: true,
  },
  {
    feed: 'gantry',
    guid: 'gantry/markets/77158',
    slug: 'chainlink-wins-custodian',
    at: 26,
    title: 'Chainlink wins Pentland Trust as client for price data on tokenised funds',
    description:
      'The custodian will publish the net asset value of eleven money-market funds on chain. LINK gained 4.7%.',
    body: `Pentland Trust, which looks after $1.4 trillion for pension schemes, will publish the net asset value of eleven money-market
      funds through Chainlink from next month. It is the largest partnership of its kind for the network.

      LINK gained 4.7% to $9.06 on the news, after a loss of 22% over the week.`,
  },
];
