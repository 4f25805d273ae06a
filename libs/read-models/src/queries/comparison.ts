import {
  berlinDay,
  changesBetween,
  dayNumber,
  type Day,
  standOf,
  type MeasureOn,
} from '@klimaspur/domain';
import type { Statements } from '../store/statements.js';
import type {
  ComparedMeasure,
  ComparedMoments,
  Comparison,
  Corrections,
  ProgressScope,
  View,
} from '../types.js';
import { itemsOf, type MadeItem } from './measure-items.js';
import { rowsOf } from './measures.js';
import { countPlaced, measuresPlaced, type PlacedRow } from './progress.js';
import { entrySeen, paramsOf, townKey } from './scope.js';

type Placed = ReadonlyMap<number, PlacedRow>;

interface Compared {
  readonly measure: number;
  readonly was: PlacedRow | undefined;
  readonly is: PlacedRow | undefined;
}

/**
 * What is another at the second moment than at the first: the difference of what the bars of the two show. A project of
 * allies is in neither, so a measure comes or goes when somebody says that it is one.
 */
export const comparison = (
  db: Statements,
  municipality: string,
  scope: ProgressScope,
  { from, to }: ComparedMoments,
): Comparison => {
  const [then, now] = [from, to].map((view) => measuresPlaced(db, municipality, scope, view));
  const [was, is] = [byMeasure(then!.rows), byMeasure(now!.rows)];
  const all = [...new Set([...is.keys(), ...was.keys()])].map((measure): Compared => ({
    measure,
    was: was.get(measure),
    is: is.get(measure),
  }));
  const notes = correctionsOf(db, municipality, { from, to });
  const recorded = recordedBetween(db, municipality, { from, to });
  const looked = all.filter(
    ({ measure, was, is }) =>
      was?.state !== is?.state ||
      was?.status !== is?.status ||
      was?.late !== is?.late ||
      notes.has(measure) ||
      recorded.has(measure),
  );
  const key = municipalityKey(db, municipality);
  const made = madeAt(db, { key, plan: scope.plan }, looked, { from, to });
  const places = new Map(now!.fields.map(({ id }, at) => [id, at]));
  return {
    before: countPlaced(then!.fields, then!.rows),
    after: countPlaced(now!.fields, now!.rows),
    items: looked
      .flatMap(
        ({ measure }) =>
          itemOf(
            { was: made.was.get(measure), is: made.is.get(measure) },
            {
              corrections: notes.get(measure) ?? null,
              recordedOn: recorded.get(measure) ?? null,
            },
            { from, to },
          ) ?? [],
      )
      .sort(asInPlan(places)),
  };
};

/** Each measure of the town once, though it may stand in several plans. */
const byMeasure = (rows: readonly PlacedRow[]): Placed =>
  new Map(rows.flatMap((row) => (row.own > 0 ? [] : [[row.measure, row] as const])));

const municipalityKey = (db: Statements, municipality: string): number =>
  db.get<{ key: number }>(`SELECT ${townKey('$town')} AS key`, { town: municipality })?.key ?? 0;

interface Made {
  readonly was: ReadonlyMap<number, MadeItem>;
  readonly is: ReadonlyMap<number, MadeItem>;
}

const madeAt = (
  db: Statements,
  { key, plan }: { readonly key: number; readonly plan: string | undefined },
  looked: readonly Compared[],
  { from, to }: ComparedMoments,
): Made => {
  const at = (view: View, rows: readonly (PlacedRow | undefined)[]) => {
    const keys = rows.flatMap((row) => (row ? { municipality: key, measure: row.measure } : []));
    const items = itemsOf(db, rowsOf(db, keys, view), view, plan);
    return new Map(items.map((item) => [item.row.measure, item]));
  };
  return {
    was: at(
      from,
      looked.map(({ was }) => was),
    ),
    is: at(
      to,
      looked.map(({ is }) => is),
    ),
  };
};

type Notes = Pick<ComparedMeasure, 'corrections' | 'recordedOn'>;

/** Undefined: nothing of it is another. */
const itemOf = (
  { was, is }: { readonly was: MadeItem | undefined; readonly is: MadeItem | undefined },
  { corrections, recordedOn }: Notes,
  { from, to }: ComparedMoments,
): ComparedMeasure | undefined => {
  const on = (made: MadeItem | undefined, { asOf }: View): MeasureOn | null =>
    made ? { state: made.state, day: asOf } : null;
  const [before, after] = [on(was, from), on(is, to)];
  const changes = changesBetween(before, after);
  const { item } = is ?? was!;
  // What goes on elsewhere is counted there: so it is not new here.
  const isNew = recordedOn !== null && was !== undefined && item.status !== null;
  if (changes.length === 0 && !corrections && !isNew) return undefined;
  return {
    ...{ id: item.id, title: item.title, published: item.published, place: item.place },
    before: before && standOf(before),
    after: after && standOf(after),
    heirs: item.heirs,
    changes,
    corrections,
    recordedOn: isNew ? recordedOn : null,
  };
};

/** As the plan has them; what stands in no field comes last. */
const asInPlan =
  (places: ReadonlyMap<string, number>) =>
  (a: ComparedMeasure, b: ComparedMeasure): number => {
    const placeOf = ({ place }: ComparedMeasure) =>
      places.get(place?.field ?? '') ?? Number.MAX_SAFE_INTEGER;
    return (
      placeOf(a) - placeOf(b) ||
      (a.place?.rank ?? 0) - (b.place?.rank ?? 0) ||
      (a.id < b.id ? -1 : 1)
    );
  };

/**
 * The condition that an entry with `known` and the day `recorded` came between the two moments: by what was known, where
 * that is another at both; else by the day on which it was recorded.
 */
const between = ({ from, to }: ComparedMoments, known: string, recorded: string): string =>
  from.knownAt === to.knownAt
    ? `${recorded} > $first AND ${recorded} <= $day`
    : `${known} > $knownFirst AND ${known} <= $known`;

const paramsBetween = (municipality: string, { from, to }: ComparedMoments) => ({
  ...paramsOf(to),
  town: municipality,
  first: dayNumber(from.asOf),
  knownFirst: paramsOf(from)['known']!,
});

/** Corrections that were themselves taken back are none. */
const correctionsOf = (
  db: Statements,
  municipality: string,
  moments: ComparedMoments,
): ReadonlyMap<number, Corrections> => {
  const rows = db.all<Corrections & { readonly measure: number }>(
    `SELECT c.measure, sum(c.type = 'EntryCorrected') AS corrected,
      sum(c.type = 'EntryVoided') AS voided, c.entry, max(c.position)
    FROM change c CROSS JOIN stream s ON s.key = c.stream
    WHERE c.municipality = ${townKey('$town')} AND c.measure IS NOT NULL
    AND c.type IN ('EntryCorrected', 'EntryVoided') AND c.voided = 0
    AND ${between(moments, 'c.known_since', 'c.recorded_on')}
    AND ${entrySeen(moments.to.viewer)} GROUP BY c.measure`,
    paramsBetween(municipality, moments),
  );
  return new Map(
    rows.map(({ measure, corrected, voided, entry }) => [measure, { corrected, voided, entry }]),
  );
};

/** Measures whose record began between the two moments, with the day. */
const recordedBetween = (
  db: Statements,
  municipality: string,
  moments: ComparedMoments,
): ReadonlyMap<number, Day> => {
  const rows = db.all<{ readonly measure: number; readonly recorded_at: number }>(
    `SELECT c.measure, c.recorded_at FROM change c
    WHERE c.municipality = ${townKey('$town')} AND c.type = 'MeasureRecorded'
    AND ${between(moments, 'c.known_since', 'c.recorded_on')}`,
    paramsBetween(municipality, moments),
  );
  return new Map(
    rows.map(({ measure, recorded_at }) => [
      measure,
      berlinDay(new Date(recorded_at).toISOString()),
    ]),
  );
};
