import { readFileSync } from 'node:fs';

/** Rows of a labelled set in `sets/`, split at tabs, without the header. */
export function readSet(name: string): readonly (readonly string[])[] {
  const [, ...lines] = readFileSync(new URL(`sets/${name}.tsv`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => line.split('\t'));
}
