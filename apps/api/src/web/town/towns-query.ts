const LONGEST = 200;

/** The part of a name that was searched for; empty: all towns. */
export const searchedName = (query: unknown): string => {
  const q = (query as Readonly<Record<string, unknown>>)['q'];
  return typeof q === 'string' ? q.trim().slice(0, LONGEST) : '';
};
