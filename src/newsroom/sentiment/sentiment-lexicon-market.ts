import type { LexiconGroup } from './sentiment-entry.ts';

/** Moods and verdicts of markets. */
export const MARKET: readonly LexiconGroup[] = [
  {
    role: 'word',
    weight: 1.4,
    entries: `
      bullish, bullishness, bull run*, bull market*, bull rally, boom~, golden cross, outperform~, outperformance,
      beat~ market, relief rally, santa rally, overweight, thrive~, flourish~, blockbuster, breakthrough*, euphoria,
      euphoric, windfall, bonanza, jackpot, lucrative, exuberance, unstoppable, outshine~, shine~, hot streak,
      sizzle~, rosy, exuberant, smash~ record*, break~ record*, break~ all time, record profit*, record revenue*,
      record sales, record earnings, record inflow*, record quarter, record demand, strong buy, top pick*,
      buy rating, buy call*, conviction buy, multibagger*, market darling*, dominates, high conviction,
      oversubscribed, soft landing, goldilocks, risk on`,
  },
  {
    role: 'word',
    weight: 1,
    entries: `
      bull, bulls, optimism, optimistic, confident, upgrade~ to buy, upgrade to, positive, positively, strong, stronger,
      strongest, strongly, strength, robust, solid, resilient, resilience, healthy, buoyant, favorable, favourable,
      attractive, promising, hopeful, encouraging, impressive, momentum, tailwind*, undervalued, bargain*, cheap,
      outperformer*, top gainer*, steady growth, success, successful, successfully, win~, winner*, reward~, benefit~,
      beneficiary, beneficiaries, beat~, top~ estimates, top~ expectations, top~ forecast*, ahead of estimates,
      ahead of expectations, above expectations, above estimates, better than expected, stronger than expected,
      healthier, support level holds, holds support, hold~ above, stay~ above, remain~ above, hold~ firm,
      holds steady, accumulate~, accumulation, buying opportunity, buying spree, dip buyers, bottom~ out, bottomed,
      oversold, bargain hunting, value buying, short covering, fresh buying, strong buying, on buying, snap~ up,
      scoop~ up, load~ up, stock~ up, flip~ bullish, turn~ bullish, stay~ bullish, eclipse~, lead~ gains,
      lead gainers, gather momentum, gain~ momentum, gain~ traction, traction, excellent, profitable, profitably,
      prosper~, prosperity, safe haven, stabilize~, stabilise~, reassure~, bet~ big, bets on, bullish on,
      stay invested, stay put, must have, good time to buy, ^ buy, ^ accumulate, ^ add, buy on dips, can buy,
      could double, buy rated, add to portfolio, upbeat on, double digit growth, double digit gain*, bright,
      brighten~, cushion~, regain~ momentum, celebrate~, cheers, is a buy, a buy, becomes a buy, ^ like, a good buy,
      decent buy, good stock pick, bet on, go long, long on, ^ prefer, ^ favour, ^ favor, gainer*, cheer~,
      look~ good, look~ attractive, looks great, good buy, good time, great buy, great opportunity,
      buying opportunities, good entry point`,
  },
  {
    role: 'word',
    weight: 0.5,
    entries: `
      potential upside, recommends, outright buy, eye~ rally, eyes $, on track, target #, targets #, target of #,
      stay~ ahead, hold~ up, support~, supportive, prefer~, synergy, clear path, progress, long~ term growth,
      room to run, room to grow, upside potential, attract~, lure~, buyback*`,
  },
  {
    role: 'word',
    weight: -1.4,
    entries: `
      bearish, bearishness, bear market*, bear run, crypto winter, death cross, underperform~,
      underperformance, panic sell~, fire sale*, black monday, black thursday, dead cat bounce, rout deepens,
      recession, recessionary, depression, stagflation, hyperinflation, hard landing, catastrophic, catastrophe,
      disaster, disastrous, devastate~, dire, bleak, grim, gloomy, gloom, doom, doomed, horrible, terrible, awful,
      nightmare*, brutal, worst, ugly, toxic, worthless, despair, desperate, ruin, ruined, debacle, fiasco,
      market turmoil, mayhem, mass liquidation*, sell rating, strong sell, dump~, drub~, hammer~, pummel~, batter~,
      clobber~, thump~, crush~, shatter~, rattle~, spook~, roil~, rock~ markets, bubble burst*, burst~, bloody,
      risk off, underweight, overvalued, market crash, wipe~ off, perfect storm, in trouble, on the brink,
      brink of collapse, brink of bankruptcy, reel~, ail~, plague~, cripple~, paralyze~, sour sentiment,
      extreme fear`,
  },
  {
    role: 'word',
    weight: -1,
    entries: `
      bear, bears, pessimism, pessimistic, negative, negatively, weak, weaker, weakest, weakness*, poor, poorly, bad,
      badly, worse, worsen~, downgrade~, cautious, caution, cautions, cautioned, warn~, warning*, warns of, alarm~,
      nervous, nervousness, uneasy, wary, skeptic*, skeptical, sceptical, skepticism, scepticism, uncertain,
      volatile, turbulent, turbulence, choppy, vulnerable, vulnerability, unsustainable, overbought, overheated,
      profit taking, profit booking, book profit*, book~ profit*, take~ profit*, cash out, cashes out, exit~, exodus,
      flee~, shun~, disappoint~, disappointment, miss~, below expectations, below estimates, below forecast*,
      worse than expected, weaker than expected, lower than expected, short of expectations, fall~ short, shortage*,
      lose~, loss making, hurt~, hit~ by, hit hard, hard hit, take~ a hit, take~ hit, suffer~, hit lower circuit,
      drag~, depress~, gap~ down, squeeze~, strain~, stressed, distress, distressed, troubled, troubling, problem*,
      difficulties, difficulty meeting, challenging, setback*, blow to, deal~ a blow, blow for, plight, fragile,
      unstable, instability, resist~ rally, reject~ at, rejection*, resistance, fail~, failure*, bulls fail,
      trapped, dismal, anemic, drawback*,
      underwhelm~, lukewarm, sell~ the news, ^ sell, ^ avoid, ^ reduce, ^ exit, sell on rallies, sell on rise,
      stay away, stay away from, steer clear, avoid buying, sell call*, put options, into puts, buy~ puts, # puts, puts to, short~ bitcoin, shorted,
      overhang, dilute~, dilution, glut, oversupply, slack, tight liquidity, tension, outage*, erratic, whipsaw~,
      expensive, overpriced, hawkish, wilt~, flounder~, buckle~, succumb~, damp~, curse*, threaten~, victim*, blame~,
      regret~, red flag*, weigh~ on, under pressure, drag~ down, weigh~ down, bail~ on, step~ back, vanish~, not buy,
      do not buy, avoid buying into, not a buy, no buy`,
  },
  {
    role: 'word',
    weight: -0.5,
    entries: `
      rangebound risk, question~, questions over, wait and watch, concerned, complex, costly, stuck, limited upside,
      pricey, crowded, hold off, careful, noise, doubtful, unclear, unknown, mixed bag, unmoved, cool on, shake up,
      bubble, frothy, hype, overhyped, shaky`,
  },
  {
    role: 'word',
    weight: -0.3,
    entries: `
      flat, mixed, sideways, quit~, leave~`,
  },
  {
    role: 'word',
    weight: 0.35,
    entries: `
      steady, stable, stability, recommend~`,
  },
  {
    role: 'word',
    weight: 0.38,
    entries: `
      good, great, best, better, opportunity, opportunities, ideal, love, loves, happy, safe, safer, interesting,
      popular, popularity, preferred, favorite, favourite, leader*, leading, leadership, innovative, innovation*,
      efficient, efficiency, clarity, faith, trusted`,
  },
  {
    role: 'word',
    weight: -0.6,
    entries: `
      tough, tougher, difficult, rough, knock~, burnt`,
  },
  {
    role: 'word',
    weight: -0.35,
    entries: `
      resign~, resignation*, oust~`,
  },
];
