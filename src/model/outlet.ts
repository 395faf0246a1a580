/** Trust of an outlet. 1: wire or paper of record, 4: content farm, or any feed that a chat added. */
export type Tier = 1 | 2 | 3 | 4;

/** The publisher behind a feed. */
export interface Outlet {
  /** Lower-case letters and digits, as in the filter `@theblock`. */
  readonly key: string;
  readonly name: string;
  readonly tier: Tier;
}
