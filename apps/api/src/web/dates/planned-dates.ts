import {
  berlinDay,
  effectiveDay,
  knownSince,
  lastDay,
  type PartialDate,
  type Past,
} from '@klimaspur/domain';
import type { CalendarDate } from '@klimaspur/exports';
import { formatDay, type Translate } from '@klimaspur/messages';
import type { MeasureItem } from '@klimaspur/read-models';
import { measurePast } from '../../reading/past.js';
import type { Reading } from '../../reading/reader.js';
import { measurePath } from '../paths.js';

export type PlannedMeasure = Pick<
  MeasureItem,
  'id' | 'title' | 'status' | 'municipality' | 'plannedStart' | 'plannedEnd'
>;

/** What each of the two days is called in entries: planned, moved, and moved where a delay was reported. */
const kinds = [
  { kind: 'start', planned: 'plannedStart', moved: 'newStart' },
  { kind: 'end', planned: 'plannedEnd', moved: 'newEnd' },
] as const;
type Kind = (typeof kinds)[number];

/**
 * The planned days of a measure. One that was dropped, by itself or with the measure, is cancelled on the day last named;
 * what is finished stays as it was planned.
 */
export const plannedDates = async (
  reading: Reading,
  measure: PlannedMeasure,
  t: Translate,
  link: (path: string) => string,
): Promise<CalendarDate[]> => {
  const past = await toldBy(reading, measure.id);
  const isGivenUp = givenUp.has(measure.status);
  return kinds.flatMap((kind) => {
    const on = measure[kind.planned];
    const named = on ?? lastNamed(past, kind);
    if (named === undefined) return [];
    return {
      uid: `${measure.id}-${kind.kind}`,
      sequence: past.length,
      day: lastDay(named),
      summary: summaryOf(t(`dates.${kind.kind}`, { title: measure.title }), named, t),
      url: link(measurePath(t.lang, measure.municipality.slug, measure.id)),
      cancelled: on === null || isGivenUp,
    };
  });
};

/** Null: it goes on in another one, which has days of its own. */
const givenUp: ReadonlySet<MeasureItem['status']> = new Set(['failed', 'rejected', null]);

/** A month or a year stands on its last day, after which it would be late; the words say what was named. */
export const summaryOf = (what: string, named: PartialDate, t: Translate): string =>
  named === lastDay(named) ? what : t('dates.within', { what, day: formatDay(named, t.lang) });

/** What counted by the day asked about, and was known then: as many entries as changed the measure. */
const toldBy = async (reading: Reading, id: string): Promise<readonly Past[]> => {
  const { asOf, knownAt = Infinity } = reading.view;
  return (await measurePast(reading, id)).filter(
    (past) =>
      knownSince(past) <= knownAt &&
      effectiveDay(past.metadata.occurredOn, berlinDay(past.metadata.recordedAt)) <= asOf,
  );
};

const lastNamed = (past: readonly Past[], { planned, moved }: Kind): PartialDate | undefined =>
  past
    .flatMap(({ data }) => [data, (data['replacement'] ?? {}) as Past['data']])
    .flatMap((data) => (data[planned] ?? data[moved] ?? []) as PartialDate | [])
    .at(-1);
