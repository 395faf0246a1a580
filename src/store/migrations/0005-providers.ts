/** What a provider of news says of an article besides its outlet, and what its interface may be asked. */
export const providers = {
  id: 5,
  statements: [
    `alter table article add column provider_sentiment text`,
    `alter table article add column provider_categories text not null default '[]'`,
    `create index article_key_link on article_key (hash) where kind = 'link'`,
    `create table api_usage (
      provider text not null, month text not null, calls integer not null, primary key (provider, month)) without rowid`,
  ],
} as const;
