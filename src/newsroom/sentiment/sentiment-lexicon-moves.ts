import type { LexiconGroup } from './sentiment-entry.ts';

/** What goes up, down, on or away. Weights are our own: about 1 is an ordinary day, 2 an extraordinary one. */
export const MOVES: readonly LexiconGroup[] = [
  {
    role: 'move',
    weight: 2,
    alone: 2,
    entries: `
      surge~, soar~, skyrocket~, rocket~, roar~ back, roar~, zoom~, moon~, go~ parabolic, parabolic, blast~ past,
      blast~ through, blast~ off, shoot~ up, shot up, balloon~, explode~ higher, quadruple~, triple~, all time high*,
      all time record, record high*, new high*, new ath, ath, new record*, lifetime high*, highest ever, hit~ a high,
      hit~ high*, hit~ new high*, hit~ record high*, multifold, sharply higher, upper circuit, fresh high*,
      record breaking, record setting, price discovery, life time high*, pop~ higher, month high*, week high*,
      day high*, year high*, mth high*, decade high*, wk high*, # day streak`,
  },
  {
    role: 'move',
    weight: 1.5,
    alone: 1.5,
    entries: `
      rally~, jump~, leap~, vault~, spurt~, double~, break~ out, breakout*, break~ above, break~ past,
      break~ through, smash~ through, smash~ past, surpass~, rebound~, bounce~ back, bounce~, recover~, recovery,
      reclaim~, regain~, retake~, recoup~, climb~, advance~, gain~, rise~, upswing, upturn, uptrend*, upside, upward,
      upwards, upbeat, outpace~, outstrip~, scale~ new high*, snap~ losing streak, winning streak*, spring~,
      cross~ above, move~ above, climb~ above, rise~ above, push~ above, push~ past, soars past, surges past, top~ #,
      race~ past, race~ to, run up, hit~ all time high, strengthen~, swell~, edge~ up sharply, move~ higher,
      trade~ higher, open~ higher, close~ higher, end~ higher, settle~ higher, push~ higher, in the green, in green,
      go~ green, turn~ green, on a tear, uptick in price, melt up, go~ up, move~ up, tick~ up, pick~ up, buoy~,
      uplift~, propel~, catapult~, pop~, perk~, blow~ past, sail~ past, fly~ high, power~ higher`,
  },
  {
    role: 'move',
    weight: 1,
    alone: 1,
    entries: `
      grow~, growth, increase~, boost~, lift~, expand~, exceed~, raise~, hike~, spike~, improve~, improvement*, up #,
      up over #, up nearly #, up almost #, up about #, up more than #, up to # high, higher, higher by, larger,
      bigger, greater, edge~ up, edge~ higher, inch~ up, inch~ higher, tick~ higher, uptick*, firm~ up, firmed,
      perk~ up, stocks up, shares up, prices up, price up, futures up, sales up, profit up, revenue up, markets up,
      is up, are up, was up, were up, ends up, closes up, opens up #, ended up, up as, up on, up after, up amid,
      up sharply, up in trade, up slightly, upped, ups, multiply~, snowball~, add~ #, cross~ #, hit~ #, reach~ #,
      pass~ #, touch~ #, hits $, above #, over the # mark, past #, heighten~, elevated, enhance~, step~ up, ramp~ up,
      scale~ up, beef~ up, gain ground, gains ground, gained ground, gather~ steam, extend~ gains, extend~ rally,
      extend~ winning streak, pile~ up, gap~ up, revised up, revise~ upward*, upwardly, appreciate~, appreciation,
      quicken~, build~ up, resurge~, resurgence, uptake, inflate~, fatten~`,
  },
  {
    role: 'move',
    weight: -2,
    alone: -2,
    entries: `
      plunge~, plummet~, crash~, nosedive~, tumble~, tank~, collapse~, crater~, slump~, sink~, dive~, free fall,
      freefall, free falling, bleed~, bloodbath, bloodletting, meltdown*, rout, routs, wipeout*, wipe~ out,
      wiped off, implode~, implosion, cave~ in, carnage, massacre, capitulate~, capitulation, record low*,
      all time low*, lifetime low*, new low*, fresh low*, lowest ever, lowest price, hit~ low*, hit~ new low*,
      hit~ a low, sharply lower, lower circuit, halve~, decimate~, flash crash~, crumble~, go~ to zero, evaporate~,
      vaporize~, sell off*, selloff*, death spiral*, spiral~ down, steep drop, month low*, week low*, day low*,
      year low*, mth low*, wk low*, decade low*`,
  },
  {
    role: 'move',
    weight: -1.5,
    alone: -1.5,
    entries: `
      fall~, drop~, slide~, skid~, decline~, shed~, break~ below, break~ down, breakdown*, fall~ below, drop~ below,
      slip~ below, sink~ below, slide~ below, dip~ below, plunge~ below, lose~ ground, lose~ steam, lose~ momentum,
      run~ out of steam, give~ up gains, give~ back .. gains, give~ .. gains back, give~ back, downtrend*, downturn*, downswing*, downward, downwards,
      downside, downbeat, losing streak*, pull~ back, pullback*, retreat~, retrace~, retracement*, correct~ sharply,
      drawdown*, weaken~, deteriorate~, deterioration, dwindle~, shrink~, shrinkage, contract~ by, contraction*,
      worsen~ off, in the red, in red, turn~ red, lower close, move~ lower, trade~ lower, open~ lower, close~ lower,
      end~ lower, settle~ lower, push~ lower, drift~ lower, underwater, go~ down, comes down, move~ down, dry~ up,
      erode~, erosion, slash~, halving of, trim~ sharply, downdraft, depreciate~, depreciation, devalue~,
      devaluation, ebb~, decelerate~, deceleration, dim~, contracts #, contracted #, knock~ down`,
  },
  {
    role: 'move',
    weight: -1,
    alone: -1,
    entries: `
      dip~, slip~, lower, lowered, lowers, lowering, decrease~, down, down #, down by, down over #, down nearly #,
      down about #, down more than #, edge~ down, edge~ lower, inch~ lower, inch~ down, ease~ lower, tick~ down,
      tick~ lower, sag~, soften~, softer, reduction*, diminish~, shave~, correction*, market correction,
      consolidates losses, below #, under # mark, falter~, wobble~, languish~, struggle~, stagnate~, stagnation,
      stagnant, stumble~, lag~, laggard*, subdued, tepid, sluggish, lackluster, lacklustre, dull, muted, loser*,
      fewer, smaller, downtick, revise~ downward*, drain~ from, slow down, slowdown*, slower`,
  },
  {
    role: 'shift',
    weight: -0.7,
    alone: -0.9,
    entries: `
      fade~, stall~, slow~, cap~ gains, halt~, pause~, fizzle~, fizzle~ out, fail~ to hold, lose~ its, unwind~,
      wane~, run~ out, dampen~, curtail~, hamper~, hinder~, dent~, derail~, thwart~ recovery, stifle~, sour~,
      cut~ short, erase~, pare~, trim~, sap~, disrupt~, undermine~, suspend~, cancel~, scrap~, shelve~, abandon~,
      withdraw~, delay~, postpone~, revoke~, reject~, block~, scuttle~, veto~, terminate~, capped, caps,
      limit~ gains, limit~ losses`,
  },
  {
    role: 'shift',
    weight: -0.7,
    alone: 0,
    entries: `
      ease~, cool~, cool~ off, cool~ down, moderate~, abate~, subside~, recede~, cut~, reduce~, minimize~,
      minimise~, curb~, contain~, combat~, counter~, stem~, lessen~, mitigate~, limit~ the, stop~,
      offset~, absorb~, eliminate~, drop~ the, lift~ the ban, reverse~, plug~, clean~ up, wind~ down, counteract~,
      remove~, cut~ down, bring~ down, end~`,
  },
  // What narrows is a loss or a deficit.
  {
    role: 'shift',
    weight: -1.2,
    alone: 0,
    entries: `
      narrow~`,
  },
  // What was planned, and is not to be.
  {
    role: 'shift',
    weight: -0.8,
    alone: -0.8,
    entries: `
      abandon~ plan* to, abandon~ plan* for, cancel~ plan* to, cancel~ plan* for, drop~ plan* to, drop~ plan* for,
      halt~ plan* to, scrap~ plan* to, scrap~ plan* for, shelve~ plan* to, shelve~ plan* for, withdraw~ plan* to,
      walk~ back plan* to, walk~ back plan* for, walk~ back plan*`,
  },
  {
    role: 'shift',
    weight: -0.8,
    alone: 0,
    entries: `
      deny~ plan* to, drop~ proposal to, reject~ bid to, reject~ call* to, reject~ plan* to,
      reject~ proposal to, reject~ push to, rule~ out, scrap~ proposal to, back~ away from, back~ off, walk~ away from,
      walk~ back, no plan* to, no intention of`,
  },
  {
    role: 'shift',
    weight: -0.8,
    alone: 0.8,
    entries: `
      avert~, prevent~, overcome~, thwart~, foil~, survive~, withstand~, alleviate~, resolve~, fix~, patch~, repair~,
      recover~ from, bounce~ back from, rebound~ from, quell~, soothe~, calm~, allay~, dispel~, escape~,
      recoup~ losses, make~ up for, dismiss~, dismissal, acquit~, acquittal, exonerate~, clear~ of, cleared,
      drop~ charges, throw~ out, toss~ out, toss~, overturn~, turn~ around, shut~ down false, defeat~,
      protect~ against, guard~ against, back online, back up, made whole, emerge~ from, recover~ #, recover~ most, cover~ losses, make~ whole, hand~ back, return~ funds,
      pay~ back, repaid, refunds customers, refunds users, safeguard~ against, repay~, reimburse~, compensate~,
      refund~, recover~ stolen, recover~ funds, recover~ losses, return~ stolen, return~ frozen, return~ #,
      freeze~ stolen, unfreeze~, rescue~, frees, freed, free kidnapped, pay~ out, pays # to, make~ good on`,
  },
  {
    role: 'shift',
    weight: 1.3,
    alone: 0,
    entries: `
      extend~, prolong~, continue~, persist~, compound~, fuel~, spark~, trigger~, exacerbate~, aggravate~, amplify~,
      reignite~, stoke~, confirm~, sustain~, face~`,
  },
  {
    role: 'shift',
    weight: 1.2,
    alone: -0.4,
    entries: `
      deepen~, widen~, mount~, escalate~, intensify~`,
  },
  {
    role: 'shift',
    weight: 1,
    alone: 0.8,
    entries: `
      accelerate~, resume~, restart~, reinstate~, restore~, reopen~`,
  },
  {
    role: 'shift',
    weight: 1.3,
    alone: 0.6,
    entries: `
      record, records, recorded, recording`,
  },
  {
    role: 'move',
    weight: 1.5,
    alone: 0.6,
    entries: `
      highest level*, high, highs, nears #, nearing #, neared #`,
  },
  {
    role: 'move',
    weight: -1.5,
    alone: -0.6,
    entries: `
      lowest level*, low, lows`,
  },
  {
    role: 'move',
    weight: 1.5,
    alone: 0.25,
    entries: `
      highest since, highest in`,
  },
  {
    role: 'move',
    weight: -1.5,
    alone: -0.25,
    entries: `
      lowest since, lowest in`,
  },
  {
    role: 'shift',
    weight: -0.9,
    alone: 0,
    entries: `
      snap~`,
  },
  {
    role: 'shift',
    weight: -0.2,
    alone: -0.3,
    entries: `
      deny~, denial*, refute~, debunk~`,
  },
];
