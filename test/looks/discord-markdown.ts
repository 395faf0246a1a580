/** What Discord's client makes of a text: blocks of lines, marks inside of them. */
export type MarkNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code' | 'pre' | 'mention' | 'emoji'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly MarkNode[] }
  | { readonly kind: 'time'; readonly unix: number; readonly style: string }
  | {
      readonly kind: 'b' | 'i' | 'u' | 's' | 'spoiler' | 'quote' | 'small' | 'heading' | 'item';
      readonly children: readonly MarkNode[];
    };

/** A rule reads what stands at the start of `rest`; `isLineStart`: only there are headings, quotes and lists. */
type Rule = (rest: string, isLineStart: boolean) => { readonly length: number; readonly node: MarkNode } | null;

const BLOCKS = [
  ['small', /^-# +([^\n]+)(?:\n|$)/],
  ['heading', /^#{1,3} +([^\n]+)(?:\n|$)/],
  ['item', /^ {0,8}(?:[*-]|\d{1,9}\.) +([^\n]+)(?:\n|$)/],
] as const;

const SPANS = [
  ['b', /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/],
  ['u', /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/],
  ['i', /^\*(?=\S)((?:\\[\s\S]|[^*\\])+?)\*(?!\*)/],
  ['i', /^_((?:\\[\s\S]|[^_\\])+?)_(?!\w)/],
  ['s', /^~~((?:\\[\s\S]|[^\\])+?)~~/],
  ['spoiler', /^\|\|((?:\\[\s\S]|[^\\])+?)\|\|/],
] as const;

const RULES: readonly Rule[] = [
  (rest) => match(rest, /^```(?:[\w-]*\n)?\n?([\s\S]+?)\n?```\n?/, ([, text = '']) => ({ kind: 'pre', text })),
  (rest) => match(rest, /^(`+)([\s\S]*?[^`])\1(?!`)/, ([, , text = '']) => ({ kind: 'code', text: text.trim() })),
  (rest) => match(rest, /^\\([^0-9A-Za-z\s])/, ([, text = '']) => ({ kind: 'text', text })),
  (rest, isLineStart) => {
    if (!isLineStart) return null;
    const quote = match(rest, /^(?: {0,8}> [^\n]*(?:\n|$))+/, ([text]) => {
      return { kind: 'quote', children: readMarkdown(text.replace(/^ {0,8}> /gm, '').trimEnd()) };
    });
    if (quote) return quote;
    for (const [kind, pattern] of BLOCKS) {
      const block = match(rest, pattern, ([, text = '']) => ({ kind, children: readMarkdown(text) }));
      if (block) return block;
    }
    return null;
  },
  (rest) =>
    match(rest, /^<t:(-?\d{1,17})(?::([tTdDfFR]))?>/, ([, unix, style = 'f']) => {
      return { kind: 'time', unix: Number(unix), style };
    }),
  (rest) =>
    match(rest, /^(?:<(?:@[!&]?|#|id:)\w+>|<\/[^:>\n]+:\d+>|@everyone|@here)/, ([text]) => ({ kind: 'mention', text })),
  (rest) => match(rest, /^<a?:\w+:\d+>/, ([text]) => ({ kind: 'emoji', text })),
  (rest) => match(rest, /^:(?:\w|[+-])+:/, ([text]) => (/[a-z]/i.test(text) ? { kind: 'emoji', text } : null)),
  (rest) =>
    match(
      rest,
      /^\[((?:\\[\s\S]|\[[^\]]*\]|[^[\]\\])*)\]\(\s*<?((?:\([^)]*\)|[^\s\\()]|\\.)*?)>?\s*\)/,
      ([, label = '', url = '']) => ({ kind: 'link', url, children: readMarkdown(label) }),
    ),
  (rest) => match(rest, /^<(https?:\/\/[^\s<>]+)>/, ([, url = '']) => linkTo(url)),
  (rest) => match(rest, /^https?:\/\/[^\s<]+[^<.,:;"'\]\s]/, ([url]) => linkTo(url)),
  (rest) => {
    for (const [kind, pattern] of SPANS) {
      const span = match(rest, pattern, ([, text = '']) => ({ kind, children: readMarkdown(text, false) }));
      if (span) return span;
    }
    return null;
  },
];

/** Reads a text as Discord's client does; what is no markup comes out as text. */
export function readMarkdown(source: string, startsLine = true): readonly MarkNode[] {
  const nodes: MarkNode[] = [];
  let at = 0;
  let plain = '';
  const flush = () => {
    if (plain !== '') nodes.push({ kind: 'text', text: plain });
    plain = '';
  };
  while (at < source.length) {
    const rest = source.slice(at);
    const isLineStart = at === 0 ? startsLine : source[at - 1] === '\n';
    const found = /^[0-9A-Za-gi-z ,]/.test(rest) && !isLineStart ? null : firstOf(rest, isLineStart);
    if (!found) {
      plain += source[at];
      at += 1;
      continue;
    }
    at += found.length;
    if (found.node.kind === 'text') plain += found.node.text;
    else {
      flush();
      nodes.push(found.node);
    }
  }
  flush();
  return nodes;
}

function firstOf(rest: string, isLineStart: boolean) {
  for (const rule of RULES) {
    const found = rule(rest, isLineStart);
    if (found) return found;
  }
  return null;
}

function match(rest: string, pattern: RegExp, make: (match: RegExpExecArray) => MarkNode | null): ReturnType<Rule> {
  const found = pattern.exec(rest);
  const node = found && make(found);
  return found && node ? { length: found[0].length, node } : null;
}

function linkTo(url: string): MarkNode {
  return { kind: 'link', url, children: [{ kind: 'text', text: url }] };
}
