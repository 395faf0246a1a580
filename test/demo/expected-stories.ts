/** Slugs of articles that are copies of one report: each set is one story. */
export const COPIES: readonly (readonly string[])[] = [
  ['bitcoin-drops-under-80000', 'gantry-bitcoin-drops-under-80000'],
  ['tech-stocks-tumble', 'broadfloor-tech-stocks-tumble'],
  ['us-consumer-prices-rise', 'ledger-us-consumer-prices-rise'],
  ['bitcoin-falls-to-72300', 'paddock-bitcoin-falls-to-72300'],
  [
    'bitcoin-slides-below-70000',
    'gantry-bitcoin-slides-below-70000',
    'sextant-bitcoin-slides-below-70000',
    'tickerloft-bitcoin-slides-below-70000',
  ],
  ['crypto-liquidations-hit-775-million', 'paddock-crypto-liquidations-hit-775-million'],
  ['spot-bitcoin-etfs-shed-545-million', 'paddock-spot-bitcoin-etfs-shed-545-million'],
  ['fed-holds-rates-steady', 'broadfloor-fed-holds-rates-steady'],
  ['quayline-bridge-drained', 'blockfern-quayline-bridge-drained'],
  ['sec-approves-spot-cardano-etf', 'paddock-sec-approves-spot-cardano-etf'],
];
