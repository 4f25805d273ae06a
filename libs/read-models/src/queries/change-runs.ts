import type { Statements } from '../store/statements.js';
import type { ChangeFilter, ChangeRun, View } from '../types.js';
import { changeItems, type ChangeRow, changeRows, LARGEST_PAGE } from './changes.js';

/** Two of a kind are still told one by one. */
const FEWEST = 3;
/** Mostly enough; where runs are long, the pages after it are larger. */
const FIRST_PAGE = 32;
const PAGES = 10;

type Scope = Pick<ChangeFilter, 'municipality'>;

interface Run {
  readonly rows: ChangeRow[];
  readonly measures: Set<number | null>;
}

/**
 * Latest changes for a short list, newest first: what one person recorded of one kind on one day in one go
 * is one of them, such as the publication of all measures of a plan.
 */
export const latestRuns = (
  db: Statements,
  scope: Scope,
  limit: number,
  view: View,
): ChangeRun[] => {
  const lines = readRuns(db, scope, limit, view).flatMap(linesOf).slice(0, limit);
  const items = changeItems(
    db,
    lines.map(({ row }) => row),
    view,
  );
  return items.map((item, index) => ({
    ...item,
    ...{ entries: lines[index]!.entries, measures: lines[index]!.measures },
  }));
};

/** So many that they fill the list, and the last of them whole. */
const readRuns = (db: Statements, scope: Scope, limit: number, view: View): Run[] => {
  const runs: Run[] = [];
  let before: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const filter = {
      ...{ ...scope, brief: true, limit: page === 0 ? FIRST_PAGE : LARGEST_PAGE },
      ...(before === undefined ? {} : { before }),
    };
    const { rows, next } = changeRows(db, filter, view);
    for (const row of rows) {
      const run = runs.at(-1);
      if (run && isOfOneKind(run.rows[0]!, row)) {
        run.rows.push(row);
        run.measures.add(row.measure);
      } else if (runs.flatMap(linesOf).length >= limit) return runs;
      else runs.push({ rows: [row], measures: new Set([row.measure]) });
    }
    if (next === null) break;
    before = next;
  }
  return runs;
};

const isOfOneKind = (a: ChangeRow, b: ChangeRow): boolean =>
  a.type === b.type &&
  a.municipality === b.municipality &&
  a.recorded_on === b.recorded_on &&
  a.author === b.author &&
  a.voided === b.voided &&
  (a.measure === null) === (b.measure === null);

const linesOf = ({ rows, measures }: Run) =>
  rows.length < FEWEST
    ? rows.map((row) => ({ row, entries: 1, measures: 1 }))
    : [{ row: rows[0]!, entries: rows.length, measures: measures.size }];
