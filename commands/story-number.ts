/** Option of commands that are about one story. */
export const STORY_NUMBER = {
  kind: 'integer',
  description: 'Number of the story, as its card shows it',
  required: true,
  min: 1,
  max: 999_999_999,
} as const;
