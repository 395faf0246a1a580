import type { LexiconGroup } from './sentiment-entry.ts';

/** What only a market of tokens, exchanges and chains has words for. */
export const CRYPTO: readonly LexiconGroup[] = [
  {
    role: 'thing',
    rising: 1,
    weight: 0,
    entries: `
      bitcoin*, btc, ether, ethereum, eth, xrp, solana, sol, cardano, ada, dogecoin, doge, shiba inu, shib, litecoin,
      ltc, bnb, polkadot, dot, avalanche, avax, polygon, matic, chainlink, tron, trx, monero, stellar lumens, crypto,
      crypto market*, altcoin*, cryptocurrency, cryptocurrencies, memecoin*, meme coin*, nft sales, nft volume*,
      floor price*, etf flows, staking, staked eth, stablecoin supply, wallets, fees revenue, bitcoin reserve*,
      coinbase premium, coinbase stock, microstrategy stock, dex volume*, etf volume*, adoption rate, block reward*,
      exchange outflow*`,
  },
  {
    role: 'thing',
    rising: 1,
    weight: 0.9,
    entries: `
      inflow*, net inflow*, etf inflow*, adoption, mass adoption, institutional adoption, institutional interest,
      institutional demand, whale accumulation, liquidity injection*, bitcoin treasury, user growth,
      mainstream adoption, liquidity`,
  },
  {
    role: 'thing',
    rising: -1,
    weight: 0,
    entries: `
      exchange balance*, exchange reserve*, coins on exchanges, supply on exchanges`,
  },
  {
    role: 'thing',
    rising: -1,
    weight: -1.1,
    entries: `
      liquidation*, long liquidation*, outflow*, net outflow*, etf outflow*, hack losses, crypto hacks, crypto crime,
      crypto scams, fraud losses, exchange inflow*, miner selling, whale selling, sell offs, cascading liquidations,
      margin call*, exchange deposit*, bad debt, hacks, exploits, scams, breaches, rug pulls, thefts, attacks, bans,
      crime, fud, selling pressure, sell pressure, sell side pressure, heavy selling`,
  },
  {
    role: 'word',
    weight: -2,
    entries: `
      hack~, hacks of, hack of, exploit~, exploiter, drain~, drainer*, siphon~, rug pull~, rugpull*, rugged, rug,
      exit scam*, exit scammed, ponzi, ponzi scheme*, pyramid scheme*, depegged, lose~ peg, lose~ its peg,
      loses dollar peg, insolvent, insolvency, bank run, bankrupt, bankruptcy, file~ for bankruptcy,
      file~ for chapter #, chapter #, chapter eleven, steal~, theft, thefts of, heist*, robbery, looted, breach~,
      data breach*, security breach*, private key leak*, key leak, scam~, scammer*, fraud, fraudulent, fraudster*,
      swindle~, defraud~, embezzle~, embezzlement, money laundering, launder~, phish~, malware, ransomware,
      cryptojack~, attacker*, hacker*, cyberattack*, cyber attack*, infinite mint, reentrancy, # attack,
      flash loan attack*, oracle manipulation, sybil attack*, dusting attack*, double spend~, rekt, honeypot*,
      halt~ withdrawals, freeze~ withdrawals, suspend~ withdrawals, pause~ withdrawals, withdrawals halted,
      withdrawals paused, halt~ redemption*, freeze~ redemption*, suspend~ redemption*, pause~ redemption*,
      block~ withdrawals, stop~ withdrawals, limit~ withdrawals, goes to zero, go to zero, withdrawals suspended,
      withdrawals frozen, delist~, delisting*, ban~, bans crypto, outlaw~, crackdown*, crack~ down, crack~ down on,
      crypto crackdown, death spiral, collapse of, compromised, depeg~, robbed, robbers`,
  },
  {
    role: 'word',
    weight: -1.3,
    entries: `
      deleverage~, forced deleveraging, forced selling, forced liquidation*, liquidate~, longs liquidated,
      get~ liquidated, cascade of, cascading, capitulating, miner capitulation, whale dump~, whales dump,
      token unlock*, sell wall*, distribution phase, dead coin*, ghost chain, chain halt~, network outage*,
      halt~ block production, goes down, goes dark, go dark, cut~ off, lose~ license, lose~ licence, run~ into wall, shut by, shuts, turn~ away, file~ suit,
      kick~ the can, go offline, goes offline, offline, network congestion, congestion, congested, clogged, bug,
      bugs, glitch, glitches, flaw*, critical vulnerability, vulnerabilities, backdoor*, unbacked,
      undercollateralized, shutdown*, shut~ down, shutter~, cease~ operations, wind~ down operations, close~ doors,
      pull~ out of, cut~ ties, drops support, end~ support, remove~ support, leave~ market, exit market, pull~ plug,
      sues, wash trading, market manipulation, manipulation, manipulate~, manipulative, pump and dump,
      pump and dumps, insider trading, front running, frontrunning, sandwich attack*, spoofing,
      unregistered securities, unregistered security, unlicensed, unauthorized, unauthorised, illicit, illegal,
      illegally, criminal*, dark web, darknet, terrorist*, terrorism financing, sanction~, blacklist~, seize~,
      seizure*, confiscate~, freeze~ assets, freeze~ accounts, freeze~, wallet drained, stolen funds, stolen crypto,
      lost funds, missing funds, lost keys, user losses, impostor*, imposter*, fake, fakes, counterfeit, bogus,
      blackmail, extort~, extortion, kidnap~, ransom, contentious, controversy, controversial, backlash, outrage,
      boycott~, exodus from, fud spreads, tax crackdown, ban on, crypto winter deepens, deathblow, slam~, bloodshed,
      impersonation, impersonators`,
  },
  {
    role: 'word',
    weight: 1.8,
    entries: `
      greenlight~, green light, green lights, green lit, etf approval*, spot etf approval, win~ approval,
      get~ approval, secure~ approval, receive~ approval, legal tender, legalize~, legalise~, legalization,
      legalisation, strategic reserve, strategic bitcoin reserve, to the moon, supercycle, moonshot, altseason,
      alt season, flippening, short squeeze, shorts liquidated, shorts rekt, institutional buying, supply shock,
      whale~ buy*, whales accumulate, unban~, lift~ ban, ban lifted, bitcoin bonanza`,
  },
  {
    role: 'event',
    weight: 1.3,
    entries: `
      partner~, partner~ with, partnership*, strategic partnership*, team~ up, team~ up with, join~ forces,
      collaborate~, collaboration*, integrate~, integration*, launch~, roll~ out, rollout, unveil~, introduce~,
      debut~, go~ live, live on mainnet, mainnet launch, raise~ #, raise~ over #, raise~ nearly #, secure~ #,
      funding round*, seed round, series a, series b, series c, strategic investment*, invest~ in, invest~ #,
      investment round, list~ on, lists, new listing*, gets listed, adopt~, accept~ bitcoin, accept~ crypto,
      accept~ payments, accept~, embrace~, endorse~, add~ support, support for, add~ bitcoin, add~ btc, buy~ bitcoin,
      buy~ btc, buy~ #, buy~ another #, buy~ the dip, buy~ more, purchase~ #, purchase~ bitcoin, purchase~, acquire~,
      acquisition*, expand~ to, expand~ into, expands, expansion, onboard~, open~ up, license*, licence*,
      win~ license, obtain~ license, gets license, receive~ license, secure~ license, registration granted, granted,
      grants license, upgrade*, successful upgrade, scale~, airdrop*, token burn*, burn~, buy back, reward*,
      cashback, yield boost, interoperability, interoperable, cross chain, bridges to, tokenize~, tokenise~,
      tokenization, tokenisation, pilot~, trialing, trialling, trialled, to trial, trial run*, enable~, first ever, world s first, pioneer~, revolutionize~,
      revolutionise~, transform~, disrupt~ finance, unlock~ potential, empower~, donate~, donation*, charity,
      recruit~, use case*, sell~ out, deploy~, deployment, open~ office, complete~, completion,
      achieve~, reach~ milestone*, hit~ milestone*, milestone*, favors crypto, pro crypto, pro bitcoin,
      crypto friendly, friendly, backed by, back~ bitcoin`,
  },
  {
    role: 'event',
    weight: 0.5,
    entries: `
      file~ for etf, etf filing*, explore~, release~, host~, sponsor~, allocate~, hold~ bitcoin, dapp*, metaverse,
      testnet, web3, propose~ etf, consider~ bitcoin, looking to, apply~ for, apply for license, future of,
      next generation`,
  },
  {
    role: 'word',
    weight: -0.8,
    entries: `
      energy consumption, carbon footprint, environmental concerns, ponzi like, skeptic, critic*, criticize~,
      criticise~, criticism, blast~, denounce~, condemn~, dismisses bitcoin, no intrinsic value, tulip*,
      scam warning, warn~ investors, warn~ against, not safe, unsafe, speculative, gamble~, addicted,
      leave~ crypto, quits crypto, sell~ bitcoin, sell~ btc, sell~ #, sell~ all, offload~, unload~, dump~ bitcoin,
      move~ to exchange*, transfer~ to exchange*, mt gox repayments, ftx collapse, celsius bankruptcy`,
  },
  {
    role: 'silent',
    entries: `
      bitcoin halving, halving, halvings, halving event, the halving, after halving, block halving, bug bounty,
      bug bounties, burn address, ethical hacker*, hackathon*, hacker house, ether capital, stable coin*,
      stablecoin*, trust wallet, trust bank, grayscale bitcoin trust, bitcoin trust, trustee, coin burn rate,
      security token*, security deposit, securities and exchange commission, securities, rocket pool,
      lightning network, avalanche foundation, stellar, terra, safe wallet, safemoon, bull bitcoin, bear in mind,
      blast network, crypto rocket, wrapped bitcoin, near protocol, near foundation, optimism foundation,
      optimism network, safe global, binance smart chain, fear index, gas limit*, block size, death cross averted,
      killer app*, ethereum killer*, energy web, max pain, former partner*, capital gains, gains tax,
      crypto gains tax, unrealized gains, unrealized crypto gains, fee schedule*, bankruptcy plan, bankruptcy court,
      bankruptcy judge, bankruptcy estate, questions answered, wallet maintenance, week ahead, white hat*`,
  },
  {
    role: 'event',
    weight: 1.2,
    entries: `
      allow~, permit~, let~, offer~, to offer, adds, bring~, picks, backs, opens, open~ to, open~ platform,
      open~ door to, relaunch~, emerge~ from stealth, close~ # fund, close~ fund, close~ # round, lead~ # round,
      # round, valued at, # valuation, secure~, clears, receives full license, charter, files to list, file~ to list,
      files to launch, to list, set~ aside, puts #, put~ # into, discloses stake, disclose~ # stake,
      reveal~ # purchase, # stake in, buys, bought, starts, to support, supports, wins contract, break~ ground,
      confirms banks may, first regulated, passes bill, sign~ into law, vote~ to, give~ access, wider access,
      dip buyers return, whales add, go~ mainstream, go~ public`,
  },
  {
    role: 'event',
    weight: 0.7,
    entries: `
      plans, hire~, appoint~, name~ new, sponsors, joins, settle~ with, reach~ deal, reach~ settlement, distribute~ #`,
  },
  {
    role: 'word',
    weight: 1.4,
    entries: `
      take~ in #, takes in record, pull~ in #, draw~ #, see~ inflow*, shorts lose, short sellers lose, biggest day,
      best day*, best week*, best month*, best quarter*, best weekly gain, best monthly gain, pardon~, to greed,
      extreme greed, post~ gain, post~ profit, report~ profit, back above, returns to profit, overtake~,
      rip~ higher, regain~ peg, regain~ its peg, regain~ its dollar peg, restore~ peg, full compensation,
      made whole, holders cheer, won't retry, avoid~ trial, avoid~ prison`,
  },
  {
    role: 'word',
    weight: -1.1,
    entries: `
      due to unlock, unlocked tokens, hole in, shut~ out, at odds with, degraded, degrade~, stalled blocks,
      stalled block, malformed, chain split*, split~ into two chains, no plans to, investors pull, investors yank,
      pull~ record, has peaked, have peaked, to exchanges, whale deposit*, deposits # of, sellers, kidnapper*,
      lose~ bid, lose~ appeal, tax on, closes crypto, close~ trading desk, closes desk, post~ loss*, report~ loss*,
      legal battle*, court battle*, legal fight*, switch~ off, disown~, walk~ away from, fines, fined,
      orders exchange, unplug~, sold off, cash~ out`,
  },
  {
    role: 'event',
    weight: -1,
    entries: `
      sells, sold, selling, sell its, sells its, sell~ coins, sells entire, distribution to creditors delayed`,
  },
  {
    role: 'event',
    weight: 1.2,
    entries: `
      draw~ more, warm~ to, to buy, land~ #, ink~ #, ink~ deal, inks lease, go~ global, hints at another,
      crypto reserve, bitcoin reserve, to return frozen, waive~, waives tax, sells for #, sold for #,
      sooner than expected, in talks to buy, takeover bid, lets holders, live on, goes live on, task force on,
      second state to, first state to, closes takeover, closes acquisition, stakes #, passes with #, # profit,
      third largest, second largest, becomes largest`,
  },
  {
    role: 'word',
    weight: 1.3,
    entries: `
      coins back, funds back, money back, dodge~ bullet, dodge~ a bullet, without a hitch, without losing funds,
      without charges, closes probe, close~ investigation, drop~ probe, drop~ case, drops lawsuit, end~ green,
      week green, month green, bottoms form, bottom is in`,
  },
  {
    role: 'word',
    weight: -1.1,
    entries: `
      tax claim, tax notice*, notices to, tax raid, raided, raids, revolt~, push~ back decision, pushes back,
      pushed back, ordered to, order~ to delete, break~ law, broke privacy law, violate~,
      cut~ # jobs, job cuts, lay~ off, layoff*, axe~ #, to unlock, unlocks begin, brace~, short against, # short,
      halt~ blocks, halt~ chain, sentenced, sentences, years in prison, behind bars, face~ suit, suit over, charged,
      cry~ foul, by mistake, in error, close~ department, bid denied, appeal denied, motion denied, denied, kills,
      killed, burn~ through, lobby to strip, vote buying, cooling fault, tech failure, outage*, cannot say,
      cannot afford, under water, lockup ends, lock up ends, bettors, complain~, complaint*, misled, mislead~,
      preying on, prey~ on, accuse~, accused`,
  },
  {
    role: 'word',
    weight: -1.8,
    entries: `
      hijack~, infiltrate~, leaked, leaks, break~ peg, break~ its peg, break~ dollar peg, break~ its dollar peg, bled,
      wrench attack*`,
  },
  {
    role: 'silent',
    entries: `
      on shelves, shelves of, asks for comment, seeks comment, request for comment, quarterly burn, sets record date,
      recovery trust, seized bitcoin, seized coins, seized crypto, seized assets, holds steady, ^ bullish posts,
      bullish shares, bullish stock, ^ bullish prices, ^ bullish reports, new trial, clarity act, steps back from,
      from kidnappers, day to day`,
  },
  {
    role: 'thing',
    rising: 1,
    weight: 0,
    entries: `
      peg, dollar peg, usdc supply, usdt supply, entry queue*, staking queue`,
  },
  {
    role: 'thing',
    rising: -1,
    weight: 0,
    entries: `
      exit queue*, outflow streak*`,
  },
  {
    role: 'event',
    weight: 1.8,
    entries: `
      approve~, approval*`,
  },
];

/** Words that show a text to be about crypto. */
export const CRYPTO_WORDS: ReadonlySet<string> = new Set(
  `bitcoin bitcoins btc ethereum eth ether crypto cryptos cryptocurrency cryptocurrencies blockchain blockchains
  defi nft nfts dao stablecoin stablecoins altcoin altcoins memecoin memecoins web3 metaverse dapp dapps airdrop
  airdrops tokenized tokenization token tokens solana xrp ripple cardano dogecoin doge shiba litecoin bnb binance
  coinbase kraken kucoin okx bybit bitfinex ftx polkadot polygon avalanche chainlink tron monero tether usdt usdc
  uniswap aave arbitrum hodl satoshi satoshis bitmex grayscale microstrategy bakkt gemini huobi gnosis celsius
  luna terra algorand tezos filecoin zcash vechain eos dydx makerdao opensea cbdc hashrate wallet wallets mainnet
  testnet layer2 rollup rollups staking restaking staked validator validators hashprice halving dex dexs onchain whales
  mnav ibit fbtc gbtc etha mica presale web3 upbit bithumb bitget deribit mexc htx bitstamp hyperliquid metaplanet
  bitmine sharplink ethena usde usds pyusd rlusd usd1 wlfi paxos moonpay metamask trezor blockstream chainalysis
  elliptic certik coinglass cryptoquant glassnode santiment messari buterin vitalik hoskinson saylor bankman sbf
  aptos sui sei toncoin worldcoin hedera hbar injective cetus pudgy cryptopunk cryptopunks safemoon shibarium shib
  bittensor celestia starknet zksync lido eigenlayer pendle morpho ondo pepe bonk floki cosmos icp monero xmr zec
  xlm ada doge trx ltc bch avax matic crv ldo balancer bunni wormhole layerzero raydium kamino pancakeswap sushiswap
  bitdeer bitfarms cleanspark iren terawulf hut8 cipher gox kwon terraform mashinsky coins ico icos altseason
  tokenomics depin zk zkevm sequencer perps staker stakers unstake unstaked unstaking hashpower blockspace dapps
  airdropped memecoins multisig halvening sushi arb rndr ftt iota qtum elrond multiversx kusama 
  decred  yearn frax synthetix runes ordinals 
  decentraland axie ronin opensea nansen zachxbt gopax korbit bittrex quadrigacx cryptopia coincheck bitflyer wazirx
  coindcx coinswitch luno mercado bitso poloniex bybt phemex bingx lbank blockfi  hodlnaut 
  samourai bitfufu canaan bitmain antpool viabtc f2pool  bitwise coinshares  sparrow
  tangem argent starkware consensys infura  fireblocks bitgo anchorage`.split(/\s+/),
);

/** Two words in a row that do. */
export const CRYPTO_PAIRS: ReadonlySet<string> = new Set(
  `digital asset,digital assets,tornado cash,do kwon,layer 2,layer #,mt gox,white hat,white hats,private key,private keys,
  hot wallet,on chain,bug bounty,fear and,extreme fear,mining difficulty,prediction market,spot etf,spot etfs,
  decentralized exchange,smart contract,smart contracts,flash loan,circle stock,circle shares,riot platforms,
  core scientific,world liberty,hash rate,hash power,yield farmers,yield farming,fee switch,
  core devs,gas fees,gas limit,seed phrase,address poisoning,cme gap,kimchi premium,liquidity pool,
  cold wallet,token sale,meme coin,meme coins,yield farm,
  block reward,bridge exploit,oracle network,miner fees,miners fees,leveraged longs,crypto's,trump media,justin sun,rug pull`
    .split(',')
    .map((pair) => pair.trim()),
);
