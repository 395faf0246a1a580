/** What polling has to remember of a feed, and feeds that were added in a chat. */
export const feeds = {
  id: 3,
  statements: [
    `alter table feed add column origin text not null default 'catalogue'`,
    `alter table feed add column listed_url text`,
    `update feed set listed_url = url`,
    `alter table feed add column title text`,
    `alter table feed add column paused integer not null default 0`,
    `alter table feed add column retired_at integer`,
    `alter table feed add column given_up_at integer`,
    `alter table feed add column failing_since integer`,
    `alter table feed add column body_hash text`,
    `alter table feed add column moved_to text`,
    `alter table feed add column moved_polls integer not null default 0`,
    `alter table feed add column streak integer not null default 0`,
    `alter table feed add column recent text not null default '[]'`,
    `alter table feed add column full_text integer`,
    `update feed set failing_since = coalesce(last_ok_at, last_polled_at) where failures > 0`,
    `drop index feed_due`,
    `create index feed_polled on feed (id, host, next_poll_at)
      where active = 1 and paused = 0 and retired_at is null`,
    `create index feed_scope on feed (scope)`,
  ],
} as const;
