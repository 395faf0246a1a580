/** Whole paragraphs, compared without case and closing punctuation. */
const LINES = new Set([
  'advertisement',
  'ad',
  'sponsored',
  'comments',
  'no comments yet',
  'leave a comment',
  'latest articles',
  'latest news',
  'related articles',
  'related',
  'related posts',
  'related news',
  'recommended',
  'recommended articles',
  'read more',
  'read full story',
  'continue reading',
  'keep reading',
  'learn more',
  'see also',
  'see disclaimer for details',
  'share',
  'share this',
  'share this article',
  'share on facebook',
  'share on x',
  'share on twitter',
  'share on telegram',
  'share on linkedin',
  'copy link',
  'facebook',
  'twitter',
  'telegram',
  'linkedin',
  'whatsapp',
  'reddit',
  'email',
  'print',
  'sign up',
  'subscribe',
  'subscribe now',
  'stay ahead of the market',
  'table of contents',
  'disclaimer',
  'source',
  'link',
  'photo',
  'loading',
]);

/** From here on a page lists other things; holds only in the second half of a text. */
const TAILS = new Set([
  'latest articles',
  'latest news',
  'related articles',
  'related posts',
  'related news',
  'recommended articles',
  'you may also like',
  'more from this author',
  'comments',
  'leave a comment',
]);

/** How a paragraph of furniture begins. */
const OPENING = new RegExp(
  `^(?:${[
    'i am an? ai|i am ai agent',
    'follow (?:us|me|our)\\b',
    'join (?:us on|our)\\b.{0,60}(?:telegram|discord|whatsapp|newsletter|community|channel)',
    '(?:subscribe|sign up|signup)\\b.{0,80}(?:newsletter|channel|updates|inbox|alerts|podcast)',
    'get (?:curated|the latest|our|daily)\\b.{0,160}(?:inbox|newsletter|e-?mail)',
    '(?:read|see|learn|find out) more\\b.{0,4}(?:[:→»]|$|about|at|on|here)',
    '(?:also read|read also|read next|related|recommended|see also|more on this)\\s*[:→–]',
    'click here\\b',
    'share (?:this|on)\\b.{0,40}$',
    'disclaimer\\b\\s*[:.–-]',
    'disclosure\\b\\s*:',
    'this (?:page|article|content|material|post)\\b.{0,80}(?:third-party content|financial advice|investment advice|informational purposes|information purposes|not constitute|not intended)',
    '(?:none of|nothing in|the (?:information|content|opinions|views)\\b).{0,160}(?:financial|investment|trading) advice',
    '.{0,120}\\bnot (?:be (?:considered|construed|taken) as |constitute |intended as |as )?(?:any )?(?:financial|investment|trading) advice',
    'image (?:source|credit|via)\\b|photo (?:by|credit)\\b|featured image\\b|cover image\\b',
    '(?:copyright|©|\\(c\\) \\d{4}|all rights reserved)',
    'submitted by /?u/',
    '(?:all|some) images? (?:courtesy|via)\\b',
  ].join('|')})`,
  'i',
);

const LONGEST_OPENING = 700;
const LONGEST_NOTICE = 120;

/** Removes what a page wraps around its article: calls to subscribe, disclaimers, lists of other articles. */
export function dropFurniture(paragraphs: readonly string[]): readonly string[] {
  const all = paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
  const kept: string[] = [];
  let seen = 0;
  for (const paragraph of paragraphs) {
    const line = paragraph.length <= 60 ? fold(paragraph) : '';
    if (TAILS.has(line) && seen > all / 2) break;
    seen += paragraph.length;
    const text = dropTrailers(paragraph);
    if (text !== '' && !LINES.has(line) && !isFurniture(text)) kept.push(text);
  }
  return kept;
}

function fold(line: string): string {
  return line
    .toLowerCase()
    .replace(/^[\s([→»#]{1,8}/, '')
    .replace(/[\s.…:!→»)\]]{1,8}$/, '');
}

function isFurniture(paragraph: string): boolean {
  if (paragraph.length > LONGEST_OPENING) return /^i am (?:an )?ai agent/i.test(paragraph);
  if (/^(?:\[link\] ?|\[comments\] ?){1,2}$/i.test(paragraph)) return true;
  return (
    OPENING.test(paragraph) ||
    (paragraph.length <= LONGEST_NOTICE && /^[\W\d_]+$/u.test(paragraph) && !/\p{L}|\d/u.test(paragraph))
  );
}

/** Cuts "The post ... appeared first on ...", "[...]", "Read more" and the like off a paragraph's end. */
function dropTrailers(paragraph: string): string {
  let text = dropAppearedFirst(paragraph);
  text = text.replace(/\s?[[(](?:…|\.\.\.)[\])]$/, '…');
  const tail = text.slice(-80);
  const cut = TRAILER.exec(tail);
  if (cut) text = text.slice(0, text.length - tail.length + cut.index);
  return text.trim();
}

const TRAILER =
  /(?:(?<=[.!?…"”'’)]) ?|^)(?:(?:\(|\[)?(?:read more|read the full (?:story|article)|continue reading|learn more|full story|more details)(?: (?:here|about|on|at|in|»|→)[^.!?]{0,50})?(?:\)|\])?[\s.…»→>]{0,6})$|\s?(?:submitted by )?\/u\/\S{1,30}(?: \[link\])?(?: \[comments\])?$/i;

function dropAppearedFirst(paragraph: string): string {
  const at = paragraph.lastIndexOf(' appeared first on ');
  if (at < 0 || paragraph.length - at > 160) return paragraph;
  const from = paragraph.lastIndexOf('The post ', at);
  return from >= 0 && at - from < 600 ? paragraph.slice(0, from).trim() : paragraph;
}
