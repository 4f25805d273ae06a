import { existsSync, writeFileSync } from 'node:fs';
import { removeForeignViews } from './foreign-views.js';
import { ReadModels } from './read-models.js';
import { TestLog, uuid } from './testing/test-log.js';

const founded = (id: number) => ({
  stream: `municipality-${uuid(id)}`,
  type: 'MunicipalityFounded',
  data: { text: { name: `Town ${id}` } },
  id: uuid(0x100 + id),
});

let log: TestLog;
let other: TestLog;

beforeEach(async () => {
  [log, other] = await Promise.all([TestLog.open(), TestLog.open()]);
  await log.tell(founded(1));
  const models = await ReadModels.openInThread({ log: log.store, views: log.views() });
  await models.close();
});
afterEach(() => Promise.all([log.close(), other.close()]));

const isKeptFor = async ({ store }: TestLog): Promise<boolean> => {
  await removeForeignViews(log.views(), store);
  return existsSync(log.views());
};

describe('a views file that is found', () => {
  it('is kept by its log', async () => {
    await log.tell(founded(2));
    expect(await isKeptFor(log)).toBe(true);
  });

  it('is kept by a copy of its log, which tells the same', async () => {
    await other.tell(founded(2), founded(1));
    expect(await isKeptFor(other)).toBe(true);
  });

  it('is shown to nobody beside another log', async () => {
    await other.tell(founded(2));
    expect(await isKeptFor(other)).toBe(false);
  });

  it('is left to others where it cannot be read', async () => {
    writeFileSync(log.views(), 'no database '.repeat(999));
    expect(await isKeptFor(other)).toBe(true);
  });
});
