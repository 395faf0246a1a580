import { readFileSync } from 'node:fs';
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';
import { ConfigFileError } from '../model/config-file-error.ts';

// Enough for a list that shares a few anchors, far below what an alias bomb needs.
const MAX_ALIASES = 100;

export interface YamlFileOptions {
  /** Environment variable that names the file; told to the operator when the file cannot be read. */
  readonly setting: string;
}

/**
 * Reads a YAML file and checks it with `schema`.
 * Throws `ConfigFileError` with every problem as `file:line: path: message`; issues that the schema's own
 * refinements raise with a path get the line of that path.
 */
export function readYamlFile<T>(path: string, schema: z.ZodType<T>, options: YamlFileOptions): T {
  const lines = new LineCounter();
  const document = parseDocument(readText(path, options), { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): string => `${path}:${Math.max(lines.linePos(offset).line, 1)}`;
  if (document.errors.length > 0) {
    throw new ConfigFileError(document.errors.map((error) => `${at(error.pos[0])}: ${error.message}`));
  }
  const checked = schema.safeParse(toValue(path, document), { error: plainMessage, reportInput: true });
  if (checked.success) return checked.data;
  const problems = checked.error.issues
    .flatMap(splitUnknownKeys)
    .map((issue) => ({ offset: offsetOf(document, issue.path), ...issue }))
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ offset, path: keys, message }) =>
      [at(offset), ...(keys.length > 0 ? [keys.join('.')] : []), message].join(': '),
    );
  throw new ConfigFileError(problems);
}

function readText(path: string, { setting }: YamlFileOptions): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const advice = `set ${setting} to a file like the one shipped in config/`;
    throw new ConfigFileError([`${path}: ${readFault(cause)}; ${advice}`], { cause });
  }
}

function readFault(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'no such file';
  if (code === 'EISDIR') return 'is a directory, not a file';
  if (code === 'EACCES' || code === 'EPERM') return 'this user may not read it';
  return `cannot be read (${typeof code === 'string' ? code : 'unknown reason'})`;
}

function toValue(path: string, document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (cause) {
    // `toJS` throws only for aliases: too many, or one that leads nowhere.
    const fault = cause instanceof Error ? cause.message : 'its aliases cannot be resolved';
    throw new ConfigFileError([`${path}: ${fault}`], { cause });
  }
}

interface Problem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** A schema names all unknown keys of a map at once; the operator wants the line of each. */
function splitUnknownKeys(issue: z.core.$ZodIssue): readonly Problem[] {
  if (issue.code !== 'unrecognized_keys') return [issue];
  return issue.keys.map((key) => ({ path: [...issue.path, key], message: 'unknown key' }));
}

function plainMessage(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'is missing';
  if (issue.code === 'invalid_type') return `must be of type ${issue.expected}`;
  return undefined;
}

/** Where the node at `path` begins, or the nearest one around it when it is not there. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      offset = startOf(pair?.key) ?? offset;
      node = pair?.value;
    } else {
      node = isSeq(node) ? node.items[Number(key)] : undefined;
      offset = startOf(node) ?? offset;
    }
    if (node === undefined || node === null) break;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
