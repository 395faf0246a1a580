import type { Outlet } from '../model/outlet.ts';
import { PUBLIC_SCOPE } from '../model/scope.ts';
import { addressed, NEVER_POLLED } from './feeds.ts';
import type { Trx } from './schema.ts';

/** The feed that imported articles of an outlet belong to: never polled. @returns its id */
export async function ensureImportFeed(trx: Trx, outlet: Outlet, now: number): Promise<number> {
  await trx
    .insertInto('outlet')
    .values({ key: outlet.key, name: outlet.name, tier: outlet.tier })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const key = `import:${outlet.key}`;
  await trx
    .insertInto('feed')
    .values({
      ...NEVER_POLLED,
      ...addressed('https://import.invalid/'),
      key,
      scope: PUBLIC_SCOPE,
      outlet: outlet.key,
      kind: 'feed',
      language: 'en',
      topics: '[]',
      active: 0,
      next_poll_at: now,
      interval_ms: 0,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  const { id } = await trx.selectFrom('feed').select('id').where('key', '=', key).executeTakeFirstOrThrow();
  return id;
}
