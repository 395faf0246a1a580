import type { Topic } from '../../model/topic.ts';

/**
 * Words and phrases by topic, lower case, in the singular; "a b" is a phrase. A phrase that ends in "!"
 * says the topic on its own, the others only hint at it.
 */
export const TOPIC_RULES: Readonly<Record<Exclude<Topic, 'opinion' | 'price-prediction' | 'sponsored'>, string>> = {
  etf: 'etf!, exchange traded fund!, exchange-traded fund!, spot fund, crypto fund!, bitcoin fund!, ibit!, fbtc!, gbtc!, etp, net inflow, net outflow',
  regulation:
    'regulation!, regulator!, regulatory!, sec!, cftc!, mica!, clarity act!, genius act!, fca!, esma!, finma!, lawmaker, senate, congress, bill, legislation!, licence, license, compliance, rulemaking!, oversight, crackdown!, ban, treasury secretary, fsc, rule proposal!, no-action letter!, enforcement action!',
  rates:
    'interest rate!, rate cut!, rate hike!, fomc!, federal reserve!, fed, powell!, ecb!, boj!, boe!, bank of japan!, bank of england!, monetary policy!, basis point!, central bank!, dot plot!, fed fund!, treasury yield!, policy rate!, hawkish, dovish',
  inflation: 'inflation!, cpi!, pce!, ppi!, consumer price!, deflation!, disinflation!, stagflation!',
  liquidations:
    'liquidation!, liquidated!, deleveraging!, long squeeze!, short squeeze!, margin call!, forced selling!, wiped out, leveraged position, overleveraged',
  derivatives:
    'derivative!, futures!, perpetual!, open interest!, option expiry!, options expiry!, funding rate!, option, cme, leverage, deribit!, implied volatility!, basis trade!, swap',
  mining:
    'miner!, bitcoin mining!, crypto mining!, hashrate!, hash rate!, mining difficulty!, mining, asic, network difficulty!, marathon digital!, riot platform!, cleanspark!, block reward!, halving!',
  hack: 'hack!, hacked!, hacker!, exploit!, exploited!, stolen!, phishing!, rug pull!, drained, breach, vulnerability, malware!, ransomware!, lazarus!, scam, heist!, theft!, thief!, signer key!, drained of!, private key, wallet drainer!, cyberattack!',
  stablecoins: 'stablecoin!, usdt!, usdc!, tether!, circle, depeg!, depegged!, dai, usde!, pyusd!, peg, stable coin!',
  defi: 'defi!, decentralized finance!, decentralised finance!, dex!, uniswap!, aave!, lending protocol!, liquidity pool!, yield farming!, total value locked!, tvl!, amm, liquidity provider, makerdao!, compound finance!, curve finance!, staking!, staked!, validator!, restaking!, liquid staking!, lido!, eigenlayer!, proof of stake!, proof-of-stake!, unstaking!, staking reward!, stake',
  exchanges:
    'binance!, coinbase!, kraken!, okx!, bybit!, crypto exchange!, bitfinex!, kucoin!, upbit!, bithumb!, bitget!, gemini, exchange, trading platform, robinhood, proof of reserve!',
  adoption:
    'adoption!, bitcoin treasury!, strategic reserve!, treasury company!, legal tender!, accepts bitcoin!, institutional, institutional adoption!, payment, partnership, integrates, microstrategy!, bitcoin reserve!, merchant, bitcoin hoard!, bitcoin holding!, bitcoin stash!',
  earnings:
    'earnings!, quarterly result!, quarterly profit!, eps!, revenue, guidance, quarter result, q1, q2, q3, q4, net income!, profit warning!, beats estimate!, misses estimate!, revenue estimate!, sales forecast!, profit forecast!, revenue forecast!, earnings per share!, fiscal quarter!, operating profit!, net profit!',
  macro:
    'gdp!, recession!, payroll!, unemployment!, jobless!, macroeconomic!, economy, economic, jobs report!, pmi!, consumer sentiment!, dollar index!, dxy!, risk-off!, risk-on, bond yield!, fiscal, debt ceiling!, retail sale!, quantitative easing!, quantitative tightening!, economist, labor market!',
  geopolitics:
    'tariff!, war!, sanction!, geopolitical!, geopolitic!, invasion!, missile!, ceasefire!, trade war!, iran!, israel!, ukraine!, russia, nato!, opec, military, middle east!, airstrike!, embargo!, strait of hormuz!, conflict!, election',
  listings:
    'listing!, lists!, delist!, delisting!, delisted!, will list!, ipo!, initial public offering!, go public!, goes public!, direct listing!, spac!, debut, airdrop, launchpool!, token sale!, trading pair!',
  whales:
    'whale!, large holder!, dormant wallet!, on-chain data, accumulation, accumulated, whale alert!, dormant, satoshi-era!, lookonchain!, arkham, moved to exchange',
  legal:
    'lawsuit!, sue!, sued!, sues!, court!, judge!, settlement, indictment!, indicted!, convicted!, sentenced!, guilty!, fraud!, trial, doj!, department of justice!, prosecutor!, class action!, charged, plea, verdict!, appeal, attorney general!, bankruptcy!, fined!',
  technology:
    'upgrade, hard fork!, hardfork!, mainnet!, testnet!, layer 2!, layer-2!, zero-knowledge!, rollup!, blockchain, protocol upgrade!, ai!, artificial intelligence!, chip, semiconductor!, software, developer, quantum!, network upgrade!, smart contract, open source, pectra!, fusaka!',
  stocks:
    'stock!, share, share fall!, share slide!, share jump!, share drop!, share rise!, share plummet!, share surge!, share tumble!, share plunge!, share gain!, share soar!, share slump!, share sink!, share climb!, share rally!, nasdaq!, s&p!, dow jones!, dow!, equity!, wall street!, nyse!, nikkei!, kospi!, ftse!, dax!, stock market!, shareholder, dividend!, buyback!, russell 2000!, hang seng!, equitie!',
  commodities:
    'gold!, silver!, oil!, crude!, brent!, wti!, copper!, commodity!, commoditie!, natural gas!, precious metal!, platinum!, palladium!, wheat!, bullion!, opec!, xau!',
  tokens:
    'altcoin!, memecoin!, meme coin!, token, airdrop!, token unlock!, token burn!, unlock, tokenomic!, dogecoin!, shiba inu!, pepe!, presale!, ico!, token launch!, buyback and burn!, dao, nft!, non-fungible!, opensea!, bored ape!, cryptopunk!, digital collectible!, ordinal, collectible, magic eden!, nft marketplace!',
};

/** Hold a word of a topic and mean something else. */
export const NO_TOPIC =
  'digital gold,gold rush,gold standard,gold miner,in stock,market share,per share,pay the bill,foot the bill';
