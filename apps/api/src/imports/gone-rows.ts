import { streamName } from '@klimaspur/event-store';
import { alike } from './alike.js';
import type { Comparison } from './comparison.js';
import { goneRow, goneUnknown, maybeRenamed, presentTitle } from './import-findings.js';
import type { Matched } from './match-measures.js';

/** A measure that the edition before had and this one has no longer. */
export interface GoneRow {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
}

/** So many are compared with so many: more than these were not renamed, they are another list. */
const MOST_COMPARED = 1_000;

/**
 * Rows of the edition before that this one has no longer; undefined where it cannot tell. Whether they were given up, only people know; nor does
 * anybody else know whether one that is new is one of them with another title.
 */
export const findGone = async (
  { plan, context, findings }: Comparison,
  measures: readonly Matched[],
): Promise<GoneRow[] | undefined> => {
  if (plan.own || context.rows === 'none') return undefined;
  const here = new Set(measures.map(({ id }) => id));
  const missing = [...plan.placements].filter(([id, { imported }]) => imported && !here.has(id));
  const isOlder = plan.edition.nextDay !== null;
  if (missing.length > 0 && (isOlder || context.rows === 'not-refused')) {
    findings.push(goneUnknown(missing.length, isOlder ? 'older' : 'refused'));
  }
  if (isOlder || (missing.length > 0 && context.rows === 'not-refused')) return undefined;
  const gone: GoneRow[] = [];
  for (const [id, { number }] of missing) {
    const history = await context.known.stream(streamName('measure', id));
    gone.push({ id, number, title: presentTitle(history) });
  }
  const added = measures.filter(({ isNew }) => isNew);
  const few = gone.length <= MOST_COMPARED && added.length <= MOST_COMPARED;
  for (const row of gone) {
    const like = few ? added.find(({ title }) => alike(title, row.title)) : undefined;
    findings.push(like ? maybeRenamed(like, row) : goneRow(row));
  }
  return gone;
};
