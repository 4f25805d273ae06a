import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openEventStore } from '../open.js';
import { anEvent, aStream, someEvents } from '../testing/samples.js';
import { checkLog, LogBroken, logFacts } from './check-log.js';

let folder: string;
let file: string;
let logId: string;

const recordedAt = '2026-03-01T10:00:00.000Z';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-log-'));
  file = join(folder, 'log.db');
  const store = await openEventStore(`sqlite:${folder}`);
  ({ logId } = store);
  await store.append(aStream('municipality'), someEvents(3), 'no_stream');
  const last = anEvent({ text: { title: 'Fernwärme' } });
  const dated = { ...last, metadata: { ...last.metadata, recordedAt } };
  await store.append(aStream('measure'), [anEvent(), dated], 'no_stream');
  await store.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Changes the file as no log would. */
const spoil = (sql: string) => {
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
};

describe('the check of a log file', () => {
  it('tells which log it is and how far it goes', () => {
    const facts = {
      logId,
      position: '0000000000000005',
      events: 5,
      towns: 1,
      lastRecordedAt: recordedAt,
    };
    expect(checkLog(file)).toEqual(facts);
    expect(logFacts(file)).toEqual(facts);
  });

  it('takes an empty log for what it is', async () => {
    const empty = join(folder, 'empty');
    await (await openEventStore(`sqlite:${empty}`)).close();
    expect(checkLog(join(empty, 'log.db'))).toMatchObject({ position: null, events: 0, towns: 0 });
  });

  it.each([
    ['a missing event', 'DELETE FROM events WHERE position = 2', /revision 2 where 1 is due/],
    ['a missing first event', 'DELETE FROM events WHERE position = 4', /revision 1 where 0 is due/],
    ['a missing stream', `DELETE FROM streams WHERE name GLOB 'm[eu]*'`, /belongs to no stream/],
    ['a wrong stream name', `UPDATE streams SET name = 'Maßnahme' WHERE id = 1`, /stream name/],
    ['other spacing', `UPDATE events SET data = '{"n": 1}' WHERE position = 2`, /not canonical/],
    ['another order of keys', `UPDATE events SET data = '{"b":1,"a":1}'`, /not canonical/],
    ['half an object', `UPDATE events SET metadata = '{"n":' WHERE position = 3`, /not JSON/],
    ['no object', `UPDATE events SET data = '7' WHERE position = 3`, /cannot be/],
    ['an id that is too short', `UPDATE events SET id = x'00' WHERE position = 1`, /cannot be/],
    ['a type that is none', `UPDATE events SET type = 'x y' WHERE position = 1`, /cannot be/],
    ['no name', 'DELETE FROM log', /no name of its own/],
    ['no table', 'DROP TABLE events', /It is no log/],
  ])('finds %s', (_what, sql, words) => {
    spoil(sql);
    expect(() => checkLog(file)).toThrow(LogBroken);
    expect(() => checkLog(file)).toThrow(words);
  });

  it('finds a file that is no database', () => {
    writeFileSync(file, 'Fernwärme '.repeat(2_000));
    expect(() => checkLog(file)).toThrow(/^It is damaged/);
  });
});
