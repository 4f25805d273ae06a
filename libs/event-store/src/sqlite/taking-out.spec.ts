import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { NewEvent } from '../event-store.js';
import { openEventStore, openLogReader } from '../open.js';
import { anEvent, aStream } from '../testing/samples.js';
import { checkLog } from './check-log.js';
import { takeTextsOut } from './taking-out.js';

const salt = '000102030405060708090a0b0c0d0e0f';
const marker = 'MARKER-OF-A-PRIVATE-NAME';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-taking-out-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const typed = (note: string): NewEvent => {
  const event = anEvent({ text: { note } });
  return { ...event, metadata: { ...event.metadata, salt } };
};

/** Files of the folder in which the marker, or the salt it was committed with, can be found. */
const holding = (words: string): string[] =>
  readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(words));

/** Texts of all sizes, so that they lie in pages of their own, in shared ones and in chains of pages. */
const written = async () => {
  const store = await openEventStore(`sqlite:${folder}`, { durability: 'off' });
  const events = Array.from({ length: 60 }, (_, n) =>
    typed(`${'x'.repeat((n * 397) % 9_000)} ${marker} ${'y'.repeat((n * 211) % 700)}`),
  );
  for (const event of events) {
    await store.append(aStream(), [event, typed('kept')], 'no_stream');
  }
  return { store, ids: events.map(({ id }) => id) };
};

describe('a log file of which texts were taken out', () => {
  it('holds no byte of them, while it is open and after', async () => {
    const { store, ids } = await written();
    expect(holding(marker)).toContain('log.db-wal');
    expect(await store.takeTextsOut(ids)).toBe(60);
    expect(holding(marker)).toEqual([]);
    expect(holding('kept')).toEqual(['log.db']);
    await store.close();
    expect(holding(marker)).toEqual([]);
    expect(checkLog(join(folder, 'log.db')).events).toBe(120);
  });

  it('holds none either where each was taken out alone, amid further entries', async () => {
    const { store, ids } = await written();
    for (const id of ids.slice(0, 12)) {
      await Promise.all([
        store.takeTextsOut([id]),
        store.append(aStream(), [typed('kept')], 'no_stream'),
      ]);
    }
    expect(await store.takeTextsOut(ids)).toBe(48);
    expect(holding(marker)).toEqual([]);
    await store.close();
  });

  it('waits for a reader who still sees the old state', async () => {
    const { store, ids } = await written();
    const reader = new DatabaseSync(join(folder, 'log.db'), { readOnly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM events').get();
    const taken = store.takeTextsOut(ids);
    await store.append(aStream(), [anEvent()], 'no_stream');
    expect(holding(marker)).not.toEqual([]);
    reader.exec('COMMIT');
    await taken;
    expect(holding(marker)).toEqual([]);
    reader.close();
    await store.close();
  });

  it('is finished by the next start where a crash came between', async () => {
    const { store, ids } = await written();
    await store.close();
    const db = new DatabaseSync(join(folder, 'log.db'));
    db.exec('PRAGMA wal_autocheckpoint = 0');
    takeTextsOut(db, ids);
    const versionOf = (log: DatabaseSync) => log.prepare('PRAGMA user_version').get();
    expect(versionOf(db)).toEqual({ user_version: 1 });
    db.close();
    const again = await openEventStore(`sqlite:${folder}`);
    expect(holding(marker)).toEqual([]);
    expect(await again.takeTextsOut(ids)).toBe(0);
    const reader = await openLogReader(`sqlite:${folder}`);
    expect(await reader.readAll(null, 1_000)).toHaveLength(120);
    await reader.close();
    await again.close();
    const after = new DatabaseSync(join(folder, 'log.db'), { readOnly: true });
    expect(versionOf(after)).toEqual({ user_version: 0 });
    after.close();
  });
});
