const UNIT_MS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
] as const;

/** Reads `90s`, `10m`, `2h` or `1d` into ms; null for anything else. */
export function parseDuration(text: string): number | null {
  const [, count, letter] = /^(\d{1,6})([smhd])$/.exec(text.trim().toLowerCase()) ?? [];
  const unit = UNIT_MS.find(([name]) => name === letter);
  return unit && count !== undefined ? Number(count) * unit[1] : null;
}

/** Writes ms (rounded to whole seconds) in the largest unit that loses nothing: `90s`, `10m`, `1d`. */
export function formatDuration(ms: number): string {
  const rounded = Math.round(ms / 1000) * 1000;
  const unit = UNIT_MS.find(([, size]) => rounded % size === 0 && rounded >= size);
  return unit ? `${rounded / unit[1]}${unit[0]}` : '0s';
}
