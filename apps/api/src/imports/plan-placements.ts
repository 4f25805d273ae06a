import { planState, timeline, type Past, type PlanState } from '@klimaspur/domain';
import type { RecordedEvent } from '@klimaspur/event-store';

export interface Placed {
  readonly field: string | null;
  readonly number: string | null;
  readonly rank: number;
  readonly imported: boolean;
}

/** What says where a measure stands. */
export const isPlacing = ({ type }: { readonly type: string }): boolean =>
  type === 'PlanMeasurePlaced' || type === 'PlanMeasureRemoved';

/** The fields of a plan, read without its measures. */
export const fieldsOf = (history: readonly RecordedEvent[]): PlanState['fields'] =>
  planState(timeline(history as unknown as Past[])).fields;

/** Where each measure stands. Folded into one map, so that it takes no longer than the plan is long. */
export const placementsOf = (history: readonly Past[]): ReadonlyMap<string, Placed> => {
  const placed = new Map<string, Placed>();
  for (const { type, data } of timeline(history)) {
    const measure = data['measure'] as string;
    if (type === 'PlanMeasureRemoved') placed.delete(measure);
    if (type !== 'PlanMeasurePlaced') continue;
    const { field, rank, text, imported } = data as {
      field?: string;
      rank: number;
      text?: { number?: string };
      imported?: boolean;
    };
    placed.set(measure, {
      field: field ?? null,
      number: text?.number ?? placed.get(measure)?.number ?? null,
      rank,
      imported: imported === true,
    });
  }
  return placed;
};
