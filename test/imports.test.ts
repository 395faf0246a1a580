import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

// The rooms from left to right; those that share a place do not know each other.
const PLACES: readonly (readonly string[])[] = [
  ['src/model'],
  ['src/texts'],
  ['src/http'],
  ['src/store'],
  ['src/feeds'],
  ['src/newsroom'],
  ['src/subscriptions'],
  ['src/market'],
  ['src/cards'],
  ['src/delivery'],
  ['src/chat'],
  ['commands'],
  ['src/platforms/discord', 'src/platforms/telegram', 'src/platforms/local', 'src/web'],
  ['src/demo'],
];
const ROOMS = PLACES.flat();
const WIRING = ['src/settings.ts', 'src/app.ts', 'src/main.ts', 'src/run-demo.ts'] as const;
const PACKAGE_ROOMS: Readonly<Record<string, readonly string[]>> = {
  'node:fs': [...ROOMS, ...WIRING],
  'node:sqlite': ['src/store'],
  'node:net': ['src/http', 'src/web', 'src/demo'],
  '@fluent/bundle': ['src/texts'],
  undici: ['src/http'],
  kysely: ['src/store'],
  feedsmith: ['src/feeds'],
  entities: ['src/feeds'],
  tinyqueue: ['src/feeds'],
  linkedom: ['src/feeds'],
  '@mozilla/readability': ['src/feeds'],
  keyv: ['src/chat'],
  htmlparser2: ['src/feeds', 'src/newsroom'],
  zod: [...ROOMS.slice(1), ...WIRING],
  hono: [
    'src/platforms/discord',
    'src/platforms/telegram',
    'src/platforms/local',
    'src/web',
    'src/settings.ts',
    'src/app.ts',
  ],
  'discord.js': ['src/platforms/discord'],
  grammy: ['src/platforms/telegram'],
  pino: WIRING,
  fs: [],
  'left-pad': [],
};

const project = resolve(import.meta.dirname, '..');
const files = new Map<string, string[]>();
let findings: readonly Finding[] = [];
let tree = '';

interface Finding {
  readonly rule: string;
  readonly file: string;
  /** The line of the file that is complained of. */
  readonly line: string;
}

const Report = z.object({
  diagnostics: z.array(
    z.object({
      code: z.string().default(''),
      filename: z.string(),
      labels: z.array(z.object({ span: z.object({ line: z.number() }) })),
    }),
  ),
});

beforeAll(async () => {
  for (const room of ROOMS) {
    write(`${room}/noun.ts`, [`export const noun = '${room}';`]);
    write(`${room}/rooms.ts`, importsOf(room, [...ROOMS.filter((other) => other !== room).map(nounOf), ...WIRING]));
    write(`${room}/packages.ts`, importsOf(room, Object.keys(PACKAGE_ROOMS)));
  }
  for (const file of WIRING) {
    const others = WIRING.filter((other) => other !== file);
    write(file, importsOf('src', [...ROOMS.map(nounOf), ...others, ...Object.keys(PACKAGE_ROOMS)]));
  }
  write('test/anything.test.ts', importsOf('test', [...ROOMS.map(nounOf), 'kysely', 'node:sqlite']));
  write('src/store/ways.ts', [
    "import type { noun } from '../delivery/noun.ts';",
    "export { noun as again } from '../delivery/noun.ts';",
    "export const late = (): Promise<unknown> => import('../delivery/noun.ts');",
    "import '../delivery/noun.ts';",
    'export type Noun = typeof noun;',
  ]);
  write('src/store/outside.ts', ["import '../../vitest.config.ts';", "import '../../test/anything.test.ts';"]);
  write('src/drawer/noun.ts', ['export const noun = 1;']);
  write('src/platforms/loose.ts', ['export const noun = 1;']);
  write('src/model/hen.ts', ["import type { Egg } from './egg.ts';", 'export interface Hen {', '  egg: Egg;', '}']);
  write('src/model/egg.ts', ["import type { Hen } from './hen.ts';", 'export interface Egg {', '  hen: Hen;', '}']);
  write('vitest.config.ts', ['export default {};']);

  tree = await mkdtemp(join(tmpdir(), 'bellwether-imports-'));
  for (const [file, lines] of files) {
    await mkdir(join(tree, dirname(file)), { recursive: true });
    await writeFile(join(tree, file), `${lines.join('\n')}\n`);
  }
  await cp(join(project, '.oxlintrc.json'), join(tree, '.oxlintrc.json'));
  await cp(join(project, 'tsconfig.json'), join(tree, 'tsconfig.json'));
  await symlink(join(project, 'node_modules'), join(tree, 'node_modules'), 'junction');
  findings = await lint(tree);
});

afterAll(() => rm(tree, { recursive: true, force: true }));

describe('imports between rooms', () => {
  it.each(ROOMS)('%s may import the rooms to its left and no other', (room) => {
    const place = PLACES.findIndex((rooms) => rooms.includes(room));
    const refused = PLACES.slice(place)
      .flat()
      .filter((other) => other !== room);
    expect(refusals(`${room}/rooms.ts`)).toEqual(importsOf(room, [...refused.map(nounOf), ...WIRING]).toSorted());
  });

  it('lets the app wire the rooms, and main the demo too', () => {
    const beyondTheApp = ['src/demo/noun.ts', 'src/main.ts', 'src/run-demo.ts'];
    expect(roomsRefusedTo('src/settings.ts')).toEqual(beyondTheApp);
    expect(roomsRefusedTo('src/app.ts')).toEqual(beyondTheApp);
    expect(roomsRefusedTo('src/main.ts')).toEqual([]);
    expect(roomsRefusedTo('src/run-demo.ts')).toEqual([]);
  });

  it('lets tests import anything', () => {
    expect(refusals('test/anything.test.ts')).toEqual([]);
  });

  it('sees type imports, re-exports, dynamic and bare imports', () => {
    expect(refusals('src/store/ways.ts')).toEqual(files.get('src/store/ways.ts')?.slice(0, 4).toSorted());
  });

  it('refuses what lies outside the rooms', () => {
    expect(refusals('src/store/outside.ts')).toHaveLength(2);
  });

  it('refuses a file that stands in no room', () => {
    const homeless = findings.filter((finding) => finding.rule === 'boundaries(no-unknown-files)');
    expect(homeless.map((finding) => finding.file).toSorted()).toEqual([
      'src/drawer/noun.ts',
      'src/platforms/loose.ts',
    ]);
  });

  it('refuses a cycle, be it of types alone', () => {
    const cycles = findings.filter(
      (finding) => finding.rule === 'import(no-cycle)' && finding.file.startsWith('src/model/'),
    );
    expect(cycles.map((finding) => finding.file).toSorted()).toEqual(['src/model/egg.ts', 'src/model/hen.ts']);
  });
});

describe('imports of packages', () => {
  it.each(Object.entries(PACKAGE_ROOMS))('%s is imported only where it belongs', (name, allowed) => {
    const importers = [...ROOMS.map((room) => `${room}/packages.ts`), ...WIRING];
    const free = importers.filter((file) => !refusals(file).some((line) => line.endsWith(`from '${name}';`)));
    expect(free.map((file) => file.replace('/packages.ts', ''))).toEqual(
      importers.map((file) => file.replace('/packages.ts', '')).filter((room) => allowed.includes(room)),
    );
  });
});

function write(file: string, lines: readonly string[]): void {
  files.set(file, [...lines]);
}

function nounOf(room: string): string {
  return `${room}/noun.ts`;
}

/** One import per line, in a file of `folder`; what holds a slash and ends in `.ts` is a file of the project. */
function importsOf(folder: string, targets: readonly string[]): string[] {
  return targets.map((target) => {
    const path = target.endsWith('.ts') ? relative(folder, target).replaceAll('\\', '/') : target;
    const source = path === target || path.startsWith('.') ? path : `./${path}`;
    return `import * as n${target.replaceAll(/\W/g, '_')} from '${source}';`;
  });
}

/** The lines of `file` that the boundaries plugin complains of. */
function refusals(file: string): string[] {
  const lines = findings.filter(
    (finding) => finding.file === file && /^boundaries\(.*dependencies\)$/.test(finding.rule),
  );
  return lines.map((finding) => finding.line).toSorted();
}

function roomsRefusedTo(file: string): string[] {
  const refused = refusals(file);
  return [...ROOMS.map(nounOf), ...WIRING].filter((target) => refused.includes(importsOf('src', [target])[0] ?? ''));
}

async function lint(folder: string): Promise<readonly Finding[]> {
  const binary = join(project, 'node_modules/oxlint/bin/oxlint');
  const output = await new Promise<string>((done) => {
    const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [binary, '--format', 'json'], options, (_error, stdout) => done(stdout));
  });
  return Report.parse(JSON.parse(output)).diagnostics.map(({ code, filename, labels }) => {
    const file = filename.replaceAll('\\', '/');
    return { rule: code, file, line: files.get(file)?.[(labels[0]?.span.line ?? 0) - 1] ?? '' };
  });
}
