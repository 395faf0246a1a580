import type { LiveArticle } from '../demo-article.ts';

/** Today: an invented bridge is robbed; the estimate of the loss grows. */
export const bridgeHack: readonly LiveArticle[] = [
  {
    feed: 'chainlantern',
    guid: 'lantern:2219',
    slug: 'quayline-bridge-drained',
    at: 17,
    author: 'Emeka Stroud',
    title: 'Quayline Bridge drained of $43 million in wrapped ether after signer keys leak',
    description:
      'Someone signed withdrawals with five of nine keys. The bridge is paused; the thief has begun to swap the coins for bitcoin.',
    body: `The Quayline Bridge, which moves ether between Ethereum and Arbitrum, lost about $43 million to a thief who held five of its
      nine signing keys. The contract did what it was told: each of the 31 withdrawals carried valid signatures.

      The team stopped the bridge 48 minutes after the first one. By then 20,900 wrapped ether had gone to four fresh addresses, and
      a part of it was on its way into bitcoin through a swap service.`,
    edits: [
      {
        at: 26,
        title: 'Quayline Bridge drained of $43 million in wrapped ether after signer keys leak, team confirms',
        description:
          'The team confirms the theft of $43 million in ether and a further $4.2 million in stablecoins. Someone signed withdrawals with five of nine keys.',
        body: `The team behind the Quayline Bridge confirmed that a thief with five of its nine signing keys took $43 million in wrapped
          ether. A further $4.2 million in USDC left in the same minutes, which brings the loss to $47.2 million.

          The bridge was stopped 48 minutes after the first of 31 withdrawals. Circle froze $1.1 million of the stablecoins. The team offers
          a tenth of the sum for the return of the rest and says that all five keys had been stored with one hosting company.`,
      },
    ],
  },
  {
    feed: 'blockfern',
    guid: 'urn:blockfern:9-4416',
    slug: 'blockfern-quayline-bridge-drained',
    at: 18,
    author: 'Dorian Achterberg',
    title: 'Quayline Bridge drained of $43 million in wrapped ether after signer keys leak online',
    description: 'A file with five private keys lay in a public code repository for nine hours.',
    body: `The keys were not stolen by a clever trick. A file that held five of them was pushed to a public repository nine hours
      before the first withdrawal, researchers at Sallow Labs found, and removed again forty minutes later. Somebody had read it by then.

      <p>The loss is the largest for a bridge this year. Deposits in similar bridges fell by <strong>$210 million</strong> within two hours.</p>`,
    imageless: true,
  },
  {
    feed: 'coinmagpie',
    guid: 'cm-90557',
    slug: 'hackers-steal-47-million-from-quayline',
    at: 20,
    author: 'Magpie AI Desk',
    title: 'Hackers Steal $47 Million From Crypto Bridge Quayline: Is DeFi Safe?',
    description: 'DeFi has once again been shaken by a security incident. Here is everything you need to know…',
    body: `<p class="share">Share this article: Facebook | X | Telegram | Copy link</p>

      <h2>Overview</h2>

      A security incident at the crypto bridge Quayline has led to losses of around $47 million, raising fresh questions about the safety of
      decentralised finance.

      <h2>How Did It Happen?</h2>

      Private keys are like passwords. When they end up in the wrong hands, funds can be moved. In this case several keys were
      exposed and an unknown attacker used them to withdraw wrapped ether (ETH) and USDC.

      <h2>Impact on the Market</h2>

      <ul><li>Confidence in bridges may suffer.</li><li>The price of ETH was already under pressure.</li><li>Users may wish to review where their assets are held.</li></ul>

      <p class="furniture">You may also like: <a href="/best-wallets">7 Best Wallets This Year</a>. Subscribe for daily insights. No comments yet.</p>`,
  },
];
