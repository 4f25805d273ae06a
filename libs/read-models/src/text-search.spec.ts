import { ReadModels } from './read-models.js';
import { TestLog, uuid } from './testing/test-log.js';
import type { View } from './types.js';

const town = uuid(1);
const measure = uuid(2);
const other = uuid(3);

describe('the search over all towns', () => {
  let log: TestLog;
  let models: ReadModels;

  const tell = async (stream: string, type: string, data: object, on: string) => {
    await log.tell({ stream, type, data, on });
    await models.waitUntil((await log.store.lastPosition())!);
  };
  const describeAs = (title: string, on: string, id = measure) =>
    tell(`measure-${id}`, 'MeasureDescribed', { text: { title } }, on);
  const found = (q: string, asOf: string, knownAt?: number) => {
    const view: View = { asOf, viewer: { drafts: 'all' }, ...(knownAt ? { knownAt } : {}) };
    return models.measures({ q }, view).items.map(({ id }) => id);
  };

  beforeEach(async () => {
    log = await TestLog.open();
    models = await ReadModels.openInThread({ log: log.store, views: log.views() });
    await tell(`municipality-${town}`, 'MunicipalityFounded', { text: { name: 'Ort' } }, '2022');
    for (const id of [measure, other]) {
      const data = { municipality: town, text: { title: 'Neu' } };
      await tell(`measure-${id}`, 'MeasureRecorded', data, '2022');
    }
    await describeAs('Solardächer', '2022-02-01');
    await describeAs('Wärmenetz', '2022-02-01', other);
  });
  afterEach(async () => {
    await models.close();
    await log.close();
  });

  it('finds, after a search, what has been written since, and no longer what was replaced', async () => {
    expect(found('solar', '2022-03-01')).toEqual([measure]);
    expect(found('radweg', '2022-03-01')).toEqual([]);
    await describeAs('Radwege', '2022-03-01');
    expect(found('radweg', '2022-03-01')).toEqual([measure]);
    expect(found('solar', '2022-03-01')).toEqual([]);
  });

  it('finds with the same words what texts said on another day, and what was known then', async () => {
    await describeAs('Radwege', '2022-03-01');
    await describeAs('Solarwärme', '2022-04-01', other);
    await describeAs('Solardächer auf Schulen', '2022-05-01');
    for (const [day, ids] of [
      ['2022-02-01', [measure]],
      ['2022-03-01', []],
      ['2022-04-01', [other]],
      ['2022-05-01', [measure, other]],
      ['2022-03-01', []],
    ] as const) {
      expect(found('solar', day)).toEqual(ids);
    }
    expect(found('solar', '2022-05-01', Date.parse('2022-04-02'))).toEqual([other]);
  });
});
