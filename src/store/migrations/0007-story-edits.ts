/** What an operator says of a story, kept apart from what was read. */
export const storyEdits = {
  id: 7,
  statements: [
    `create table story_edit (
      story_id integer primary key, sticky_weight integer not null default 0, hidden integer not null default 0,
      sentiment_label text, assets text, edited_at integer not null)`,
  ],
} as const;
