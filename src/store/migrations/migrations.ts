import { spine } from './0001-spine.ts';
import { platforms } from './0002-platforms.ts';
import { feeds } from './0003-feeds.ts';
import { websub } from './0004-websub.ts';
import { providers } from './0005-providers.ts';
import { merges } from './0006-merges.ts';
import { storyEdits } from './0007-story-edits.ts';

export interface Migration {
  readonly id: number;
  readonly statements: readonly string[];
}

/** Forward only, in order; one transaction each. A migration that was released is never edited. */
export const MIGRATIONS: readonly Migration[] = [spine, platforms, feeds, websub, providers, merges, storyEdits];
