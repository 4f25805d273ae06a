import { type Reading, seesDrafts } from './reader.js';

/** What is told of a stream whose number of entries would tell how many of them speak of drafts. */
export type ToldRevision<T extends { readonly revision: number }> = Omit<T, 'revision'> & {
  /** Null for whoever sees no drafts of the town: they write nothing that would need it. */
  readonly revision: number | null;
};

/** A plan, or an entry of one, as the asker may know it. */
export const withToldRevision = <T extends { readonly revision: number }>(
  { view }: Reading,
  municipality: string,
  told: T,
): ToldRevision<T> => ({
  ...told,
  revision: seesDrafts(view.viewer, municipality) ? told.revision : null,
});
