import { defineCommand, type Call } from '../src/chat/command.ts';
import type { Reply } from '../src/chat/reply.ts';
import { SENTIMENT_LABELS } from '../src/model/analysis.ts';
import { scopesOf } from '../src/model/scope.ts';
import { message } from '../src/model/text.ts';
import { UserError } from '../src/model/user-error.ts';
import { findStory, type StoryRow } from '../src/store/stories.ts';
import { NO_EDIT } from '../src/store/story-edits.ts';
import { STORY_NUMBER } from './story-number.ts';

const ACTIONS = ['pin', 'unpin', 'hide', 'show', 'sentiment', 'assets', 'merge', 'reset'] as const;
const MOST_WEIGHT = 100;
const MOST_ASSETS = 12;

export const adminStory = defineCommand({
  name: 'admin story',
  description: 'Correct a story by hand: pin, hide, sentiment, assets, merge',
  access: 'operator',
  visibility: 'person',
  options: {
    number: STORY_NUMBER,
    action: { kind: 'choice', description: 'What to do', required: true, choices: ACTIONS },
    value: {
      kind: 'text',
      description: 'Weight of a pin, a sentiment, assets (BTC ETH), or the story to merge with',
      maxLength: 200,
    },
  },
  examples: ['/admin story 17 hide', '/admin story 17 sentiment negative', '/admin story 17 merge 2'],
  async run({ options: { number, action, value = '' }, chat, services }) {
    const story = await storyOf(number, chat.id, services);
    const { editor } = services;
    switch (action) {
      case 'pin': {
        const stickyWeight = value.trim() === '' ? 1 : readWeight(value);
        await editor.edit(story.id, { stickyWeight });
        return done('admin-pinned', story);
      }
      case 'unpin':
        await editor.edit(story.id, { stickyWeight: 0 });
        return done('admin-unpinned', story);
      case 'hide':
        await editor.edit(story.id, { hidden: true });
        return done('admin-hidden', story);
      case 'show':
        await editor.edit(story.id, { hidden: false });
        return done('admin-shown', story);
      case 'sentiment':
        await editor.edit(story.id, { sentiment: readLabel(value) });
        return done('admin-corrected', story);
      case 'assets':
        await editor.edit(story.id, { assets: readSymbols(value, services) });
        return done('admin-corrected', story);
      case 'merge':
        return merge(story, value, chat.id, services);
      default:
        await editor.edit(story.id, NO_EDIT);
        return done('admin-reset', story);
    }
  },
});

type Services = Call<never>['services'];

function done(id: string, { id: number, content: { title } }: StoryRow): Reply {
  return { kind: 'text', text: message(id, { title, number: String(number) }) };
}

async function storyOf(number: number, chatId: number, { store }: Services): Promise<StoryRow> {
  const story = await findStory(store.db, number, scopesOf(chatId));
  if (!story) throw new UserError('no_such_story', message('story-unknown', { number: String(number) }));
  return story;
}

async function merge(story: StoryRow, value: string, chatId: number, services: Services): Promise<Reply> {
  const number = /^\s*#?(\d{1,9})\s*$/.exec(value)?.[1];
  if (number === undefined) throw new UserError('bad_value', message('admin-merge-what'));
  const other = await storyOf(Number(number), chatId, services);
  if (other.id === story.id) throw new UserError('bad_value', message('admin-merge-same'));
  const left = await services.editor.merge(story.id, other.id);
  return done('admin-merged', left === story.id ? story : other);
}

function readWeight(value: string): number {
  const weight = Number(value);
  if (Number.isInteger(weight) && weight >= 1 && weight <= MOST_WEIGHT) return weight;
  throw new UserError('bad_value', message('admin-weight', { most: MOST_WEIGHT }));
}

function readLabel(value: string) {
  const label = SENTIMENT_LABELS.find((one) => one === value.trim().toLowerCase());
  if (label === undefined) throw new UserError('bad_value', message('admin-sentiment'));
  return label;
}

function readSymbols(value: string, { assets }: Services): readonly string[] {
  const words = value.split(/[\s,]+/).filter((word) => word !== '');
  if (words.length === 0) throw new UserError('bad_value', message('admin-assets'));
  const symbols = words.slice(0, MOST_ASSETS).map((word) => {
    const asset = assets.find(word);
    if (!asset) throw new UserError('bad_value', message('admin-asset-unknown', { name: word.slice(0, 40) }));
    return asset.symbol;
  });
  return [...new Set(symbols)];
}
