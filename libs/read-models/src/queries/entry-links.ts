import type { EventType } from '@klimaspur/domain';
import type { Statements } from '../store/statements.js';
import type { ChangeItem, EntryItem, EntryRef, View } from '../types.js';
import { type ChangeRow, positionOf, toldParams, toldThen } from './changes.js';
import { voidedIn } from './marks.js';

export interface EntryRow extends ChangeRow {
  readonly stream: number;
  readonly about: string | null;
  readonly effective_on: number;
}

interface LinkRow {
  readonly position: number;
  readonly revision: number;
  readonly stream: number;
  readonly entry: string;
  readonly about: string | null;
  readonly type: EventType;
  readonly recorded_at: number;
  readonly voided: number;
}

/** What the entries of a page are about, and what was said about them since, as far as the viewer may know it. */
export const linksOf = (
  db: Statements,
  rows: readonly EntryRow[],
  view: View,
): ((item: ChangeItem) => Pick<EntryItem, 'about' | 'changedBy'>) => {
  const pairsOf = (pick: (row: EntryRow) => string | null) =>
    JSON.stringify(
      rows.flatMap((row) => {
        const entry = pick(row);
        return entry === null ? [] : [[row.stream, entry]];
      }),
    );
  const find = (index: string, column: string, pairs: string) =>
    db.all<LinkRow>(
      `SELECT c.position, c.revision, c.stream, c.entry, c.about, c.type, c.recorded_at, ${voidedIn('c', view)} AS voided
      FROM json_each($pairs) p CROSS JOIN change c INDEXED BY ${index} ON c.stream = p.value ->> 0
        AND c.${column} = p.value ->> 1
      CROSS JOIN stream s ON s.key = c.stream
      WHERE ${toldThen(view).join(' AND ')} ORDER BY c.position`,
      { ...toldParams(view), pairs },
    );
  const later = find(
    'change_about',
    'about',
    pairsOf(({ entry }) => entry),
  );
  const earlier = find(
    'change_of_stream',
    'entry',
    pairsOf(({ about }) => about),
  );
  const rowAt = new Map(rows.map((row) => [positionOf(row.position), row]));
  return ({ position, entry }) => {
    const { stream, about } = rowAt.get(position)!;
    return {
      about: refOf(earlier.find((row) => row.stream === stream && row.entry === about)) ?? null,
      changedBy: later
        .filter((row) => row.stream === stream && row.about === entry && changes(row))
        .flatMap((row) => refOf(row) ?? []),
    };
  };
};

const changes = ({ type, voided }: LinkRow): boolean =>
  type === 'EntryVoided' || (type === 'EntryCorrected' && voided === 0);

const refOf = (row: LinkRow | undefined): EntryRef | undefined =>
  row && {
    position: positionOf(row.position),
    revision: row.revision,
    entry: row.entry,
    type: row.type,
    recordedAt: new Date(row.recorded_at).toISOString(),
  };
