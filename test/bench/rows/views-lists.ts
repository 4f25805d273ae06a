import { join } from 'node:path';
import { ReadModels, type View } from '@klimaspur/read-models';
import { alone, type Bench, type Result } from '../bench.js';
import { quantile } from '../measure.js';
import { writePlans } from '../plan-samples.js';

const MONTHS = 30;

export const bench: Bench = {
  name: 'views: lists, also of any past day',
  async run({ folder, quick }) {
    const count = quick ? 1_000 : 100_000;
    await writePlans(folder, count);
    const models = await ReadModels.openInThread({
      log: `sqlite:${folder}`,
      views: join(folder, 'views.db'),
    });
    const results = measured(models, count);
    await models.close();
    return results;
  },
};

const measured = (models: ReadModels, count: number): Result[] => {
  const towns = models.municipalities({}, viewOf(12)).items;
  const questions: Record<string, (view: View, n: number) => unknown> = {
    'list over all towns': (view, n) =>
      models.measures({ sort: (['plan', 'title', 'status', 'lastNews'] as const)[n % 4] }, view),
    'search over all towns': (view, n) =>
      models.measures({ q: ['wärmeplanung', 'solar dach', 'schulestraße'][n % 3] }, view),
    'all towns with their numbers': (view) => models.municipalities({}, view),
    'town: numbers, fields, course': (view, n) => {
      const town = towns[n % towns.length]?.id ?? '';
      models.municipality(town, view);
      models.progress(town, {}, view);
      models.statusOverTime(town, { from: '2022-01-01', to: '2024-06-01', points: 30 }, view);
    },
    'town: list with filter and search': (view, n) => {
      const municipality = towns[n % towns.length]?.id ?? '';
      models.measures({ municipality, status: ['delayed', 'adopted'] }, view);
      models.measures({ municipality, q: 'solar' }, view);
    },
    'latest changes': (view) => models.changes({}, view),
  };
  return Object.entries(questions).map(([name, ask]) => {
    ask(viewOf(0), 0);
    const took: number[] = [];
    for (let n = 0; n < 200; n++) {
      const start = performance.now();
      ask(viewOf(n), n);
      took.push(performance.now() - start);
    }
    return alone(`${name}, ${count} measures, p99`, 'ms', quantile(took, 0.99), { less: 100 });
  });
};

/** Any month, as known now, and every third time as known then. */
const viewOf = (n: number): View => {
  const month = new Date(Date.UTC(2022, n % MONTHS, 15));
  const asOf = month.toISOString().slice(0, 10);
  return { asOf, viewer: 'public', ...(n % 3 === 0 ? { knownAt: month.getTime() } : {}) };
};
