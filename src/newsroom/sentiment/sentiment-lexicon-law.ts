import type { LexiconGroup } from './sentiment-entry.ts';

const UNDO = either(`
  drop~ scrap~ shelve~ ditch~ dismiss~ withdraw~ toss~ nix~ void~ vacate~ quash~ annul~ overturn~ reverse~ end~ lift~
  ease~ relax~ loosen~ repeal~ rescind~ abolish~ remove~ undo~ suspend~ halt~ pause~ block~ reject~ oppose~ soften~
  waive~ defeat~ delay~ postpone~ stay~`);
const UNDO_PAIR_1 = either('throw~ strike~ walk~ roll~ row~ toss~ beat~ fight~ fend~ vote~ call~');
const UNDO_PAIR_2 = either('out down back off');
const UNDONE = either(`
  lifted scrapped dropped dismissed tossed overturned quashed vacated repealed rescinded withdrawn shelved annulled
  voided reversed eased`);
const PLAN = either('plan plans proposal proposals push effort efforts bid idea');
const TO_CURB = either('cap tax ban limit restrict curb bar outlaw freeze seize prohibit criminalize');
/** What authorities have against someone. */
const CHARGE = either(`
  charge* count* claim* suit* lawsuit* complaint* indictment* conviction* case cases probe* investigation* inquiry
  prosecution* injunction* subpoena* sentence* clawback*`);
/** What authorities forbid or take. */
const BAN = either(`
  ban* prohibition* restriction* curb* crackdown* sanction* levy levies moratorium blockade embargo suspension*
  delisting* penalty penalties fine fines clampdown curbs blacklisting blacklist`);
const TAX = either('tax taxes tds duty duties levy levies surcharge');
const RULE = either('rule rules requirement* standard* limit* regime clause* regulation* curbs');
const LICENCE = either(`
  license* licence* permit* approval* registration authorization authorisation nod charter* clearance`);
const PLEA = either(`
  appeal* bail motion* bid request* petition* application* applicant* pardon clemency plea* exemption* waiver*
  settlement`);
const OWED = either('victim* customer* users user creditor* depositor* investor* holders backers lenders clients savers');
const STATE = either('sec cftc irs doj regulator* prosecutors watchdog treasury feds taxman fca asic');
const THIEF = either('hacker* attacker* thief thieves exploiter* scammer* kidnapper* fraudster* robber* crook* swindler*');
const CRIME = either('theft hack heist robbery kidnapping exploit phishing hijacking scam swindle fraud extortion');
const CAUGHT = either(`
  arrested nabbed caught jailed busted convicted extradited sentenced imprisoned identified unmasked charged indicted
  detained pleads pleaded faces gets got get`);

/** Courts, regulators, lawmakers, crime and insolvency. */
export const LAW: readonly LexiconGroup[] = [
  // Charges, bans and taxes that go away.
  {
    role: 'word',
    weight: 1.4,
    entries: `
      ${UNDO} .. ${CHARGE}, ${UNDO} .. ${BAN}, ${UNDO} .. class action*, ${UNDO_PAIR_1} ${UNDO_PAIR_2} .. ${CHARGE},
      ${UNDO_PAIR_1} ${UNDO_PAIR_2} .. ${BAN}, ${UNDO_PAIR_1} ${UNDO_PAIR_2} .. class action*,
      ${UNDO_PAIR_1} ${UNDO_PAIR_2} on .. ${BAN}, back~|walk~|step~|shy|shies|move~ off|away from .. ${BAN},
      reject~|deny|denies|denied|dismiss~|refuse~ .. ${STATE} .. ${PLEA}, toss~|throw~ out .. ${STATE} .. ${PLEA}, ${CHARGE} ... ${UNDONE},
      ${BAN} ... ${UNDONE}, fine|penalty|sentence|charges|term .. slashed|cut|reduced|halved|lowered, attack ... fizzle~,
      attack ... foiled|thwarted|repelled|stopped|averted, lawsuit|case|suit|probe ends|over|settled|resolved, ${CHARGE} ... thrown|struck|rolled|called out|down|back|off,
      ${BAN} ... thrown|struck|rolled|called out|down|back|off,
      case|charges|lawsuit|indictment|prosecution .. collapse~|crumble~|unravel~|implode~,
      case|charges|lawsuit|indictment|prosecution fall~ apart,
      beat~|escape~|dodge~|duck~|sidestep~|avoid~|evade~ .. ${CHARGE},
      beat~|escape~|dodge~|duck~|sidestep~|avoid~|evade~ .. ${BAN},
      beat~|escape~|dodge~|duck~|sidestep~|avoid~ .. prison|jail|trial|liquidation|bankruptcy|insolvency|default,
      beat~ ... in court, beat~ ... on appeal, win~|prevail~ in court, win~|prevail~ on appeal, beat~ the rap,
      in the clear, off the hook, walk~ free, set~ free, go~ free, cleared of, clear~ .. of wrongdoing, no wrongdoing,
      wins dismissal|acquittal|reversal, win~ dismissal|acquittal|reversal|stay of, win~ dismissal of .. ${CHARGE}, win~ right to, all clear,
      off .. sanctions list, off .. blacklist, off .. watchlist, off .. grey|gray list, removed from .. sanctions,
      breathe~ easy|easier, breathe~ again, can exhale, exhale~, sigh of relief, great news for,
      ${STATE} lose~ .. appeal|case|bid|fight|suit|lawsuit|motion|battle, ${STATE} drop~|abandon~ .. ${PLEA},
      wrongly|wrongfully|unlawfully|illegally frozen|seized|charged|detained|convicted|fined|jailed|blocked,
      had|has|have no right to, had|has|have no power to, no authority to, overstep~, exceed~ .. authority|powers`,
  },
  {
    role: 'word',
    weight: 1.2,
    entries: `
      ${UNDO} .. ${PLAN} to ${TO_CURB}, ${UNDO} .. ${PLAN} for .. ${BAN}, ${UNDO} .. ${TAX}, no more ${TAX},
      abandon~|kill~|rethink~|reconsider~|bury|buries|buried .. ${PLAN} to ${TO_CURB}, back~|walk~|step~|shy|shies|move~ off|away from .. ${PLAN}, strike~ .. ${TAX},
      ${UNDO_PAIR_1} ${UNDO_PAIR_2} .. ${PLAN} to ${TO_CURB}, ${UNDO_PAIR_1} ${UNDO_PAIR_2} .. ${TAX},
      ${UNDO_PAIR_1} ${UNDO_PAIR_2} .. ${RULE}, balk~ at taxing|banning, ${TAX} ... ${UNDONE},
      cut~|lower~|slash~|reduce~|halve~|trim~|eliminate~|defer~ .. ${TAX}, no ${TAX}, zero ${TAX}, tax holiday*,
      tax amnesty, stay~|remain~|become~|go~ tax free, # rate for, exempt .. from,
      exempted from, ease~|relax~|loosen~|soften~|waive~|simplify|simplifies|scrap~|repeal~ .. ${RULE},
      ${RULE} .. ${UNDONE}, ${RULE} .. relaxed|loosened|softened, ${RULE} ... thrown|struck|rolled out|down|back,
      heads|head|headed for rewrite, water~ down .. ${RULE}, water~ down .. bill, bill dropped|shelved from,
      win~|gain~|get~|secure~ .. go ahead, wave~ through, waved through, give~ .. go ahead, treasury|ofac delists|delisted, withdraw~|rescind~ .. advisory|warning,
      banks|lenders|brokers|funds|firms|exchanges may|can|cleared|free|allowed .. hold|handle|offer|trade|custody|take|issue|list|serve,
      fail~ to block|kill|derail|ban, defy ban, fall~ short of ban,
      puts pen to, put pen to, becomes law, became law, signed into law, enforcement is over, era of .. over,
      war on crypto is over, end~ war on crypto, can bank again, back in business, debanking order|ban, hung jury,
      crypto|bitcoin|blockchain|web3 hub, digital asset hub, digital assets hub, gensler out, gensler resigns,
      gensler to leave, gensler steps down, mistrial, bail granted, granted bail, gets bail, freed on bail,
      release~ from prison|jail|custody|detention, released on bail, gets out, commute~ .. sentence*,
      spare~ .. prison|jail|charge*|count*|sentence|trial|fine|penalty, no jail time, no prison time, no penalty,
      no fine, won't face|be .. charges|enforcement|action|penalty|lawsuit|charged|sued|prosecuted, no charges,
      wrap~ up .. probe|review|inquiry|investigation|examination, conclude~|close~ .. probe|inquiry|investigation,
      never mind, make~|declare~|rule~|recognize~|recognise~ .. legal, legal property, become~ legal, is legal,
      is lawful, now legal, not a security, not securities, isn't a security, aren't securities, not unlawful,
      isn't|aren't|not illegal|suspicious|criminal|gambling, isn't|not .. crime, isn't|not .. crime scene,
      can't|cannot|won't|couldn't tax|ban|freeze|seize|block|outlaw|sue|prosecute`,
  },
  {
    role: 'event',
    weight: 1.3,
    entries: `
      win~|gain~|get~|snag~|land~|bag~|clinch~|secure~|obtain~|score~|receive~|earn~|grab~ .. ${LICENCE},
      give~|grant~|award~|hand~ .. ${LICENCE}, bar~|ban~|block~|stop~ .. fed|cbdc from, bar fed from, ban .. cbdc`,
  },
  // What is lost comes back.
  {
    role: 'shift',
    weight: -0.8,
    alone: 1.2,
    entries: `
      get~|take~|send~|give~|hand~|claw~|pay~ # back, get~|take~|send~|hand~|claw~|pay~ .. money|funds|coins|it back,
      gets it all back, get it all back, to get back, gets back, got back, sends back, sent back,
      return~|refund~|repay~|reimburse~|compensate~ .. ${OWED}, return~ .. to ${OWED}, return~ # to,
      give~|hand~|pay~|send~ back .. ${OWED}, give~|hand~|pay~ .. back to ${OWED}, hand~ over ... to .. ${OWED},
      claw~ back ... ${THIEF}, recover~|recoup~|retrieve~ ... ${THIEF}, return~ .. deposits|funds|loot|money,
      ${OWED} .. get~|recover~|receive~|retrieve~ #, ${OWED} .. get~|recover~ .. back, ${OWED} .. be made whole,
      ${OWED} .. be repaid|refunded|reimbursed|compensated|paid, to be repaid|refunded|reimbursed|compensated|paid,
      send~|hand~|return~|give~ .. back, go~ back to .. owners|exchange|${OWED}, ${OWED} finally get|receive|see,
      cover~ .. loss|losses|shortfall|hole|damage, absorb~ .. loss|losses, reserves .. match|exceed|cover .. liabilities,
      already|fully reimbursed|refunded|repaid|compensated, paid back, repaid|paid|refunded|reimbursed in full,
      # in restitution, restitution for, to get .. frozen|stolen|lost|seized, get~ back # .. stolen,
      get~ back .. stolen|frozen|seized|lost, change of heart, belong~ to .. ${OWED}, belong~ to account holders,
      avert~, backstop~ .. deposits|depositors, no shortfall, never|not|weren't at risk, no user|customer|client funds lost|affected,
      funds|assets|deposits|coins|balances .. safe|safu|untouched|unaffected|unharmed|intact|secure,
      fully backed|reserved|collateralized|collateralised|covered, overcollateralized, insurer pays|covers,
      nobody|no one lost|loses|was hurt, bigger payout, plan confirmed`,
  },
  {
    role: 'shift',
    weight: -0.8,
    alone: 0.5,
    entries: `
      strike~ down, repeal~, rescind~, vacate~, nullify, nullifies, nullified, quash~, overturn~, roll~ back, spare~,
      exonerate~, acquit~, unfounded, baseless, untrue, debunk~, stave~ off, ward~ off, fend~ off, fight~ off,
      beat~ back, head~ off, nip~ in the bud, false alarm, is false, are false, was false, claim* false,
      report* false, rumor*|rumour* false, rumor*|rumour* ... are|is false|untrue|unfounded|baseless, no truth to,
      no truth in`,
  },
  {
    role: 'shift',
    weight: -0.8,
    alone: 0,
    entries: `
      void~, is dead, are dead, is over, are over, done with, fizzle~, fizzle~ out, say~ no to, vote~ down, turn~ down,
      vote~ against, vote~ to repeal|scrap|lift|end|overturn|kill|drop|reverse|delay`,
  },
  {
    role: 'negator',
    weight: -0.7,
    alone: 0,
    entries: `
      nobody, no more, no user*, no customer*, stop~ short of, not guilty of, no proof of, no proof that,
      no evidence that, no evidence of, no sign of, no hint of, no trace of, no basis for`,
  },
  {
    role: 'word',
    weight: 0.9,
    entries: `
      back up after, is back up, are back up, back online, resume~ .. redemption*|withdrawal*|deposits,
      redemption*|withdrawal*|deposits .. resume~|reopen~|restored, honor~|honour~|process~ .. redemption*|withdrawal*,
      can withdraw, withdraw again, at par again, clean audit|opinion|reserves|report|record,
      clean bill of health, clean .. check|audit|report, pass~ .. audit*, unqualified opinion,
      arrest*|arrested|jailed|charged|convicted in .. ${CRIME}, ${THIEF} .. ${CAUGHT}, ${THIEF} held in, suspect* ... caught|nabbed|arrested|busted,
      net~|nab~|catch~|arrest~|jail~ .. ${THIEF},
      man|woman|men|teen|duo|trio|pair|couple who|that .. hacked|hijacked|stole|robbed|swindled|drained ... ${CAUGHT},
      man|woman|men|teen|duo|trio|pair|couple who|that .. phished|kidnapped|scammed|defrauded|extorted ... ${CAUGHT},
      bust~|smash~|dismantle~ ... ring*|gang*|network*, take~ down .. ring*|gang*|network*, scam center* raided,
      done|finish~|stop~ selling|dumping, is fine, are fine, just fine, doing fine, to keep .. alive,
      # cents for each|every dollar, nominee confirmed, pro crypto nominee, proof of innocence, gets|got cold feet`,
  },
  // Setbacks before courts, regulators and lawmakers.
  {
    role: 'word',
    weight: -1.3,
    entries: `
      ${STATE} appeal~, ${STATE} to appeal, order~|tell~|force~|press~ ... to remove|block|drop|halt|freeze, judgment against,
      regulator*|authorities close|shut|closed|seize|seized, stop~ serving|onboarding|accepting, to levy, grey list,
      walk~ out of, more|extra capital for, must hold more, must register, win~ # judgment, win~ .. against ${OWED},
      lose~ .. appeal|bid|motion|case|suit|lawsuit|license|licence|registration|banking|injunction, lose~ in court,
      lose~ court|legal fight|battle|case|bid, lose~ .. bid|fight|battle|attempt to dismiss|overturn|quash|toss|avoid,
      deny|denies|denied|refuse~|reject~|dismiss~|knock~|turn~ back|down .. ${PLEA}, turn~|knock~ down|back .. ${LICENCE},
      deny|denies|denied|refuse~|reject~|dismiss~ .. ${PLEA}, deny|denies|denied|refuse~|reject~|yank~ .. ${LICENCE},
      revoke~|suspend~|cancel~|pull~|strip~|withdraw~ .. license*|licence*|registration|permit*|charter,
      ${PLEA} ... denied|rejected|refused|dismissed, license*|licence*|registration .. revoked|suspended|refused|denied,
      kill~|end~|scrap~|axe~|abolish~|close~|remove~|repeal~ .. tax holiday*|break*|exemption*|relief|loophole*,
      kill~|end~|scrap~|axe~|abolish~|remove~|repeal~|reject~ .. exemption*|safe harbor,
      reopen~|revive~|resurrect~|reinstate~|restart~|renew~ .. ${CHARGE},
      reopen~|revive~|resurrect~|reinstate~|restore~|renew~|extend~ .. ${BAN},
      reopen~|revive~|resurrect~|reinstate~|restore~|renew~ .. rule*, reopen~|revive~ .. class action*,
      let~ .. ${CHARGE} stand|proceed|continue, allow~ .. ${CHARGE} to proceed,
      ${CHARGE} can|to|may|must|will proceed|continue, ${CHARGE} ... go ahead|forward, let~ stand .. ${BAN},
      uphold~ .. sentence|term|conviction|verdict, uphold~ .. ${BAN}, uphold~ .. ${TAX}, keep~ .. ${BAN} in place,
      affirm~ .. sentence|term|conviction|verdict, ${BAN} upheld, ${BAN} stays|remains|stay|remain, rule stays,
      back~|adopt~|impose~|introduce~|propose~|plan~|pass~|approve~|push~|consider~|weigh~|mull~ .. ban* on,
      back~|adopt~|impose~|introduce~|propose~|plan~|pass~|approve~|push~|consider~|weigh~|mull~ .. ${TAX},
      vote~|move~|plan~|propose~|seek~|want~|agree~|mull~|threaten~ to ${TO_CURB}, move~|vote~|seek~ to impeach,
      higher|new|raise~|hike~|double~|triple~ .. ${TAX}, ${TAX} hike*|grab*, wealth tax, exit tax, tax on,
      refuse~ to lift|drop|dismiss|ease, can't shake|lift|overturn|escape|block .. ${CHARGE}, fail~ to overturn|block|quash,
      drop~|scrap~|shelve~|delay~ .. tax cut*|break*|relief, give~ back .. gains, won't lift|drop|dismiss|ease|exempt|budge, ${STATE} has|have won,
      ${STATE} win~|prevail~, add~ # .. to .. list, add~ .. to sanctions|blacklist, blacklist|sanctions grows|widens,
      improvement order*, suspension order*, stop order*, freezing order*, warning list, put~ ... on notice,
      warning letter*, nudge letter*, tell~|told .. to close|stop|halt|cease|leave|shut|unplug|block|delist|wind|quit,
      order~|ordered .. to close|stop|halt|cease|leave|shut|unplug|block|delist|wind|quit|pay|forfeit, wind up by,
      winds|wound down on .. order, must|told to pay, stay~|stayed shut, shut out of, must|to stand trial, goes on trial,
      gets|got|get|face~|draws|handed|given|serve~ .. months|years, gets|got|get|face~|handed # months|years,
      gets life, year|life term|sentence, press~ on against, picked up by police, taken into custody, in police custody,
      held in .. on|over, held on .. charge*|count*|suspicion, detain~, under house arrest, on the run, red notice,
      wanted by, manhunt, held|found|is|are|personally liable, liable like|for, perjury,
      contempt of court, prosecute~, prosecution of, debank~, debanking, choke point, war on crypto, are securities,
      is an unregistered security, cut off from, bar~|barred from, claw~ back .. from miners|holders|customers|creditors,
      take~|drag~|haul~ .. to|into court, go~|come~ after, not exempt, no clemency|pardon|mercy|leniency for,
      no way out, dissent wins, court loss|defeat, legal defeat|setback, loses ground in court`,
  },
  // Crime, insolvency and missing money.
  {
    role: 'word',
    weight: -1.4,
    entries: `
      judicial management, under|into administration, provisional liquidation, provisional liquidator*,
      liquidator* appointed, protection from creditors, creditor|bankruptcy protection, under receivership, folds after|amid|following,
      haircut*, get pennies, pennies, cents on the dollar, an iou, ious, iou*, holding the bag, bagholder*,
      left|leave~ .. with nothing, left|leave~ .. empty handed, empty wallet*, emptied, nobody has keys, lost keys,
      can't|cannot|couldn't withdraw|redeem|access|recover, unable to withdraw|redeem|access|recover,
      hasn't|haven't|won't let .. withdraw|redeem, locked out, out of reach, never see .. money|coins|funds,
      still missing, gone|goes|went missing, already be gone, coins|funds|money|savings gone, gone with #,
      make~|made|run~ off with, abscond~, insider* bought|sold|dumped|cashed|held, tricked, duped, con man,
      con artist*, crook*, copycat, seed phrases, lazarus, north korean it, north korean hacker*,
      north korea hacker*, dprk, trojan, spyware, keylogger, borrowed coins, incomplete records,
      auditor* quits|resigns|walks|exits|leaves, won't say who, refuse~ to say, isn't|not worth .. dollar,
      no longer able to, unable to operate, can't pay, cannot pay, missed payment*, empty vault*`,
  },
  {
    role: 'word',
    weight: -0.8,
    entries: `
      demand~ # from, agree~ to pay #, pay~ # to settle, to pay # fine|penalty, pay~ # fine|penalty,
      clients|users|customers|holders scramble, scramble~ for exit*, sab #, broker rule, wallet rule, power grab,
      monitoring tag, turns ugly, cleared for sale, letters to crypto, unpaid tax, bailed out by no one,
      no plans for, no plan for, no .. ever, we know you, thief, thieves, let~ ... off the hook`,
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
      extradition hearing*, sentencing, sentencing hearing*, sentencing memo*, confirmation hearing*, bail hearing*,
      fraud trial, fraud case, sanctions package*, under sanctions, risk weight*, another prison, retrial*, to question,
      take .. questions, takes .. questions, progress report*, status report*, fund sponsors, bill sponsors,
      responsible innovation, tax return*, tax season, tax form*, compare notes, on display, opens in, opens applications,
      opens consultation*, opens comment, opens public comment, peer review*, heist forfeiture, court case*, test case*,
      trial begins, trial starts, trial opens, trial date, jury selection, adjourn~, court ruling*, power tariff,
      transfers|wallets|payments|transactions|holdings|amounts|withdrawals|accounts above|over #, that took in #,
      restore frozen, meet~ # times, crime scene, seized by governments, coins seized, hearing slips, roman storm, retry storm, against storm, storm case, trials, fast licences,
      trade barbs, from # countries|states|nations|exchanges|firms, front end*,
      slip~ from|to monday|tuesday|wednesday|thursday|friday|next, case studies, case study, custody case, sanctions list, fine print`,
  },
];

/** The alternatives at one place of a phrase. */
function either(words: string): string {
  return words.trim().split(/\s+/).join('|');
}
