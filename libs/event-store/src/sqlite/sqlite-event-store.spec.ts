import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { DataFolderInUse, IdConflict, LogClosed, LogWriteFailed } from '../errors.js';
import type { EventStore } from '../event-store.js';
import { NotStorable } from '../log-error.js';
import { openEventStore, openLogReader } from '../open.js';
import { keepsThePromisesOfAnEventStore } from '../testing/event-store.contract.js';
import { anEvent, aStream, someEvents } from '../testing/samples.js';

const folders: string[] = [];
const aFolder = (): string => {
  folders.push(mkdtempSync(join(tmpdir(), 'klimaspur-log-')));
  return folders.at(-1)!;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

describe('the log in a SQLite file', () => {
  keepsThePromisesOfAnEventStore(() => openEventStore(`sqlite:${aFolder()}`));
});

describe('the log in memory', () => {
  keepsThePromisesOfAnEventStore(() => openEventStore('sqlite::memory:'));
});

describe('a data folder', () => {
  let folder: string;
  let url: string;
  let store: EventStore;
  beforeEach(async () => {
    folder = join(aFolder(), 'made', 'on demand');
    url = `sqlite:${folder}`;
    store = await openEventStore(url);
  });
  afterEach(() => store.close());

  it('is held by one writer, in words, and given back at the end', async () => {
    const second = openEventStore(url);
    await expect(second).rejects.toThrow(DataFolderInUse);
    await expect(second).rejects.toThrow(/in use by another process.*Stop that process first/);
    await store.close();
    await (await openEventStore(url)).close();
  });

  it('keeps log, name and known ids when it is opened again', async () => {
    const stream = aStream();
    const events = someEvents(3);
    const first = await store.append(stream, events, 'no_stream');
    const { logId } = store;
    await store.close();
    store = await openEventStore(url);
    expect(store.logId).toBe(logId);
    expect(await store.append(stream, events, 'no_stream')).toEqual(first);
    expect(await store.append(stream, [anEvent()], 2)).toMatchObject({ revision: 3 });
  });

  it('can be read beside the writer, which sees every commit at once', async () => {
    const reader = await openLogReader(url);
    expect(await reader.lastPosition()).toBeNull();
    const stream = aStream();
    const { position } = await store.append(stream, someEvents(2), 'no_stream');
    expect(reader.logId).toBe(store.logId);
    expect(await reader.lastPosition()).toBe(position);
    expect(await reader.readStream(stream)).toEqual(await store.readStream(stream));
    expect(await reader.readAll(null, 10)).toEqual(await store.readAll(null, 10));
    await reader.close();
  });

  it('is written through to the disk unless a test says otherwise', async () => {
    await store.append(aStream(), someEvents(2), 'no_stream');
    const other = new DatabaseSync(join(folder, 'log.db'));
    expect(other.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(other.prepare('SELECT data FROM events').all()).toEqual([
      { data: '{"n":0}' },
      { data: '{"n":1}' },
    ]);
    other.close();
  });

  it('refuses an id that another stream knows', async () => {
    const event = anEvent();
    await store.append(aStream(), [event], 'no_stream');
    await expect(store.append(aStream(), [event], 'no_stream')).rejects.toThrow(IdConflict);
  });

  it('never gives a position twice, even if events were taken off the end', async () => {
    const { position } = await store.append(aStream(), someEvents(2), 'no_stream');
    await store.close();
    const vandal = new DatabaseSync(join(folder, 'log.db'));
    vandal.exec('DELETE FROM events');
    vandal.close();
    store = await openEventStore(url);
    const next = await store.append(aStream(), [anEvent()], 'no_stream');
    expect(next.position > position).toBe(true);
  });

  it('finishes what was begun when it is closed, and takes nothing more', async () => {
    const stream = aStream();
    const begun = store.append(stream, someEvents(2), 'no_stream');
    await store.close();
    await expect(begun).resolves.toMatchObject({ revision: 1 });
    await expect(store.append(stream, [anEvent()], 1)).rejects.toThrow(LogClosed);
    await expect(store.readStream(stream)).rejects.toThrow(LogClosed);
    await expect(store.readAll(null, 1)).rejects.toThrow(LogClosed);
    await expect(store.lastPosition()).rejects.toThrow(LogClosed);
    await store.close();
  });

  it('ends its subscriptions when it is closed', async () => {
    const ended = (async () => {
      for await (const _ of store.subscribe(null));
    })();
    await store.close();
    await expect(ended).resolves.toBeUndefined();
  });

  it('waits while somebody who reads holds the file for a moment', async () => {
    // A reader that meets a half-written index of the write-ahead log takes the lock of the writer to look again.
    const holding = `const { parentPort, workerData } = require('node:worker_threads');
      const { DatabaseSync } = require('node:sqlite');
      const db = new DatabaseSync(workerData);
      db.exec('BEGIN IMMEDIATE');
      parentPort.postMessage('held');
      setTimeout(() => { db.exec('ROLLBACK'); db.close(); }, 200);`;
    const holder = new Worker(holding, { eval: true, workerData: join(folder, 'log.db') });
    await once(holder, 'message');
    expect(await store.append(aStream(), [anEvent()], 'no_stream')).toMatchObject({ revision: 0 });
    await once(holder, 'exit');
  });

  it('takes the whole group back when the disk fails, and goes on when it is well again', async () => {
    const stream = aStream();
    await store.append(stream, [anEvent()], 'no_stream');
    const vandal = new DatabaseSync(join(folder, 'log.db'));
    vandal.exec(`CREATE TRIGGER broken BEFORE INSERT ON events WHEN NEW.type = 'Broken'
      BEGIN SELECT RAISE(ROLLBACK, 'broken'); END`);
    const group = await Promise.allSettled([
      store.append(stream, [anEvent()], 0),
      store.append(aStream(), [anEvent({}, 'Broken')], 'no_stream'),
    ]);
    for (const each of group) {
      expect((each as PromiseRejectedResult).reason).toBeInstanceOf(LogWriteFailed);
    }
    vandal.close();
    expect(await store.append(stream, [anEvent()], 0)).toMatchObject({ revision: 1 });
  });

  it.each(['', 'sqlite:', 'sqlite::elsewhere:', 'postgres://x'])(
    'is not opened by the address %j',
    async (address) => {
      await expect(openEventStore(address)).rejects.toThrow(NotStorable);
    },
  );
});
