/** Scope of the operator's catalogue: everybody's stories. */
export const PUBLIC_SCOPE = 'public';
