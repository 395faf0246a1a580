import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { evaluateFigures } from './evaluate-figures.ts';
import { evaluateHeadlines } from './evaluate-headlines.ts';
import { evaluateStories } from './evaluate-stories.ts';
import { evaluateTags } from './evaluate-tags.ts';
import type { Evaluation } from './evaluation.ts';

// `npm run evaluate` prints the scores; with `--check` it fails where one is more than a point below its floor, and
// with `--keep` it makes the scores of this run the floors.
const FLOORS = new URL('floors.json', import.meta.url);
const POINT = 0.01;

const evaluations = [...evaluateHeadlines(), ...evaluateTags(), ...evaluateFigures(), ...evaluateStories()];
for (const evaluation of evaluations) process.stdout.write(`${formatEvaluation(evaluation)}\n\n`);
const scores = scoresOf(evaluations);
if (process.argv.includes('--keep')) writeFileSync(FLOORS, `${JSON.stringify(scores, null, 2)}\n`);
if (process.argv.includes('--check')) check(scores);

function scoresOf(all: readonly Evaluation[]): Readonly<Record<string, number>> {
  const entries = all.flatMap(({ name, columns, rows }) =>
    rows
      .filter(({ isOurs }) => isOurs)
      .flatMap((row) => columns.map((column, place) => [`${name}: ${column}`, row.scores[place] ?? 0] as const)),
  );
  return Object.fromEntries(entries.map(([key, score]) => [key, Math.round(score * 10_000) / 10_000]));
}

function check(now: Readonly<Record<string, number>>): void {
  const floors = z.record(z.string(), z.number()).parse(JSON.parse(readFileSync(FLOORS, 'utf8')));
  const fallen = Object.entries(floors).filter(([key, floor]) => (now[key] ?? 0) < floor - POINT);
  for (const [key, floor] of fallen) console.error(`${key} fell from ${percent(floor)} to ${percent(now[key] ?? 0)}`);
  if (fallen.length > 0) process.exitCode = 1;
}

function formatEvaluation({ what, columns, rows }: Evaluation): string {
  const lines = [
    [what, ...columns],
    ...rows.map(({ reader, scores: own }) => [reader, ...own.map((score) => (score === null ? '–' : percent(score)))]),
  ];
  const widths = ['', ...columns].map((_, place) => Math.max(...lines.map((line) => (line[place] ?? '').length)));
  return lines
    .map((line) =>
      line
        .map((cell, place) => (place === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[place] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

function percent(score: number): string {
  return (100 * score).toFixed(1);
}
