import type { Call } from '../../src/chat/command.ts';
import type { OptionTable } from '../../src/chat/options.ts';
import { feedName } from '../../src/cards/feed-card.ts';
import { PUBLIC_SCOPE, scopesOf } from '../../src/model/scope.ts';
import { message } from '../../src/model/text.ts';
import { UserError } from '../../src/model/user-error.ts';
import { feedOfScopes, namedFeed } from '../../src/store/added-feeds.ts';

/** The option of commands that change a feed. */
export const FEED_NUMBER = {
  kind: 'integer',
  description: 'Number of the feed, as /feeds shows it',
  required: true,
  min: 1,
  max: 999_999_999,
} as const;

/**
 * The feed that a person wants to change.
 * @throws UserError when the chat has none of this number, or it is not theirs to change
 */
export async function changeableFeed(
  number: number,
  { chat, person, services }: Pick<Call<OptionTable>, 'chat' | 'person' | 'services'>,
) {
  const { db } = services.store;
  const found = await feedOfScopes(db, number, scopesOf(chat.id));
  const feed = found && (await namedFeed(db, number));
  if (!feed) throw new UserError('no_such_feed', message('feeds-unknown', { number: String(number) }));
  const title = feedName(feed);
  if (feed.scope === PUBLIC_SCOPE && !person.isOperator) {
    throw new UserError('operators_only', message('feeds-not-yours', { title }));
  }
  return { ...feed, name: title };
}
