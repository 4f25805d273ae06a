import type { Past } from '@klimaspur/domain';
import type { Comparison } from './comparison.js';
import type { GoneRow } from './gone-rows.js';
import type { PlannedWrite } from './import-writes.js';
import { changesOf, type FieldChange } from './measure-changes.js';

export const rowKinds = ['new', 'changed', 'unchanged', 'gone'] as const;
export type RowKind = (typeof rowKinds)[number];

/** What becomes of one measure of the file, or of one that it has no longer. */
export interface ReportRow {
  readonly kind: RowKind;
  /** In the file; null: it is gone from there. */
  readonly where: string | null;
  readonly measure: string;
  readonly number: string | null;
  readonly title: string;
  /** Of a measure that is here already. */
  readonly changes: readonly FieldChange[];
}

export interface RowGroup {
  readonly count: number;
  /** The first of them. */
  readonly first: readonly ReportRow[];
}

export type RowGroups = Readonly<Record<RowKind, RowGroup>>;

/** A page, or an answer, names so many of each kind; all of them go to whoever listens. */
const NAMED = 50;

/** Collects what becomes of each measure. */
export class ReportRows {
  private readonly counts = { new: 0, changed: 0, unchanged: 0, gone: 0 };
  private readonly first: Record<RowKind, ReportRow[]> = {
    new: [],
    changed: [],
    unchanged: [],
    gone: [],
  };

  constructor(private readonly listener: (row: ReportRow) => void = () => undefined) {}

  planned(comparison: Comparison, { measure }: PlannedWrite): void {
    if (!measure) return;
    const { matched, history, wishes, placement } = measure;
    const { where, id, isNew, number = null, title } = matched;
    const kind = isNew ? 'new' : wishes.length + placement.length > 0 ? 'changed' : 'unchanged';
    const past = history as unknown as Past[];
    this.add({
      ...{ kind, where, measure: id, number, title },
      changes:
        kind === 'changed'
          ? [
              ...changesOf(past, wishes, comparison.plan.edition),
              ...moved(comparison, id, placement),
            ]
          : [],
    });
  }

  gone({ id, number, title }: GoneRow): void {
    this.add({ kind: 'gone', where: null, measure: id, number, title, changes: [] });
  }

  get groups(): RowGroups {
    const group = (kind: RowKind): RowGroup => ({
      count: this.counts[kind],
      first: this.first[kind],
    });
    return {
      new: group('new'),
      changed: group('changed'),
      unchanged: group('unchanged'),
      gone: group('gone'),
    };
  }

  private add(row: ReportRow): void {
    this.counts[row.kind] += 1;
    if (this.first[row.kind].length < NAMED) this.first[row.kind].push(row);
    this.listener(row);
  }
}

/** Number, field and order in the plan, where they change. */
const moved = (
  comparison: Comparison,
  id: string,
  [wish]: PlannedWrite['wishes'],
): FieldChange[] => {
  if (!wish) return [];
  const names = comparison.fieldNames;
  const was = comparison.plan.placements.get(id);
  const { field, text } = wish.data as { field?: string; text?: { number?: string } };
  const nameOf = (of: string | null | undefined) => (of ? (names.get(of) ?? of) : null);
  const changes: FieldChange[] = [
    { field: 'number', before: was?.number ?? null, after: text?.number ?? was?.number ?? null },
    { field: 'field', before: nameOf(was?.field), after: nameOf(field) },
  ].filter(({ before, after }) => before !== after);
  return changes.length > 0 ? changes : [{ field: 'order', before: null, after: null }];
};
