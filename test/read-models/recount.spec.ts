import fc from 'fast-check';
import type { MeasureFilter, MeasureItem } from '@klimaspur/read-models';
import { aQuestionedHistory, measures, town } from './random-history.js';
import { projected } from './projected.js';
import { recount } from './recount.js';

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
              expect(measures.map((id) => found.get(id) ?? null)).toEqual(expected);
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

const answerOf = ({ status, late, stale, title, place }: MeasureItem) => ({
  ...{ status, stale, title },
  late: late !== null,
  field: place?.field ?? null,
});
