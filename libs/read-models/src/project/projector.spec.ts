import type { DatabaseSync } from 'node:sqlite';
import { openToWrite } from '../store/views-file.js';
import { TestLog, uuid } from '../testing/test-log.js';
import { Projector } from './projector.js';

const town = uuid(1);
const founded = {
  stream: `municipality-${town}`,
  type: 'MunicipalityFounded',
  data: { text: { name: 'Neustadt' } },
};

let log: TestLog;
let db: DatabaseSync;

beforeEach(async () => {
  log = await TestLog.open();
  db = openToWrite(log.views());
});
afterEach(async () => {
  db.close();
  await log.close();
});

/** The disk fails at the next commit, before or after it is done, and is well again. */
const failAtCommit = (isDone = false): void => {
  const exec = db.exec.bind(db);
  db.exec = (sql) => {
    if (sql !== 'COMMIT') return exec(sql);
    db.exec = exec;
    if (isDone) exec(sql);
    throw Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode: 10 });
  };
};

const towns = () => db.prepare('SELECT count(*) AS n FROM municipality_interval').get();

describe('a batch whose commit fails', () => {
  it('is told as soon as the disk is well, and not left out', async () => {
    await log.tell(founded);
    const projector = new Projector(log.store, db);
    const before = projector.level;
    failAtCommit();
    await expect(projector.next()).rejects.toThrow('disk I/O error');
    expect([projector.level, towns()]).toEqual([before, { n: 0 }]);
    expect(await projector.next()).toMatchObject({ level: await log.store.lastPosition() });
    expect(towns()).toEqual({ n: 1 });
    expect(await projector.next()).toBeNull();
  });

  it('is not told twice where it was done all the same', async () => {
    await log.tell(founded);
    const projector = new Projector(log.store, db);
    failAtCommit(true);
    await expect(projector.next()).rejects.toThrow('disk I/O error');
    expect(await projector.next()).toBeNull();
    expect([projector.level, towns()]).toEqual([await log.store.lastPosition(), { n: 1 }]);
  });
});
