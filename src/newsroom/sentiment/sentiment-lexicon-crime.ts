import type { LexiconGroup } from './sentiment-entry.ts';
import { CAUGHT, OFFENCE, OWED, THIEF } from './sentiment-lexicon-classes.ts';

/** Crime and insolvency, what is lost and what comes back, and the steps of a procedure. */
export const CRIME: readonly LexiconGroup[] = [
  // What is lost comes back.
  {
    role: 'shift',
    weight: -0.8,
    alone: 1.2,
    entries: `
      get~|take~|claw~|pay~ # back, get~|take~|send~|hand~|claw~|pay~ .. money|funds|coins|it back,
      gets it all back, get it all back, to get back, gets back, got back, send~ back #,
      return~|refund~|repay~|reimburse~|compensate~ .. ${OWED}, return~ .. to ${OWED}, return~ # to,
      give~|hand~|pay~|send~ back .. ${OWED}, give~|hand~|pay~ .. back to ${OWED}, hand~ over ... to .. ${OWED},
      claw~ back ... ${THIEF}, recover~|recoup~|retrieve~ ... ${THIEF}, return~ .. deposits|funds|loot|money,
      ${OWED} .. get~|recover~|receive~|retrieve~ #, ${OWED} .. get~|recover~ .. back, ${OWED} .. be made whole,
      ${OWED} .. be repaid|refunded|reimbursed|compensated|paid,
      to be repaid|refunded|reimbursed|compensated|paid,
      send~|hand~|return~|give~ # eth|btc|sol|bnb|xrp|usdc|usdt|coins|tokens back, return~ .. back to,
      go~ back to .. owners|exchange|${OWED}, ${OWED} finally get|receive|see,
      cover~ .. loss|losses|shortfall|hole|damage, absorb~ .. loss|losses,
      reserves .. match|exceed|cover .. liabilities,
      ${THIEF} ... return~ ... most|all|half|part|everything|rest, return~ most|all|half|everything|rest of,
      ${OWED} ... start~ getting|receiving,
      coins|funds|money|eth|btc|tokens back in vault|wallet*|hands|treasury|pool*|account*,
      bug|flaw|hole|exploit found|caught|fixed|patched before, no harm done, found alive|safe|unharmed,
      freed unharmed, track~ down #, plug~|fill~ .. hole|shortfall, close~ .. gap in, save~|rescue~ # from,
      ${OWED} ... get|recover|receive #, data never left, not affected|exposed|compromised|impacted,
      regain~ parity|access, resume~ service to, reopen~ .. accounts,
      already|fully reimbursed|refunded|repaid|compensated, paid back, repaid|paid|refunded|reimbursed in full,
      # in restitution, restitution for, to get .. frozen|stolen|lost|seized, get~ back # .. stolen,
      get~ back .. stolen|frozen|seized|lost, change of heart, belong~ to .. ${OWED},
      belong~ to account holders, avert~, backstop~ .. deposits|depositors, no shortfall,
      never|not|weren't at risk, no user|customer|client funds lost|affected,
      funds|assets|deposits|coins|balances .. safe|safu|untouched|unaffected|unharmed|intact|secure,
      fully backed|reserved|collateralized|collateralised|covered, overcollateralized, insurer pays|covers,
      nobody|no one lost|loses|was hurt, bigger payout, plan confirmed`,
  },
  {
    role: 'word',
    weight: 0.9,
    entries: `
      back up after, is back up, are back up, back online, resume~ .. redemption*|withdrawal*|deposits,
      redemption*|withdrawal*|deposits .. resume~|reopen~|restored,
      honor~|honour~|process~ .. redemption*|withdrawal*, can withdraw, withdraw again, at par again,
      clean audit|opinion|reserves|report|record, clean bill of health, clean .. check|audit|report,
      pass~ .. audit*, unqualified opinion, arrest*|arrested|jailed|charged|convicted in .. ${OFFENCE},
      ${THIEF} .. ${CAUGHT}, ${THIEF} held in, suspect* ... caught|nabbed|arrested|busted,
      net~|nab~|catch~|arrest~|jail~ .. ${THIEF}, man|woman|men|teen|duo|trio|pair|couple who|that ..
      hacked|hijacked|stole|robbed|swindled|drained ... ${CAUGHT}, man|woman|men|teen|duo|trio|pair|couple
      who|that .. phished|kidnapped|scammed|defrauded|extorted ... ${CAUGHT},
      bust~|smash~|dismantle~ ... ring*|gang*|network*, take~ down .. ring*|gang*|network*, scam center* raided,
      done|finish~|stop~ selling|dumping, relieved, is fine, are fine, just fine, doing fine, to keep .. alive,
      # cents for each|every dollar, nominee confirmed, pro crypto nominee, proof of innocence,
      gets|got cold feet`,
  },
  // Crime, insolvency and missing money.
  {
    role: 'word',
    weight: -1.4,
    entries: `
      judicial management, under|into administration, provisional liquidation, provisional liquidator*,
      liquidator* appointed, protection from creditors, creditor|bankruptcy protection, under receivership,
      folds after|amid|following, haircut*, get pennies, pennies, cents on the dollar, an iou, ious, iou*,
      holding the bag, bagholder*, left|leave~ .. with nothing, left|leave~ .. empty handed, empty wallet*,
      emptied, nobody has keys, lost keys, can't|cannot|couldn't withdraw|redeem|access|recover,
      unable to withdraw|redeem|access|recover, hasn't|haven't|won't let .. withdraw|redeem, locked out,
      out of reach, never see .. money|coins|funds, still missing, gone|goes|went missing, already be gone,
      coins|funds|money|savings gone, gone with #, make~|made|run~ off with, abscond~,
      insider* bought|sold|dumped|cashed|held, tricked, duped, con man, con artist*, crook*, copycat,
      seed phrases, lazarus, north korean it, north korean hacker*, north korea hacker*, dprk, trojan, spyware,
      keylogger, borrowed coins, incomplete records, auditor* quits|resigns|walks|exits|leaves, won't say who,
      refuse~ to say, isn't|not worth .. dollar, no longer able to, unable to operate, can't pay, cannot pay,
      missed payment*, reserves|assets|funds fall~|fell short, reserves|assets .. short of, tied up,
      at gunpoint, home invasion, held hostage, torture~, receiver appointed,
      fall~|slide~|sink~|drop~|slip~|trade~ to|at # cents, pile~ into puts, gate~ withdrawals|redemptions,
      in the dark, lose~ parity, off peg, falls|fell|slips|dips below $, gates fund, empty vault*`,
  },
  {
    role: 'word',
    weight: -0.8,
    entries: `
      backdate~, lax, grill~, rip~ into, moratorium, must go, peddle~, deepfake*, impersonate~, relieve~ of,
      demand~ # from, agree~ to pay #, pay~ # to settle, to pay # fine|penalty, pay~ # fine|penalty,
      clients|users|customers|holders scramble, scramble~ for exit*, sab #, broker rule, wallet rule,
      power grab, monitoring tag, turns ugly, cleared for sale, letters to crypto, unpaid tax,
      bailed out by no one, no plans for, no plan for, no .. ever, we know you, thief, thieves,
      let~ ... off the hook`,
  },
  {
    role: 'word',
    weight: 0.5,
    entries: `
      remove~|lift~|drop~ .. monitoring tag*, remove~ .. monitoring tag* from`,
  },
  // Steps of a procedure, which decide nothing.
  {
    role: 'silent',
    entries: `
      law professor*, law school*, law firm*, extradition hearing*, sentencing, sentencing hearing*,
      sentencing memo*, confirmation hearing*, bail hearing*, fraud trial, fraud case, sanctions package*,
      under sanctions, risk weight*, another prison, retrial*, to question, take .. questions,
      takes .. questions, progress report*, status report*, fund sponsors, bill sponsors,
      responsible innovation, tax return*, tax season, tax form*, compare notes, on display, opens in,
      opens applications, opens consultation*, opens comment, opens public comment, peer review*,
      heist forfeiture, court case*, test case*, trial begins, trial starts, trial opens, trial date,
      jury selection, adjourn~, court ruling*, power tariff,
      transfers|wallets|payments|transactions|holdings|amounts|withdrawals|accounts above|over #,
      that took in #, restore frozen, meet~ # times, crime scene, seized by governments, coins seized,
      hearing slips, bankruptcy examiner*, bankruptcy lawyer*, bankruptcy fees, fee dispute*, under advisement,
      roman storm, retry storm, against storm, storm case, trials, fast licences, trade barbs,
      from # countries|states|nations|exchanges|firms, front end*,
      slip~ from|to monday|tuesday|wednesday|thursday|friday|next, case studies, case study, custody case,
      sanctions list, fine print`,
  },
];
