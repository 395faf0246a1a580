/** Tables of the spine. See `schema.ts` for what the columns mean. */
export const spine = {
  id: 1,
  statements: [
    `create table outlet (key text primary key, name text not null, tier integer not null)`,
    `create table feed (
      id integer primary key, key text not null unique, scope text not null, outlet text not null references outlet (key),
      url text not null, host text not null, kind text not null, language text not null, topics text not null,
      fixed_interval_ms integer, active integer not null, etag text, last_modified text,
      next_poll_at integer not null, interval_ms integer not null, first_polled_at integer, last_polled_at integer,
      last_ok_at integer, last_full_at integer, failures integer not null, last_error text)`,
    `create index feed_due on feed (next_poll_at) where active = 1`,
    `create table article (
      id integer primary key autoincrement, feed_id integer not null references feed (id), scope text not null,
      outlet text not null references outlet (key), title text not null, description text not null, body text not null,
      raw_title text, raw_description text, raw_body text, link text, author text, image_url text,
      published_at integer not null, seen_at integer not null, alertable integer not null, content_hash text not null,
      state text not null, story_id integer, error text)`,
    `create index article_new on article ((story_id is not null), id) where state = 'new'`,
    `create index article_story on article (story_id)`,
    `create index article_seen on article (seen_at)`,
    `create table article_key (
      feed_id integer not null, kind text not null, hash text not null, article_id integer not null,
      primary key (feed_id, kind, hash)) without rowid`,
    `create table analysis (
      article_id integer primary key references article (id) on delete cascade, version integer not null,
      language text not null, assets text not null, topics text not null, sentiment_label text, sentiment_score real,
      evidence text not null, figures text not null, summary text not null, importance integer not null)`,
    `create table story (
      id integer primary key autoincrement, scope text not null, revision integer not null, created_at integer not null,
      changed_at integer not null, alertable_at integer, lead_article_id integer not null, merged_into integer,
      title text not null, importance integer not null, sentiment_label text, sentiment_score real,
      outlet_count integer not null, content text not null)`,
    `create index story_changed on story (changed_at)`,
    `create index story_alertable on story (alertable_at) where alertable_at is not null`,
    `create table story_term (
      kind text not null, value text not null, story_id integer not null,
      primary key (kind, value, story_id)) without rowid`,
    `create index story_term_story on story_term (story_id)`,
    `create virtual table article_text using fts5 (title, body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')`,
    `create table filter (id integer primary key autoincrement, canonical text not null unique)`,
    `create table chat (
      id integer primary key autoincrement, platform text not null, native_id text not null, thread text not null,
      language text not null, paused_until integer, gone_reason text, created_at integer not null,
      unique (platform, native_id, thread))`,
    `create table subscription (
      id integer primary key autoincrement, chat_id integer not null references chat (id), number integer not null,
      filter_id integer not null references filter (id), mode text not null, cap_hour integer not null,
      cap_day integer not null, created_at integer not null, ended_at integer, unique (chat_id, number))`,
    `create index subscription_filter on subscription (filter_id, id) where ended_at is null`,
    `create table fanout (
      id integer primary key autoincrement, story_id integer not null, revision integer not null, filters text not null,
      alertable_at integer, phase text not null, position integer not null, cursor integer not null,
      over_cap integer not null)`,
    `create table delivery (
      id integer primary key autoincrement, platform text not null, chat_id integer not null references chat (id),
      subject text not null, subscription_id integer not null, state text not null, wanted integer not null,
      sent integer, sending_revision integer, nonce text not null unique, due_at integer, message_ref text,
      attempts integer not null, last_error text, created_at integer not null, unique (chat_id, subject))`,
    `create index delivery_due on delivery (platform, due_at, id) where due_at is not null`,
    `create index delivery_subject on delivery (subject, id)`,
    `create index delivery_subscription on delivery (subscription_id, created_at)`,
    `create table overflow (
      subscription_id integer not null, slot text not null, story_id integer not null, revision integer not null,
      added_at integer not null,
      primary key (subscription_id, slot, story_id)) without rowid`,
    `create index overflow_story on overflow (story_id, subscription_id)`,
    `create table local_message (
      id integer primary key autoincrement, nonce text not null unique, card text not null, posted_at integer not null,
      edited_at integer, edits integer not null)`,
  ],
} as const;
