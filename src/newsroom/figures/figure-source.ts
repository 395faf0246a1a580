const NAME = "\\p{Lu}[\\p{L}\\p{N}.&'’-]{0,30}";
const NAMES = `(${NAME}(?: (?:of|the|and|for|${NAME})){0,5})`;

const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `\\b[Aa]ccording to (?:the |new |recent |latest |on-chain |preliminary )?(?:data|figures|numbers|estimates|a report|research|statistics)(?: (?:provided|compiled|published|released))? (?:from|by|of) (?:the )?(?:analytics (?:firm|platform) |data provider )?${NAMES}`,
    'u',
  ),
  new RegExp(
    `\\b[Aa]ccording to (?:the )?(?:analytics (?:firm|platform|provider) |data provider |crypto analytics firm |blockchain (?:security|analytics) firm )?${NAMES}`,
    'u',
  ),
  new RegExp(
    `\\b(?:[Dd]ata|[Ff]igures|[Nn]umbers|[Ss]tatistics|[Ee]stimates)(?: (?:provided|compiled|published|released))? (?:from|by) (?:the )?(?:analytics (?:firm|platform) )?${NAMES}`,
    'u',
  ),
  new RegExp(
    `${NAMES}(?:['’]s?)? (?:on-chain |market |latest )?(?:data|figures|statistics) (?:show|suggest|reveal|indicate)`,
    'u',
  ),
  new RegExp(`\\b(?:[Pp]er|[Cc]iting|[Vv]ia) (?:data from )?${NAMES}(?: data)?`, 'u'),
];

/** Words that open a sentence or name no one. */
const NOBODY =
  /^(?:the|a|an|market|markets|data|new|recent|latest|official|analysts?|traders?|on-chain|onchain|sources?|experts?|this|that|it|its|some|several|these|exchange|industry|public|historical)(?: |$)/i;

/** Who a sentence names as the origin of its figures ("according to Coinglass data"), or null. */
export function readNamedSource(sentence: string): string | null {
  for (const pattern of PATTERNS) {
    const name = pattern.exec(sentence)?.[1];
    if (name === undefined || NOBODY.test(name)) continue;
    const trimmed = name.replace(/(?: (?:of|the|and|for))+$/, '').replace(/(?:['’]s|\.)$/, '');
    if (trimmed.length > 1) return trimmed;
  }
  return null;
}
