/** Feeds that a hub tells of (WebSub). */
export const websub = {
  id: 4,
  statements: [
    `alter table feed add column pushed_until integer`,
    `create table websub (
      feed_id integer primary key references feed (id), hub text not null, topic text not null, token text not null unique,
      secret text not null, state text not null, lease_until integer, next_at integer not null, attempts integer not null,
      last_error text)`,
    `create index websub_due on websub (next_at)`,
  ],
} as const;
