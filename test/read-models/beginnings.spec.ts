import { ReadModels, type View } from '@klimaspur/read-models';
import { TestLog, uuid, type Telling } from '@klimaspur/read-models/testing';

const town = uuid(1);
const plan = uuid(2);
const measure = uuid(3);
const uploaded = '2026-11-20T12:00:00.000Z';

const event = (stream: string, type: string, data: object = {}, on?: string): Telling => ({
  ...{ stream, type, data, at: uploaded },
  ...(on === undefined ? {} : { on }),
});
const began: Telling[] = [
  event(`municipality-${town}`, 'MunicipalityFounded', { text: { name: 'Altenbach' } }),
  event(`municipality-${town}`, 'MunicipalityPublished'),
  event(`plan-${plan}`, 'PlanDrafted', { municipality: town, kind: 'HEAT', text: { title: 'P' } }),
  event(`measure-${measure}`, 'MeasureRecorded', { municipality: town, text: { title: 'Radweg' } }),
  event(`measure-${measure}`, 'MeasurePublished'),
  event(`measure-${measure}`, 'MeasureImplementationStarted', {}, '2019-05'),
];
const published = event(`plan-${plan}`, 'PlanPublished');
const imported = (standOn?: string): Telling =>
  event(`plan-${plan}`, 'PlanImportCompleted', {
    ...{ format: 'MEASURES_CSV', sha256: 'e'.repeat(64), fields: 1, measures: 1 },
    ...(standOn === undefined ? {} : { standOn }),
  });

const beginningsOf = async (tellings: readonly Telling[], viewer: View['viewer'] = 'public') => {
  const log = await TestLog.open();
  await log.tell(...tellings);
  const models = await ReadModels.openInThread({ log: log.store, views: log.views() });
  try {
    return models.beginnings(town, { asOf: '2026-11-27', viewer });
  } finally {
    await models.close();
    await log.close();
  }
};

describe('the record of a town', () => {
  it('begins with the earliest edition, in whatever order they were uploaded', async () => {
    const editions = ['2024-04-30', '2022-12-31', '2023-10-31', undefined];
    for (const order of [editions, editions.toReversed()]) {
      const told = await beginningsOf([...began, published, ...order.map(imported)]);
      expect(told).toEqual({ firstDay: '2019-05-31', recordedSince: '2022-12-31' });
    }
  });

  it('begins with the last day that the day of an edition may mean', async () => {
    const { recordedSince } = await beginningsOf([...began, published, imported('2022')]);
    expect(recordedSince).toBe('2022-12-31');
  });

  it('begins with the first entry where no edition says an earlier day', async () => {
    for (const more of [[], [imported()], [imported('2026-11-30')]]) {
      const { recordedSince } = await beginningsOf([...began, published, ...more]);
      expect(recordedSince).toBe('2026-11-20');
    }
  });

  it('tells the public nothing of the editions of a draft', async () => {
    const draft = [...began, imported('2022-12-31')];
    expect((await beginningsOf(draft)).recordedSince).toBe('2026-11-20');
    expect((await beginningsOf(draft, { drafts: [town] })).recordedSince).toBe('2022-12-31');
  });
});
