import type { LexiconGroup } from './sentiment-entry.ts';

/** Levels and patterns of charts, and ups and downs in the talk of traders. */
export const CHARTS: readonly LexiconGroup[] = [];
