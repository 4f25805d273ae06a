import fc from 'fast-check';
import type { AssessmentCounts, MeasureFilter, MeasureItem } from '@klimaspur/read-models';
import { aQuestionedHistory, measures, plan, town } from './random-history.js';
import { projected } from './projected.js';
import { recount, type Recounted } from './recount.js';
import { trendsOf } from './recounted-trends.js';

const viewer = { drafts: 'all' } as const;
const runs = { numRuns: Number(process.env['FAST_CHECK_RUNS'] ?? 25) };

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
                expected.map((one) => one && withoutEnds(one)),
              );
              expect(total).toBe(expected.filter(Boolean).length);
              const { counts } = models.progress(town, {}, view);
              expect(counts.byStatus).toEqual(facets);
              // Over all towns the rows in memory answer, within one town SQL does.
              expect(models.measures({}, view)).toMatchObject({ total, facets });
              const byTitle = (filter: MeasureFilter) =>
                models.measures({ ...filter, sort: 'title' }, view).items;
              expect(byTitle({})).toEqual(byTitle({ municipality: town }));
              for (const listed of models.municipalities({}, view).items) {
                expect(listed.counts).toEqual(counts);
              }
              expect([counts.late, counts.stale]).toEqual([
                expected.filter((one) => one?.late).length,
                expected.filter((one) => one?.stale).length,
              ]);
            }
          });
        },
      ),
      runs,
    );
  }, 240_000);

  it('the trends are what a naive recount of all events says', async () => {
    await fc.assert(
      fc.asyncProperty(aQuestionedHistory, async ({ history, questions }) => {
        await projected(history, 1000, (models) => {
          for (const { asOf, knownAt } of questions) {
            const view = { asOf, knownAt, viewer };
            const counted = (day: string) =>
              measures.flatMap((id) => {
                const one = recount(history, `measure-${id}`, day, knownAt ?? Infinity);
                return one ? [{ ...one, id }] : [];
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
  }, 240_000);

  it('the trends of a plan are of what stands in it on each day', async () => {
    await fc.assert(
      fc.asyncProperty(aQuestionedHistory, async ({ history, questions }) => {
        await projected(history, 1000, (models) => {
          for (const { asOf, knownAt } of questions) {
            const view = { asOf, knownAt, viewer };
            const inPlan = models.measures({ municipality: town, plan }, view);
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
  }, 240_000);

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
  }, 240_000);
});

const ratingsIn = ({ total, assessed, notAssessed, scales }: AssessmentCounts) => ({
  ...{ total, assessed, notAssessed },
  given: Object.fromEntries(
    scales.flatMap(({ scale, ratings }) =>
      ratings.flatMap(({ rating, count }) => (count > 0 ? [[`${scale} ${rating}`, count]] : [])),
    ),
  ),
});

const withoutEnds = ({ ends: _ends, ...one }: Recounted) => one;

const answerOf = ({ status, late, stale, title, place, ...item }: MeasureItem) => ({
  ...{ status, stale, title },
  late: late !== null,
  field: place?.field ?? null,
  ...{ decision: item.decision, implementation: item.implementation },
  rating: item.assessment && `${item.assessment.scale} ${item.assessment.rating}`,
});
