import type { DatabaseSync } from 'node:sqlite';
import {
  LogUnreadable,
  type Position,
  type RecordedEvent,
  type StreamRange,
} from '@klimaspur/event-store';
import { openToWrite } from '../store/views-file.js';
import { OtherReader } from '../testing/other-reader.js';
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

describe('a stream that a node does not have as a whole yet', () => {
  it('is not told from what is there, but as soon as it is whole', async () => {
    const described = { ...founded, type: 'MunicipalityDescribed' };
    let isBehind = false;
    class ReaderBehind extends OtherReader {
      override async readStream(stream: string, range?: StreamRange): Promise<RecordedEvent[]> {
        const events = await super.readStream(stream, range);
        return isBehind ? events.slice(0, -1) : events;
      }
    }
    const projector = new Projector(new ReaderBehind(log.store), db);
    await log.tell(founded, described);
    await projector.next();
    await log.tell(described);
    const before = projector.level;
    isBehind = true;
    await expect(projector.next()).rejects.toThrow(LogUnreadable);
    expect([projector.level, projector.parked]).toEqual([before, []]);
    isBehind = false;
    expect(await projector.next()).toMatchObject({ level: await log.store.lastPosition() });
  });
});

describe('batches', () => {
  it('grow while the rows are behind, and are small again once they are level', async () => {
    const asked: number[] = [];
    class NotedReader extends OtherReader {
      override readAll(after: Position | null, limit: number): Promise<RecordedEvent[]> {
        asked.push(limit);
        return super.readAll(after, limit);
      }
    }
    const described = (n: number) => ({
      ...{ stream: founded.stream, type: 'MunicipalityDescribed' },
      data: { text: { name: `Neustadt ${n}` } },
    });
    await log.tell(founded, ...Array.from({ length: 19 }, (_, n) => described(n)));
    const projector = new Projector(new NotedReader(log.store), db, { batch: 2, most: 8 });
    while (await projector.next());
    expect(asked).toEqual([2, 4, 8, 8, 2]);
    await log.tell(described(20));
    while (await projector.next());
    expect(asked.slice(5)).toEqual([2, 2]);
  });
});
