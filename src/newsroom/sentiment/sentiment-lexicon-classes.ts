/** Classes of words that the lexicon of law and crime puts into its phrases. */

export const UNDO = either(`
  drop~ scrap~ shelve~ ditch~ dismiss~ withdraw~ toss~ nix~ void~ vacate~ quash~ annul~ overturn~ reverse~ end~ lift~
  ease~ relax~ loosen~ repeal~ rescind~ abolish~ remove~ undo~ suspend~ halt~ pause~ block~ reject~ oppose~ soften~
  waive~ defeat~ delay~ postpone~ stay~`);
export const UNDO_PAIR_1 = either('throw~ strike~ walk~ roll~ row~ toss~ beat~ fight~ fend~ vote~ call~');
export const UNDO_PAIR_2 = either('out down back off');
export const UNDONE = either(`
  lifted scrapped dropped dismissed tossed overturned quashed vacated repealed rescinded withdrawn shelved annulled
  voided reversed eased relaxed loosened softened waived`);
export const PLAN = either('plan plans proposal proposals push effort efforts bid idea');
export const TO_CURB = either('cap tax ban limit restrict curb bar outlaw freeze seize prohibit criminalize');
/** What authorities have against someone. */
export const CHARGE = either(`
  charge* count* claim* suit* lawsuit* complaint* indictment* conviction* case cases probe* investigation* inquiry
  prosecution* injunction* subpoena* sentence* clawback* extradition* forfeiture*`);
/** What authorities forbid or take. */
export const BAN = either(`
  ban* prohibition* restriction* curb* crackdown* sanction* levy levies moratorium blockade embargo suspension*
  delisting* penalty penalties fine fines clampdown curbs blacklisting blacklist`);
export const TAX = either('tax taxes tds duty duties levy levies surcharge');
export const LICENCE = either(`
  license* licence* permit* approval* registration authorization authorisation nod charter* clearance`);
export const PLEA = either(`
  appeal* bail motion* bid request* petition* application* applicant* pardon clemency plea* exemption* waiver*
  settlement`);
export const STATE = either('sec cftc irs doj regulator* prosecutors watchdog treasury feds taxman fca asic');
export const OFFENCE = either(
  'theft hack heist robbery kidnapping exploit phishing hijacking scam swindle fraud extortion',
);
export const CAUGHT = either(`
  arrested nabbed caught jailed busted convicted extradited sentenced imprisoned identified unmasked charged indicted
  detained pleads pleaded faces gets got get`);
export const RULE = either(`
  rule rules requirement* standard* limit* regime clause* regulation* curbs mandate* condition* checks`);
/** Who has something to get back. */
export const OWED = either(`
  victim* customer* users user creditor* depositor* investor* holders backers lenders clients savers`);
export const THIEF = either(`
  hacker* attacker* thief thieves exploiter* scammer* kidnapper* fraudster* robber* crook* swindler* extortionist*
  launderer*`);

/** The alternatives at one place of a phrase. */
function either(words: string): string {
  return words.trim().split(/\s+/).join('|');
}
