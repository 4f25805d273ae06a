import type { Translate } from '@klimaspur/messages';

interface ResultCountProps {
  readonly t: Translate;
  /** How many the filters let through, and how many there are. */
  readonly found: number;
  readonly total: number;
  /** How many of those found only the signed-in see. */
  readonly drafts?: number;
  readonly page?: number;
  readonly pages?: number;
}

/** Read out when the script exchanges the list under it. */
export const ResultCount = ({
  t,
  found,
  total,
  drafts = 0,
  page = 1,
  pages = 1,
}: ResultCountProps) => (
  <p class="result-count" role="status">
    {found === total ? t('results.all', { total }) : t('results.count', { shown: found, total })}
    {drafts > 0 ? ` · ${t('draft.counted', { count: drafts })}` : ''}
    {pages > 1 ? ` · ${t('pagination.position', { page, pages })}` : ''}
  </p>
);
