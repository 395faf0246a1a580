import { spine } from './0001-spine.ts';

export interface Migration {
  readonly id: number;
  readonly statements: readonly string[];
}

/** Forward only, in order; one transaction each. A migration that was released is never edited. */
export const MIGRATIONS: readonly Migration[] = [spine];
