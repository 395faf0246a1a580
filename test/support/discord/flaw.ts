import type { ZodMiniType } from 'zod/mini';

/** One thing wrong with a request's body. */
export interface Flaw {
  readonly path: readonly (string | number)[];
  /** Discord's name of the rule. */
  readonly code: string;
  readonly message: string;
}

type Issue = NonNullable<ReturnType<ZodMiniType['safeParse']>['error']>['issues'][number];

/** `embeds.0.title: Must be 256 or fewer in length.` */
export function describeFlaw({ path, message }: Flaw): string {
  return path.length === 0 ? message : `${path.join('.')}: ${message}`;
}

/** What the official specification has against this body. */
export function flawsBySpec(schema: ZodMiniType, body: unknown): readonly Flaw[] {
  const { error } = schema.safeParse(body);
  return (error?.issues ?? []).flatMap((issue) => readIssue(issue, []));
}

/** Every string that cannot be UTF-8: half of a surrogate pair. */
export function brokenStrings(value: unknown, path: Flaw['path'] = []): readonly Flaw[] {
  if (typeof value === 'string') {
    if (value.isWellFormed()) return [];
    return [{ path, code: 'BASE_TYPE_BAD_STRING', message: 'Not well-formed Unicode.' }];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => brokenStrings(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => brokenStrings(item, [...path, key]));
}

function readIssue(issue: Issue, above: Flaw['path']): readonly Flaw[] {
  // The generated check knows only times in Z, Discord and RFC 3339 all offsets.
  if (issue.code === 'invalid_format' && issue.format === 'datetime') return [];
  const path = [...above, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))];
  if (issue.code === 'invalid_union') {
    // The member of the union that was meant is the one whose `type` fits.
    const meant = issue.errors.find((issues) => !issues.some(({ path }) => path[0] === 'type')) ?? issue.errors[0];
    if (meant && meant.length > 0) return meant.flatMap((inner) => readIssue(inner, path));
  }
  return [{ path, code: `SPEC_${issue.code.toUpperCase()}`, message: issue.message || issue.code }];
}
