import { join } from 'node:path';
import { type EntryFilter, type EntryPage, ReadModels, type View } from '@klimaspur/read-models';
import { against, alone, type Bench, type Result } from '../bench.js';
import { quantile } from '../measure.js';
import { EVENTS_OF_A_MEASURE, writePlans } from '../plan-samples.js';
import { statementsOf } from '../statement-count.js';

const ENTRIES = 100_000;
const FEW_ENTRIES = 10_000;
const ASKED = 200;

const view: View = { asOf: '2030-01-01', viewer: 'public' };

export const bench: Bench = {
  name: 'views: the history of one town',
  async run({ folder, quick }) {
    const entries = quick ? FEW_ENTRIES : ENTRIES;
    // Beside its own events each measure has one in its plan.
    const measures = Math.ceil(entries / (EVENTS_OF_A_MEASURE + 1));
    await writePlans(folder, measures, measures);
    const views = join(folder, 'views.db');
    const models = await ReadModels.openInThread({ log: `sqlite:${folder}`, views });
    const [town] = models.municipalities({}, view).items;
    const results = [
      ...measured(models, { municipality: town!.id }, `${entries} entries`),
      ...measured(
        models,
        { municipality: town!.id, order: 'happened' },
        `${entries} entries by the day they happened`,
      ),
      ...measured(models, { municipality: town!.id, kind: 'work' }, `${entries} entries, one kind`),
    ];
    await models.close();
    return results;
  },
};

/** The first, a middle and the last page of a trail: each asked as often, in turns. */
const measured = (models: ReadModels, filter: EntryFilter, name: string): Result[] => {
  const ask = (page?: EntryFilter['page']): EntryPage =>
    models.entries({ ...filter, ...(page ? { page } : {}) }, view);
  const pages = [undefined, { before: middleOf(ask) }, 'oldest'] as const;
  const took: number[][] = pages.map(() => []);
  for (let n = 0; n < ASKED; n++) {
    pages.forEach((page, at) => {
      const start = performance.now();
      ask(page);
      took[at]!.push(performance.now() - start);
    });
  }
  const [first, middle, last] = took.map((times) => quantile(times, 0.5)) as [
    number,
    number,
    number,
  ];
  const [few, ...others] = pages.map((page) => statementsOf(() => ask(page)));
  return [
    alone(`page of a history, ${name}, p99`, 'ms', quantile(took.flat(), 0.99), { less: 20 }),
    against(
      `middle beside first page, ${name}`,
      'ms',
      { ours: middle, peer: first },
      { less: 1.5 },
    ),
    against(`last beside first page, ${name}`, 'ms', { ours: last, peer: first }, { less: 1.5 }),
    against(
      `statements of a later page, ${name}`,
      'statements',
      { ours: Math.max(...others), peer: few! },
      { less: 1 },
    ),
  ];
};

/** The page half way between both ends, found by going on from the first. */
const middleOf = (ask: (page: EntryFilter['page']) => EntryPage): string => {
  const cursors: string[] = [];
  for (let { older } = ask(undefined); older !== null; { older } = ask({ before: older })) {
    cursors.push(older);
  }
  return cursors[Math.floor(cursors.length / 2)]!;
};
