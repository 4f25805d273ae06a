import type { Lang } from '@klimaspur/messages';
import type { MeasureFilter, View } from '@klimaspur/read-models';
import type { Reading } from './reader.js';

/** How many of the measures counted somewhere only the signed-in see. */
export const draftsCounted = (
  { models, view }: Reading,
  municipality: string,
  scope: { readonly plan?: string },
  total: number,
): number =>
  view.viewer === 'public'
    ? 0
    : total - models.progress(municipality, scope, { ...view, viewer: 'public' }).counts.total;

/** The same of those that a question finds. */
export const draftsFound = (
  { models, view }: Reading,
  filter: MeasureFilter,
  total?: number,
): number => {
  if (view.viewer === 'public') return 0;
  const count = (viewer: View['viewer']) =>
    models.measures({ ...filter, limit: 1 }, { ...view, viewer }).total;
  return (total ?? count(view.viewer)) - count('public');
};

const withDrafts: Readonly<Record<Lang, string>> = { de: '-mit-entwuerfen', en: '-with-drafts' };

/**
 * What the name of a file says where drafts are in it. A column would say it too, but differ between an installation
 * and the next one, and a list must come back as it went.
 */
export const draftsInName = (reading: Reading, filter: MeasureFilter, lang: Lang): string =>
  draftsFound(reading, filter) > 0 ? withDrafts[lang] : '';
