export interface FrontMatter {
  readonly title: string;
  readonly description: string;
  readonly rest: string;
}

const LONGEST_FRONT_MATTER = 20_000;

/** Splits YAML front matter off; null when there is none. Reads only the two single-line keys it names. */
export function readFrontMatter(source: string): FrontMatter | null {
  const text = source.trimStart();
  if (!/^---[ \t]*\r?\n/.test(text)) return null;
  const end = /\n---[ \t]*(?:\r?\n|$)/.exec(text.slice(0, LONGEST_FRONT_MATTER));
  if (!end) return null;
  const head = text.slice(0, end.index);
  return {
    title: readKey(head, 'title'),
    description: readKey(head, 'description'),
    rest: text.slice(end.index + end[0].length),
  };
}

function readKey(head: string, key: string): string {
  const line = head.split('\n').find((candidate) => candidate.startsWith(`${key}:`));
  const value = (line ?? '').slice(key.length + 1).trim();
  if (/^'.*'$/.test(value)) return value.slice(1, -1).replaceAll("''", "'");
  if (/^".*"$/.test(value)) return value.slice(1, -1).replaceAll('\\"', '"');
  return /^[>|]/.test(value) ? '' : value;
}

export function looksLikeMarkdown(text: string): boolean {
  return /^#{1,6} \S/m.test(text) || /\]\(https?:/.test(text);
}

// A link's parts exclude brackets, so that each "[" is tried over its own stretch only.
const LINK = /!?\[[^[\]\n]{0,500}\]\([^()[\]\s]{0,2000}(?:\s"[^"[\]\n]{0,200}")?\)/g;

/** Markdown to plain text: markers go, texts of links stay, images go, rules and fences go. */
export function stripMarkdown(text: string): string {
  const flat = text.replaceAll(LINK, (link) => (link.startsWith('!') ? '' : link.slice(1, link.lastIndexOf(']'))));
  return flat.split(/\r?\n/).map(stripLine).join('\n');
}

function stripLine(line: string): string {
  const text = line.trim();
  if (/^(?:[-*_=]{3,}|```.{0,40}|~~~.{0,40})$/.test(text)) return '';
  if (/^\|[\s:|-]+\|$/.test(text)) return '';
  return text
    .replace(/^(?:#{1,6} |> ?|\|)/, '')
    .replaceAll('|', text.startsWith('|') ? ' ' : '|')
    .replaceAll(/\*{1,3}|__|~~|`/g, (mark, at: number, whole: string) =>
      mark === '*' && whole.charAt(at + 1) === ' ' ? mark : '',
    )
    .trim();
}
