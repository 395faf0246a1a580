import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { readYamlFile } from '../../src/feeds/yaml-file.ts';
import { ConfigFileError } from '../../src/model/config-file-error.ts';

const schema = z.strictObject({
  ships: z.array(z.strictObject({ name: z.string(), guns: z.number().int() })).superRefine((ships, context) => {
    for (const [index, ship] of ships.entries()) {
      if (ships.findIndex((other) => other.name === ship.name) < index) {
        context.addIssue({ code: 'custom', path: [index, 'name'], message: 'is taken' });
      }
    }
  }),
});

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yaml-file-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function fileWith(...lines: readonly string[]): string {
  const path = join(folder, 'ships.yaml');
  writeFileSync(path, lines.join('\n'));
  return path;
}

function problemsOf(path: string): readonly string[] {
  try {
    readYamlFile(path, schema, { setting: 'SHIPS_FILE' });
  } catch (error) {
    if (!(error instanceof ConfigFileError)) throw error;
    return error.problems.map((problem) => problem.replace(path, 'ships.yaml'));
  }
  return [];
}

test('a sound file gives what the schema makes of it', () => {
  const path = fileWith('ships:', '  - { name: Argo, guns: 0 }');
  const read = readYamlFile(path, schema, { setting: 'SHIPS_FILE' });
  expect(read).toEqual({ ships: [{ name: 'Argo', guns: 0 }] });
});

test('every problem of a file is told at once, each with its line and path', () => {
  const path = fileWith('ships:', '  - { name: Argo, guns: many }', '  - name: Vasa', '    sails: 10', '    masts: 3');
  expect(problemsOf(path)).toEqual([
    'ships.yaml:2: ships.0.guns: must be of type number',
    'ships.yaml:3: ships.1.guns: is missing',
    'ships.yaml:4: ships.1.sails: unknown key',
    'ships.yaml:5: ships.1.masts: unknown key',
  ]);
});

test('a check across entries points to the line of the entry it names', () => {
  const path = fileWith('ships:', '  - { name: Argo, guns: 0 }', '', '  - guns: 2', '    name: Argo');
  expect(problemsOf(path)).toEqual(['ships.yaml:5: ships.1.name: is taken']);
});

test('a fault inside an anchored entry is found through its alias', () => {
  const path = fileWith('ships:', '  - &first { name: Argo, guns: x }', '  - *first');
  expect(problemsOf(path)).toEqual([
    'ships.yaml:2: ships.0.guns: must be of type number',
    'ships.yaml:2: ships.1.guns: must be of type number',
  ]);
});

test('broken YAML is told with its line', () => {
  const [problem] = problemsOf(fileWith('ships:', '  - { name: Argo, guns: 0', 'more: ['));
  expect(problem).toMatch(/^ships\.yaml:\d+: /);
});

test('the message of the error is all its problems, one per line', () => {
  expect(new ConfigFileError(['a:1: x', 'a:2: y']).message).toBe('a:1: x\na:2: y');
});

test('an empty file is told as such, not as a crash', () => {
  expect(problemsOf(fileWith(''))).toEqual(['ships.yaml:1: must be of type object']);
});

test('aliases that would unfold to a huge tree are refused', () => {
  const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let depth = 1; depth < 9; depth += 1) {
    bomb.push(
      `a${depth}: &a${depth} [${Array(9)
        .fill(`*a${depth - 1}`)
        .join(', ')}]`,
    );
  }
  expect(problemsOf(fileWith(...bomb)).join()).toMatch(/excessive alias count/i);
});

test('a file that is not there is told in one sentence that says what to do', () => {
  expect(problemsOf(join(folder, 'ships.yaml'))).toEqual([
    'ships.yaml: no such file; set SHIPS_FILE to a file like the one shipped in config/',
  ]);
});

test('a folder in place of the file is told as a folder', () => {
  const path = join(folder, 'ships.yaml');
  mkdirSync(path);
  expect(problemsOf(path)).toEqual([
    'ships.yaml: is a directory, not a file; set SHIPS_FILE to a file like the one shipped in config/',
  ]);
});
