import type { Command } from '../src/chat/command.ts';
import { adminStory } from './admin.ts';
import { addFeed, confirmFeed } from './feeds/add.ts';
import { pauseFeed, removeFeed, resumeFeed } from './feeds/change.ts';
import { listOfFeeds } from './feeds/list.ts';
import { exportFeeds, importFeeds } from './feeds/opml.ts';
import { help } from './help.ts';
import { latest } from './latest.ts';
import { mute } from './mute.ts';
import { pause } from './pause.ts';
import { preview } from './preview.ts';
import { resume } from './resume.ts';
import { search } from './search.ts';
import { start } from './start.ts';
import { status } from './status.ts';
import { story } from './story.ts';
import { subscribe } from './subscribe.ts';
import { subscriptions } from './subscriptions.ts';
import { unsubscribe } from './unsubscribe.ts';

/** Every command, in the order in which `/help` and the platforms' menus show them. */
export const COMMANDS: readonly Command[] = [
  start,
  help,
  latest,
  search,
  story,
  subscribe,
  subscriptions,
  unsubscribe,
  pause,
  resume,
  preview,
  mute,
  listOfFeeds,
  addFeed,
  confirmFeed,
  removeFeed,
  pauseFeed,
  resumeFeed,
  importFeeds,
  exportFeeds,
  status,
  adminStory,
];
