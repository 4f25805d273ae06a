import fc from 'fast-check';
import type { AssessmentCounts, MeasureFilter, MeasureItem } from '@klimaspur/read-models';
import { aQuestionedHistory, measures, plan, town } from './random-history.js';
import { projected } from './projected.js';
import { uuid } from '@klimaspur/read-models/testing';
import { effectiveDay, type Raw, recount, type Recounted } from './recount.js';
import { trendsOf } from './recounted-trends.js';

const viewer = { drafts: 'all' } as const;
const runs = { numRuns: Number(process.env['FAST_CHECK_RUNS'] ?? 25) };

interface Split {
  /** So many entries come before it. */
  readonly after: number;
  readonly on: string | null;
  readonly heirIsPublic: boolean;
}

const aSplit: fc.Arbitrary<Split> = fc.record({
  after: fc.nat(60),
  on: fc.constantFrom(null, '2021', '2021-06', '2022-03-05', '2024-11-30'),
  heirIsPublic: fc.boolean(),
});

const SPLIT = uuid(0xfff0);

/** The first measure is split into the second; both drafts or not as wished. */
const withSplit = (history: readonly Raw[], { after, on, heirIsPublic }: Split): Raw[] => {
  const [parent, heir] = measures as [string, string];
  const begin = history.filter(({ type }) => /Founded|Published|Drafted|Added|Recorded/.test(type));
  const at = Math.min(history.length, Math.max(begin.length, after));
  const event = (stream: string, type: string, data: object, last: Raw, id: string): Raw => ({
    ...{ stream, type, data: { ...data }, id },
    ...{ occurredOn: null, recordedAt: last.recordedAt },
  });
  const before = history.slice(0, at);
  const data = { plan, source: uuid(0xfff9), into: [heir] };
  const split = {
    ...event(`measure-${parent}`, 'MeasureSplit', data, before.at(-1)!, SPLIT),
    occurredOn: on,
  };
  const type = (visible: boolean) => (visible ? 'MeasurePublished' : 'MeasureUnpublished');
  const all = [...before, split, ...history.slice(at)];
  return [
    ...all,
    event(`measure-${parent}`, type(true), {}, all.at(-1)!, uuid(0xfff1)),
    event(`measure-${heir}`, type(heirIsPublic), {}, all.at(-1)!, uuid(0xfff2)),
  ];
};

/** What goes on in a measure that is not there would be another question. */
const withoutMerges = (history: readonly Raw[]): Raw[] => {
  const merges = new Set<unknown>();
  return history.filter(({ id, type, data }) => {
    const isAboutOne = type === 'MeasureMerged' || merges.has(data['entry']);
    if (isAboutOne) merges.add(id);
    return !isAboutOne;
  });
};

const isVoided = (log: readonly Raw[], entry: string | undefined): boolean =>
  log.some(({ type, data }) => type === 'EntryVoided' && data['entry'] === entry);

/** By the last word about it. */
const isPublished = (log: readonly Raw[], id: string): boolean =>
  log.findLast(
    ({ stream, type }) => stream === `measure-${id}` && /^Measure(Unp|P)ublished$/.test(type),
  )?.type === 'MeasurePublished';

const isThere = (log: readonly Raw[], id: string): boolean => {
  const recorded = log.find(
    ({ stream, type }) => stream === `measure-${id}` && type === 'MeasureRecorded',
  );
  return !isVoided(log, recorded?.id);
};

const wasSplit = (log: readonly Raw[], asOf: string, knownAt: number): boolean => {
  let newest = 0;
  for (const { id, occurredOn, recordedAt } of log) {
    newest = Math.max(newest, Date.parse(recordedAt));
    if (id === SPLIT) return newest <= knownAt && effectiveDay(occurredOn, recordedAt) <= asOf;
  }
  return false;
};

/** Descriptions of these histories have none of the words that are searched for. */
const holdsAll = (title: string | undefined, q: string): boolean =>
  title !== undefined && q.split(' ').every((word) => title.toLowerCase().includes(word));

describe('for any history, any day and any instant of knowledge', () => {
  it('the read models say what a naive recount of all events says', async () => {
    await fc.assert(
      fc.asyncProperty(
        aQuestionedHistory,
        fc.constantFrom(1, 7, 1000),
        async ({ history, questions }, batch) => {
          await projected(history, batch, (models) => {
            for (const { asOf, knownAt } of questions) {
              const view = { asOf, knownAt, viewer };
              const { items, total, facets } = models.measures({ municipality: town }, view);
              const found = new Map(items.map((item) => [item.id, answerOf(item)]));
              const expected = measures.map((id) =>
                recount(history, `measure-${id}`, asOf, knownAt ?? Infinity),
              );
              expect(measures.map((id) => found.get(id) ?? null)).toEqual(
                expected.map((one) => one && compared(one)),
              );
              expect(total).toBe(expected.filter(Boolean).length);
              const ofTown = expected.filter((one) => one && !one.own);
              const ofAllies = expected.filter((one) => one?.own);
              const { counts, ownProjects } = models.progress(town, {}, view);
              for (const [own, counted] of [
                [false, counts] as const,
                [true, ownProjects] as const,
              ]) {
                const filter = { municipality: town, ownProjects: own };
                const listed = models.measures(filter, view);
                const ids = measures.filter((_id, at) => expected[at]?.own === own);
                expect(new Set(listed.items.map(({ id }) => id))).toEqual(new Set(ids));
                expect([listed.facets, listed.total]).toEqual([counted.byStatus, counted.total]);
                const overAll = models.measures({ ownProjects: own }, view);
                expect(overAll).toMatchObject({ total: listed.total, facets: listed.facets });
              }
              expect([counts.total, ownProjects.total]).toEqual([ofTown.length, ofAllies.length]);
              // Over all towns the rows in memory answer, within one town SQL does.
              expect(models.measures({}, view)).toMatchObject({ total, facets });
              const byTitle = (filter: MeasureFilter) =>
                models.measures({ ...filter, sort: 'title' }, view).items;
              expect(byTitle({})).toEqual(byTitle({ municipality: town }));
              for (const q of ['title le', 'le']) {
                const ids = measures.filter((_id, at) => holdsAll(expected[at]?.title, q));
                const searched = models.measures({ q }, view);
                expect(new Set(searched.items.map(({ id }) => id))).toEqual(new Set(ids));
                expect(models.measures({ q, municipality: town }, view)).toMatchObject({
                  ...{ total: searched.total, facets: searched.facets },
                });
              }
              for (const listed of models.municipalities({}, view).items) {
                expect([listed.counts, listed.ownProjects]).toEqual([counts, ownProjects]);
              }
              expect([counts.late, counts.stale, ownProjects.late, ownProjects.stale]).toEqual([
                ofTown.filter((one) => one?.late).length,
                ofTown.filter((one) => one?.stale).length,
                ofAllies.filter((one) => one?.late).length,
                ofAllies.filter((one) => one?.stale).length,
              ]);
            }
          });
        },
      ),
      runs,
    );
  });

  it('strangers count a measure where it is until they may see one with which it goes on', async () => {
    await fc.assert(
      fc.asyncProperty(aQuestionedHistory, aSplit, async ({ history, questions }, split) => {
        const [parent, heir] = measures as [string, string];
        const log = withSplit(withoutMerges(history), split);
        await projected(log, 7, (models) => {
          for (const { asOf, knownAt } of questions) {
            const view = { asOf, knownAt, viewer: 'public' } as const;
            const told = measures.flatMap((id) => {
              if (!isPublished(log, id)) return [];
              const one = recount(log, `measure-${id}`, asOf, knownAt ?? Infinity);
              // The plan is a draft, and with it the field.
              return one ? [{ ...one, id, field: null }] : [];
            });
            const movesOn =
              isPublished(log, heir) &&
              isThere(log, heir) &&
              wasSplit(log, asOf, knownAt ?? Infinity);
            const counted = told.filter(({ id }) => !(movesOn && id === parent));
            const { items, total, facets } = models.measures({ municipality: town }, view);
            expect(new Map(items.map((item) => [item.id, answerOf(item)]))).toEqual(
              new Map(counted.map(({ id, ...one }) => [id, compared(one)])),
            );
            expect(models.measures({}, view)).toMatchObject({ total, facets });
            const ofTown = counted.filter(({ own }) => !own);
            const bar = models.measures({ municipality: town, ownProjects: false }, view);
            expect(bar.total).toBe(ofTown.length);
            expect(models.progress(town, {}, view).counts).toMatchObject({
              total: bar.total,
              byStatus: bar.facets,
            });
            const known = models.municipality(town, view)?.municipality;
            for (const listed of [
              ...models.municipalities({}, view).items,
              ...(known ? [known] : []),
            ]) {
              expect(listed.counts.byStatus).toEqual(bar.facets);
            }
            expect(models.statusOverTime(town, { from: asOf, to: asOf }, view)).toEqual([
              { day: asOf, byStatus: bar.facets, total: bar.total },
            ]);
            const [stages] = models.stagesOverTime(town, {}, view);
            expect(stages).toEqual({ day: asOf, ...trendsOf(ofTown).stages });
          }
        });
      }),
      { numRuns: Math.ceil(runs.numRuns / 2) },
    );
  });

  it('the trends are what a naive recount of all events says', async () => {
    await fc.assert(
      fc.asyncProperty(aQuestionedHistory, async ({ history, questions }) => {
        await projected(history, 1000, (models) => {
          for (const { asOf, knownAt } of questions) {
            const view = { asOf, knownAt, viewer };
            const counted = (day: string) =>
              measures.flatMap((id) => {
                const one = recount(history, `measure-${id}`, day, knownAt ?? Infinity);
                return one && !one.own ? [{ ...one, id }] : [];
              });
            const from = '2020-06-30';
            for (const { day, ...point } of models.stagesOverTime(town, { from }, view)) {
              expect(point).toEqual(trendsOf(counted(day)).stages);
            }
            for (const { day, ...point } of models.assessmentsOverTime(town, { from }, view)) {
              expect(ratingsIn(point)).toEqual(trendsOf(counted(day)).ratings);
            }
            const { items, ...moved } = models.movedDates(town, {}, view);
            const expected = trendsOf(counted(asOf)).moved;
            expect([moved.planned, moved.total, moved.moves]).toEqual([
              expected.planned,
              expected.items.length,
              expected.moves,
            ]);
            expect(items.map(({ title: _title, ...item }) => item)).toEqual(expected.items);
            expect(moved.shifts.map(({ count }) => count)).toEqual(expected.shifts);
          }
        });
      }),
      runs,
    );
  });

  it('the trends of a plan are of what stands in it on each day', async () => {
    await fc.assert(
      fc.asyncProperty(aQuestionedHistory, async ({ history, questions }) => {
        await projected(history, 1000, (models) => {
          for (const { asOf, knownAt } of questions) {
            const view = { asOf, knownAt, viewer };
            const filter = { municipality: town, plan, ownProjects: false };
            const inPlan = models.measures(filter, view);
            const [stages] = models.stagesOverTime(town, { plan }, view).slice(-1);
            const [opinions] = models.assessmentsOverTime(town, { plan }, view).slice(-1);
            const moved = models.movedDates(town, { plan }, view);
            const looked = inPlan.items.filter(({ assessment }) => assessment !== null).length;
            const ends = inPlan.items.filter(({ plannedEnd }) => plannedEnd !== null).length;
            expect([stages?.total, opinions?.total, moved.measures]).toEqual(
              Array(3).fill(inPlan.total),
            );
            expect([opinions!.assessed + opinions!.notAssessed, moved.planned]).toEqual([
              looked,
              ends,
            ]);
          }
        });
      }),
      { numRuns: Math.ceil(runs.numRuns / 4) },
    );
  });

  it('the course over time is what each day alone would show', async () => {
    await fc.assert(
      fc.asyncProperty(aQuestionedHistory, async ({ history, questions }) => {
        const knownAt = questions[0]?.knownAt;
        await projected(history, 1000, (models) => {
          const at = (asOf: string) => ({ asOf, knownAt, viewer });
          const course = models.statusOverTime(
            town,
            { from: '2020-11-01', to: '2026-06-01' },
            at('2026-06-01'),
          );
          for (const { day, byStatus, total } of course) {
            const { counts } = models.progress(town, {}, at(day));
            expect([byStatus, total]).toEqual([counts.byStatus, counts.total]);
          }
          for (const { id: plan } of models.municipality(town, at('2026-06-01'))?.municipality
            .plans ?? []) {
            const period = { from: '2020-11-01', to: '2026-06-01', plan };
            for (const { day, byStatus, total } of models.statusOverTime(
              town,
              period,
              at('2026-06-01'),
            )) {
              const { counts } = models.progress(town, { plan }, at(day));
              expect([byStatus, total]).toEqual([counts.byStatus, counts.total]);
            }
          }
        });
      }),
      { numRuns: Math.ceil(runs.numRuns / 4) },
    );
  });
});

const ratingsIn = ({ total, assessed, notAssessed, scales }: AssessmentCounts) => ({
  ...{ total, assessed, notAssessed },
  given: Object.fromEntries(
    scales.flatMap(({ scale, ratings }) =>
      ratings.flatMap(({ rating, count }) => (count > 0 ? [[`${scale} ${rating}`, count]] : [])),
    ),
  ),
});

const compared = ({ ends: _ends, own: _own, ...one }: Recounted) => one;

const answerOf = ({ status, late, stale, title, place, ...item }: MeasureItem) => ({
  ...{ status, stale, title },
  late: late !== null,
  field: place?.field ?? null,
  ...{ decision: item.decision, implementation: item.implementation },
  rating: item.assessment && `${item.assessment.scale} ${item.assessment.rating}`,
});
