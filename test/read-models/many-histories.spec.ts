import fc from 'fast-check';
import type { Counts } from '@klimaspur/read-models';
import { projected } from './projected.js';
import { aLongHistory, fields, measures, town } from './random-history.js';
import { recount, type Raw, type Recounted } from './recount.js';

/** So many towns share one log and its clock: 25 logs hold a thousand histories. */
const TOWNS = 40;
const LOGS = 25;
const QUESTIONS = 5;

const everybody = { drafts: 'all' } as const;

/** The same ids for each town, but those of another one. */
const idIn = (place: number, id: string): string =>
  place.toString(16).padStart(8, '0') + id.slice(8);
const inTown = (place: number, history: readonly Raw[]): readonly Raw[] =>
  JSON.parse(
    JSON.stringify(history).replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) =>
      idIn(place, id),
    ),
  ) as Raw[];

/** One log of all: each entry where its town had come to, so that no town is told as a whole after another. */
const oneLog = (histories: readonly (readonly Raw[])[]): readonly Raw[] =>
  histories
    .flatMap((history, place) => {
      let reached = 0;
      return inTown(place + 1, history).map((event) => {
        reached = Math.max(reached, Date.parse(event.recordedAt));
        return { event, reached };
      });
    })
    .toSorted((a, b) => a.reached - b.reached)
    .reduce<Raw[]>((log, { event }) => {
      const newest = Math.max(log.at(-1)?.newest ?? 0, Date.parse(event.recordedAt));
      log.push({ ...event, newest });
      return log;
    }, []);

/** Of one town; the clock is still that of the whole log. */
const ofTown = (log: readonly Raw[], place: number): readonly Raw[] => {
  const prefix = idIn(place, '').slice(0, 8);
  return log.filter(({ stream }) => stream.includes(`-${prefix}-`));
};

const question = fc.record({
  /** Days that are interesting somewhere lie near entries; half a year later „stale“ begins. */
  entry: fc.nat(),
  later: fc.constantFrom(0, 0, 1, -1, 31, 179, 180, 181, 400),
  known: fc.option(fc.nat()),
});
type Question = typeof question extends fc.Arbitrary<infer Asked> ? Asked : never;

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const viewOf = (log: readonly Raw[], { entry, later, known }: Question) => {
  const about = log[entry % log.length]!;
  const said = [...JSON.stringify(about.data).matchAll(/\d{4}-\d\d-\d\d/g)].map(([day]) => day);
  const day = [
    ...said,
    `${about.occurredOn ?? about.recordedAt.slice(0, 10)}-01-01`.slice(0, 10),
  ][0]!;
  const knownAt = known === null ? undefined : Date.parse(log[known % log.length]!.recordedAt);
  return { asOf: dayAfter(day, later), ...(knownAt === undefined ? {} : { knownAt }) };
};

/** How many of the histories have each of what makes them hard; a law about what never comes up says nothing. */
const hardThings = (histories: readonly (readonly Raw[])[]) => {
  const withSome = (fits: (event: Raw, history: readonly Raw[]) => boolean) =>
    histories.filter((history) => history.some((event) => fits(event, history))).length;
  const isEntry = ({ type }: Raw) => /^(Measure|PlanMeasurePlaced)/.test(type);
  const isOn = (length: number) => (event: Raw) =>
    isEntry(event) && event.occurredOn?.length === length;
  const about = (kind: string, type: string) =>
    withSome(
      (event, history) =>
        event.type === kind &&
        history.some((other) => other.id === event.data['entry'] && other.type === type),
    );
  const monthsLate = ({ occurredOn, recordedAt }: Raw) =>
    occurredOn?.length === 10 && Date.parse(recordedAt) - Date.parse(occurredOn) > 60 * 86_400_000;
  return {
    recordedMonthsLate: withSome(monthsLate),
    ofAMonth: withSome(isOn(7)),
    ofAYear: withSome(isOn(4)),
    ofAnUnknownDay: withSome((event) => isEntry(event) && event.occurredOn === null),
    corrected: withSome(({ type }) => type === 'EntryCorrected'),
    voided: withSome(({ type }) => type === 'EntryVoided'),
    voidedCorrection: about('EntryVoided', 'EntryCorrected'),
    merged: withSome(({ type }) => type === 'MeasureMerged'),
    mergeCorrected: about('EntryCorrected', 'MeasureMerged'),
    mergeVoided: about('EntryVoided', 'MeasureMerged'),
    clockSetBack: withSome(
      ({ recordedAt }, history) =>
        history.at(0)!.recordedAt > recordedAt ||
        history.some((other, at) => at > 0 && other.recordedAt < history[at - 1]!.recordedAt),
    ),
  };
};

const numbersOf = (found: readonly Recounted[]) => {
  const byStatus: Record<string, number> = {};
  for (const { status } of found) byStatus[status] = (byStatus[status] ?? 0) + 1;
  return {
    byStatus,
    total: found.length,
    late: found.filter(({ late }) => late).length,
    stale: found.filter(({ stale }) => stale).length,
  };
};
const counted = ({ byStatus, total, late, stale }: Counts) => ({
  byStatus: Object.fromEntries(Object.entries(byStatus).filter(([, count]) => count > 0)),
  ...{ total, late, stale },
});

describe('a thousand histories, any day and any instant of knowledge', () => {
  const hard: ReturnType<typeof hardThings>[] = [];

  it('have in the interval rows the state and every number of a naive recount', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(aLongHistory, { minLength: TOWNS, maxLength: TOWNS }),
        fc.array(question, { minLength: QUESTIONS, maxLength: QUESTIONS }),
        async (histories, questions) => {
          hard.push(hardThings(histories));
          const log = oneLog(histories);
          const towns = histories.map((_history, at) => ofTown(log, at + 1));
          await projected(log, 1000, (models) => {
            for (const [place, asked] of histories.flatMap((_history, at) =>
              questions.map((one) => [at + 1, { ...one, entry: one.entry + at }] as const),
            )) {
              const { asOf, knownAt } = viewOf(log, asked);
              const view = {
                asOf,
                ...(knownAt === undefined ? {} : { knownAt }),
                viewer: everybody,
              };
              const expected = measures.map((id) =>
                recount(towns[place - 1]!, `measure-${idIn(place, id)}`, asOf, knownAt ?? Infinity),
              );
              const municipality = idIn(place, town);
              const { items } = models.measures({ municipality }, view);
              const found = new Map(items.map((item) => [item.id, item]));
              expect(
                measures.map((id) => {
                  const item = found.get(idIn(place, id));
                  return item ? [item.status, item.late !== null, item.stale, item.title] : null;
                }),
              ).toEqual(expected.map((one) => one && [one.status, one.late, one.stale, one.title]));
              const counting = expected.flatMap((one) => (one && !one.own ? [one] : []));
              const progress = models.progress(municipality, {}, view);
              expect(counted(progress.counts)).toEqual(numbersOf(counting));
              expect(counted(progress.withoutField)).toEqual(
                numbersOf(counting.filter(({ field }) => field === null)),
              );
              for (const field of fields.map((id) => idIn(place, id))) {
                const shown = progress.fields.find(({ id }) => id === field);
                expect(shown && counted(shown.own)).toEqual(
                  shown && numbersOf(counting.filter((one) => one.field === field)),
                );
              }
              expect(progress.fields.length).toBeGreaterThanOrEqual(
                new Set(counting.flatMap(({ field }) => field ?? [])).size,
              );
            }
          });
        },
      ),
      { numRuns: LOGS },
    );
  });

  it('come late, of months and years, are corrected, taken back and merged, and the merges too', () => {
    expect(hard).toHaveLength(LOGS);
    for (const kind of Object.keys(hard[0]!) as (keyof (typeof hard)[number])[]) {
      const all = hard.reduce((sum, one) => sum + one[kind], 0);
      expect([kind, all >= 100]).toEqual([kind, true]);
    }
  });
});
