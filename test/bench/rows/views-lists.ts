import { join } from 'node:path';
import { ReadModels, type View } from '@klimaspur/read-models';
import { against, alone, type Bench, type Result } from '../bench.js';
import { largeFolder } from '../large-folder.js';
import { quantile } from '../measure.js';
import { writePlans } from '../plan-samples.js';
import { statementsOf } from '../statement-count.js';

const MONTHS = 30;
const FEW_MEASURES = 100;

export const bench: Bench = {
  name: 'views: lists, also of any past day',
  async run(setting) {
    const { folder, views, count } = await largeFolder(setting);
    const models = await ReadModels.openInThread({ log: `sqlite:${folder}`, views });
    await writePlans(setting.folder, FEW_MEASURES);
    const few = await ReadModels.openInThread({
      log: `sqlite:${setting.folder}`,
      views: join(setting.folder, 'views.db'),
    });
    const results = [...measured(models, count), counted(models, few, count)];
    await models.close();
    await few.close();
    return results;
  },
};

type Question = (models: ReadModels, town: string, view: View, n: number) => unknown;

const questions: Record<string, Question> = {
  'list over all towns': (models, _town, view, n) =>
    models.measures({ sort: (['plan', 'title', 'status', 'lastNews'] as const)[n % 4] }, view),
  'search over all towns': (models, _town, view, n) =>
    models.measures({ q: ['wärmeplanung', 'solar dach', 'schulestraße'][n % 3] }, view),
  'all towns with their numbers': (models, _town, view) => models.municipalities({}, view),
  'town: numbers, fields, course': (models, town, view) => {
    models.municipality(town, view);
    models.progress(town, {}, view);
    models.statusOverTime(town, { from: '2022-01-01', to: '2024-06-01', points: 30 }, view);
  },
  'town: stages, opinions, moved dates': (models, town, view) => {
    models.stagesOverTime(town, { from: '2022-01-01' }, view);
    models.assessmentsOverTime(town, { from: '2022-01-01' }, view);
    models.movedDates(town, { limit: 10 }, view);
  },
  'town: what changed in a year': (models, town, view) => {
    const asOf = `${Number(view.asOf.slice(0, 4)) - 1}${view.asOf.slice(4)}`;
    models.comparison(town, {}, { from: { ...view, asOf }, to: view });
    models.meetingDays(town, view);
  },
  'town: list with filter and search': (models, municipality, view) => {
    models.measures({ municipality, status: ['delayed', 'adopted'] }, view);
    models.measures({ municipality, q: 'solar' }, view);
  },
  'latest changes': (models, _town, view) => models.changes({}, view),
};

const measured = (models: ReadModels, count: number): Result[] => {
  const towns = models.municipalities({}, viewOf(12)).items;
  const all: number[] = [];
  const results = Object.entries(questions).map(([name, ask]) => {
    ask(models, towns[0]!.id, viewOf(0), 0);
    const took: number[] = [];
    for (let n = 0; n < 200; n++) {
      const start = performance.now();
      ask(models, towns[n % towns.length]!.id, viewOf(n), n);
      took.push(performance.now() - start);
    }
    all.push(...took);
    return alone(`${name}, ${count} measures, p99`, 'ms', quantile(took, 0.99), { less: 100 });
  });
  const together = `all these together, ${count} measures, 95 %`;
  return [...results, alone(together, 'ms', quantile(all, 0.95), { less: 20 })];
};

/** The same questions about many and about few: a list that asks once more for each of its rows is found out. */
const counted = (models: ReadModels, few: ReadModels, count: number): Result => {
  const statementsFor = (asked: ReadModels): number[] => {
    const town = asked.municipalities({}, viewOf(12)).items[0]!.id;
    return Object.values(questions).flatMap((ask) =>
      [...Array(12).keys()].map((n) => statementsOf(() => ask(asked, town, viewOf(n), n))),
    );
  };
  const [ours, peer] = [statementsFor(models), statementsFor(few)];
  const name = `most statements of a question, ${count} against ${FEW_MEASURES} measures`;
  const ratio = Math.max(...ours.map((statements, n) => statements / peer[n]!));
  const most = { ours: Math.max(...ours), peer: Math.max(...peer), ratio };
  return against(name, 'statements', most, { less: 1 });
};

/** Any month, as known now, and every third time as known then. */
const viewOf = (n: number): View => {
  const month = new Date(Date.UTC(2022, n % MONTHS, 15));
  const asOf = month.toISOString().slice(0, 10);
  return { asOf, viewer: 'public', ...(n % 3 === 0 ? { knownAt: month.getTime() } : {}) };
};
