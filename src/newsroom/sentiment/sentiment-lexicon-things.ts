import type { LexiconGroup } from './sentiment-entry.ts';

/** Quantities of companies, markets and economies. */
export const THINGS: readonly LexiconGroup[] = [
  {
    role: 'thing',
    rising: 1,
    weight: 0,
    entries: `
      price*, share*, stock*, equity, equities, share price*, stock price*, stock market*, value, valuation*, index,
      indices, indexes, futures, market*, trading volume*, volume*, nifty, sensex, nasdaq, dow, dow jones, ftse, dax,
      nikkei, rupee, euro, commodity, commodities, gold price*, silver price*, token*, coin*, tvl,
      total value locked, hashrate, hash rate, open interest, market share, price target*, target price*, pt,
      price objective, rating*, outlook, guidance, sentiment, confidence, activity, users, user base, active users,
      active addresses, transactions, demand, appetite, holdings, reserves, deposits, assets under management, aum,
      buying, buyers, interest, participation, sales, turnover, revenue*, income, output, production, exports,
      orders, bookings, backlog, shipments, deliveries, traffic, subscribers, customers, profitability, profit*,
      net profit*, operating profit*, pretax profit*, pre tax profit*, pat, ebitda, ebit, eps, earnings,
      earnings per share, margin*, cash flow*, net sales, net income, operating income, operating result, dividend*,
      payout*, returns, yield on cash, gdp, economy, growth rate, employment, payrolls, retail sales, spending,
      investment*, factory activity, pmi, housing starts, home sales, consumer confidence, stake, stakes,
      profit before tax, profit before taxes, profits before tax, profit after tax, profit after taxes, earnings before tax,
      earnings before taxes, cash flow from operations, cash flow from operating activities, operating cash flow,
      return on investment, return on equity, order intake, order backlog, orders received, equity ratio,
      capital expenditure, capex, support, funding, premium, market cap*, m cap, mcap, market capitalization,
      market capitalisation, deal value, oil prices, crude oil prices, crude price*`,
  },
  {
    role: 'thing',
    rising: -1,
    weight: 0,
    entries: `
      cost*, expense*, expenditure*, tariff*, tax, taxes, debt*, borrowing*, interest rate*, rate*, repo rate,
      yields, treasury yields, bond yields, jobless claims, unemployment, unemployment rate, joblessness, inflation,
      cpi, ppi, vix, volatility, churn, vacancies, lease costs, gas fee*, fee*, transaction fee*, deficit*,
      trade deficit, fiscal deficit, current account deficit, inventories, stockpiles, short interest,
      exchange reserves, exchange balances, premiums, downtime, emissions, npa, npas, non performing loans,
      bad loans, bad debt*, provisions, provisioning, leverage, taper, tapering, tensions, uncertainty, stress,
      cases, covid cases, death toll, deaths, funding costs, input costs, import bill, imports, sell orders, shorts,
      withdrawal*`,
  },
  {
    role: 'thing',
    rising: -1,
    weight: -0.9,
    entries: `
      loss, losses, net loss*, operating loss*, pretax loss*, pre tax loss*, loss before tax, loss before taxes,
      loss after tax, loss after taxes, loss for the period, quarterly loss*, liability, redemption*, delinquency,
      delinquencies, bankruptcies, insolvencies, layoff*, job cut*, foreclosure*, write down*, writedown*,
      write off*, writeoff*, impairment*, chargeoff*, shortfall*, risk*, fear*, worry, worries, concern*, doubt*,
      anxiety, jitters, headwind*, pressure, woes, trouble*, pain, panic, turmoil, crisis, crises, chaos, damage*,
      penalties, frauds, lawsuits, complaints, recession risk*, slowdown fears, debt burden, contagion, hostilities,
      conflict, threat*, obstacle*`,
  },
  {
    role: 'thing',
    rising: 0,
    weight: 0,
    entries: `
      dollar, us dollar, dollar index, dxy, oil, crude, supply, difficulty, mining difficulty, dominance, oil price*`,
  },
];
