/** Stories that turned out one, and articles that repeat another. */
export const merges = {
  id: 6,
  statements: [`alter table fanout add column absorbed integer`, `alter table analysis add column copy_of integer`],
} as const;
