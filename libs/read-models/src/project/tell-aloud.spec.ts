import { existsSync, readdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { LogUnreadable } from '@klimaspur/event-store';
import { writeHere } from '../testing/dictated.js';
import { OtherReader, TestLog, uuid } from '../testing/index.js';
import { buildFile } from './build-file.js';
import type { BeginWriting, Writing } from './tell-aloud.js';

const town = uuid(1);
let log: TestLog;
let path: string;
/** Some of the log cannot be read. */
let unreadable: Error | undefined;
let stopped: boolean;

beforeEach(async () => {
  log = await TestLog.open();
  path = log.views('built');
  unreadable = undefined;
  stopped = false;
  const data = { municipality: town, text: { title: 'Radweg' } };
  await log.tell(
    { stream: `municipality-${town}`, type: 'MunicipalityFounded', data: { text: { name: 'X' } } },
    { stream: `measure-${uuid(2)}`, type: 'MeasureRecorded', data },
    { stream: `measure-${uuid(2)}`, type: 'MeasureSubmitted' },
  );
});
afterEach(() => log.close());

const writingWith =
  (other: Partial<Writing>): BeginWriting =>
  (to) => {
    const { stop, ...writing } = writeHere(to);
    const noted = (): Promise<void> => {
      stopped = true;
      return stop();
    };
    return { ...writing, stop: noted, ...other };
  };

function build(begin: BeginWriting): Promise<void> {
  const reader = new OtherReader(log.store);
  reader.change = (event) => {
    if (unreadable) throw unreadable;
    return event;
  };
  return buildFile(reader, { path, parked: [], yields: false }, async () => undefined, begin);
}

const shown = () => {
  const db = new DatabaseSync(path);
  const found = db
    .prepare(
      `SELECT count(*) AS changes,
        (SELECT count(*) FROM measure_search WHERE measure_search MATCH 'radweg') AS texts,
        (SELECT count(*) FROM stream) AS streams, (SELECT count(*) FROM checkpoint) AS places
        FROM change`,
    )
    .get();
  db.close();
  return found;
};
const whole = { changes: 3, texts: 1, streams: 2, places: 1 };
const builtIn = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('built'));
const wrong = () => Promise.reject(new Error('constraint failed'));
const full = () =>
  Promise.reject(
    Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 }),
  );

describe('a views file that is told to somebody who writes', () => {
  it('has all that is told, and nothing is left beside it', async () => {
    await build(writingWith({}));
    expect(shown()).toEqual(whole);
    expect(stopped).toBe(false);
    expect(builtIn(log.folder)).toEqual(['built.db']);
  });

  it.each(['write', 'end'] as const)('is made here where the other cannot %s', async (call) => {
    await build(writingWith({ [call]: wrong }));
    expect(shown()).toEqual(whole);
    expect(stopped).toBe(true);
    expect(existsSync(`${path}.few`)).toBe(false);
  });

  it('is not made here either where the disk is to blame', async () => {
    await expect(build(writingWith({ end: full }))).rejects.toThrow('disk is full');
    expect(stopped).toBe(true);
  });

  it('is not made here either where the log cannot be read', async () => {
    unreadable = new LogUnreadable('no answer');
    await expect(build(writingWith({}))).rejects.toBe(unreadable);
    expect(stopped).toBe(true);
  });
});
