/** What delivery to real platforms has to remember: doubtful posts, and since when a chat is out of reach. */
export const platforms = {
  id: 2,
  statements: [
    `alter table delivery add column doubts integer not null default 0`,
    `alter table chat add column gone_at integer`,
    `update chat set gone_at = created_at where gone_reason is not null`,
    `create index chat_gone on chat (gone_at) where gone_at is not null`,
    `create index delivery_parked on delivery (created_at) where state = 'parked'`,
    `create index delivery_doubtful on delivery (created_at) where doubts > 0`,
    `create index local_message_posted on local_message (posted_at)`,
  ],
} as const;
