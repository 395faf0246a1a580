const list = (text: string): readonly string[] => text.split(',').map((entry) => entry.trim());

export const MOVES = list(
  'falls, climbs, slips, rallies, sinks, jumps, plunges, edges up, edges down, tumbles, surges, slides, rebounds, steadies, drops, gains, soars, retreats',
);
export const CAUSES = list(
  'traders unwind leverage, ETF inflows return, liquidations mount, the Federal Reserve holds rates, inflation cools, exchange reserves shrink, a court delays its verdict, whales move coins to exchanges, miners sell into strength, the dollar firms, Congress debates a stablecoin bill, an exploit drains a bridge, earnings beat estimates, tariffs unsettle markets, open interest climbs, bond yields rise, a hard fork nears, regulators open an inquiry, short sellers cover, options expire',
);
export const ACTORS = list(
  'analysts, traders, regulators, miners, lawmakers, developers, investors, prosecutors, auditors, brokers, validators, executives, economists, creditors, funds, exchanges, custodians, market makers, central bankers, shareholders',
);
export const DEEDS = list(
  'said, warned, noted, expect, doubt, argue, reported, estimated, told clients, wrote in a note, confirmed, denied, calculated, believe, stressed, admitted',
);
export const THINGS = list(
  'open interest, funding rates, spot demand, exchange balances, liquidity, the order book, hash rate, staking yields, stablecoin supply, net inflows, realised losses, implied volatility, the basis trade, treasury holdings, quarterly revenue, guidance, compliance costs, custody rules, settlement times, margin requirements, transaction fees, the token unlock, the lawsuit, the merger, market depth, perpetual futures, the rate decision, retail volume, long positions, short positions',
);
export const TURNS = list(
  'had thinned before the session, remain close to a record, could weaken further, point to a recovery, were hit hard, look stretched, improved for a third week, fell short of forecasts, held up better than feared, left buyers cautious, support the current range, may force more selling, reflect fresh optimism, doubled within a month, stayed flat overnight, drew criticism from rivals, turned negative again',
);
export const WHENS = list(
  'on Monday, on Tuesday, on Wednesday, on Thursday, on Friday, overnight, in Asian hours, after the close, this week, last month, since January, during the quarter, in the past 24 hours, over the weekend, within minutes, before the hearing',
);
export const ASIDES = list(
  'according to filings, people close to the matter said, data from the venue show, as volumes dried up, despite calmer headlines, in line with earlier cycles, which surprised the desk, with little follow-through, citing weaker breadth, after a brief pause, as hedges rolled off, on thin turnover',
);
export const PLAIN_WORDS = list(
  'account, address, advance, agenda, average, balance, banking, barrier, benefit, border, branch, budget, capital, caution, chapter, circle, client, column, concern, contract, council, customer, decade, degree, demand, detail, dispute, document, economy, effort, estate, evidence, factor, failure, figure, forecast, framework, future, growth, habit, harbour, impact, income, index, industry, insight, issue, journal, labour, leader, length, level, limit, manager, margin, measure, method, minister, model, moment, motion, network, notice, number, object, office, opinion, option, order, outlook, output, partner, pattern, payment, period, policy, position, pressure, process, product, profit, project, purpose, quality, quarter, question, record, region, relation, reserve, response, result, review, sample, season, sector, service, signal, source, strategy, stream, structure, success, summary, supply, survey, system, target, theory, traffic, trend, venture, volume, weekend, window, witness',
);
export const NAME_PARTS = list(
  'al, bar, cor, dan, el, far, gor, hal, in, jor, kel, lam, mor, nor, ol, par, quin, ros, sel, tor, ul, var, wen, yor, zel',
);
