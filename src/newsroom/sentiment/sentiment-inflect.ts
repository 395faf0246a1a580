const IRREGULAR: Readonly<Record<string, string>> = {
  beat: 'beaten',
  become: 'became',
  bleed: 'bled',
  blow: 'blew blown',
  break: 'broke broken',
  bring: 'brought',
  build: 'built',
  burst: '',
  buy: 'bought',
  cast: '',
  catch: 'caught',
  cost: '',
  cut: '',
  deal: 'dealt',
  draw: 'drew drawn',
  drive: 'drove driven',
  fall: 'fell fallen',
  fight: 'fought',
  find: 'found',
  flee: 'fled',
  fly: 'flew flown',
  forbid: 'forbade forbidden',
  forecast: '',
  forgive: 'forgave forgiven',
  freeze: 'froze frozen',
  get: 'got gotten',
  give: 'gave given',
  go: 'went gone',
  grow: 'grew grown',
  hit: '',
  hold: 'held',
  keep: 'kept',
  lead: 'led',
  leap: 'leapt',
  leave: 'left',
  let: '',
  lose: 'lost',
  make: 'made',
  mislead: 'misled',
  outdo: 'outdid outdone',
  outgrow: 'outgrew outgrown',
  outsell: 'outsold',
  overcome: 'overcame',
  override: 'overrode overridden',
  pay: 'paid',
  put: '',
  quit: '',
  rise: 'rose risen',
  run: 'ran',
  see: 'saw seen',
  seek: 'sought',
  sell: 'sold',
  set: '',
  shake: 'shook shaken',
  shed: '',
  shrink: 'shrank shrunk',
  shut: '',
  sink: 'sank sunk',
  slide: 'slid',
  speed: 'sped',
  spend: 'spent',
  spin: 'spun',
  split: '',
  spread: '',
  spring: 'sprang sprung',
  stand: 'stood',
  steal: 'stole stolen',
  strike: 'struck',
  swell: 'swollen',
  swing: 'swung',
  take: 'took taken',
  throw: 'threw thrown',
  undo: 'undid undone',
  unfreeze: 'unfroze unfrozen',
  uphold: 'upheld',
  upset: '',
  win: 'won',
  withdraw: 'withdrew withdrawn',
  withstand: 'withstood',
};

const DOUBLES = /^[^aeiou]*[aeiou][^aeiouwxy]$/;
const DOUBLES_TOO = new Set([
  'acquit',
  'commit',
  'expel',
  'omit',
  'outstrip',
  'submit',
  'permit',
  'admit',
  'defer',
  'unplug',
  'unwrap',
  'outbid',
  'kidnap',
  'quit',
  'rebut',
]);

/** The forms of an English verb: base, third person, past forms, -ing. */
export function verbForms(base: string): readonly string[] {
  const doubled = DOUBLES.test(base) || DOUBLES_TOO.has(base) ? base + base.slice(-1) : null;
  const silentE = base.endsWith('e') && !base.endsWith('ee');
  const forms = [base, pluralForm(base), `${doubled ?? (silentE ? base.slice(0, -1) : base)}ing`];
  const irregular = IRREGULAR[base];
  if (irregular !== undefined) return irregular === '' ? forms : [...forms, ...irregular.split(' ')];
  if (base.endsWith('e')) return [...forms, `${base}d`];
  if (/[^aeiou]y$/.test(base)) return [...forms, `${base.slice(0, -1)}ied`];
  return [...forms, `${doubled ?? base}ed`];
}

/** The plural of an English noun, which is also the third person of a verb. */
export function pluralForm(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh|[^aeiou]o)$/.test(base)) return `${base}es`;
  return `${base}s`;
}
