import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type ExpectedRevision, openEventStore } from '@klimaspur/event-store';
import { anEvent } from '@klimaspur/event-store/testing';
import { TestApp } from './app.js';
import { aTown, type Known } from './requests.js';

let data: string;
let town: Known;
let other: string;
let app: TestApp;

/** Leaves in the data folder what only a newer version knows. */
async function visitByNewerVersion(): Promise<void> {
  const store = await openEventStore(`sqlite:${data}`);
  const [first] = await store.readStream(`measure-${town['measure']}`);
  const event = {
    ...anEvent({ text: { hope: 'x' } }, 'MeasureDreamtOf'),
    metadata: first!.metadata,
  };
  const add = (stream: string, revision: ExpectedRevision) =>
    store.append(stream, [{ ...event, id: randomUUID() }], revision);
  await add(`measure-${town['measure']}`, 'stream_exists');
  await add(`municipality-${town['municipality']}`, 'stream_exists');
  await add(`source-${randomUUID()}`, 'no_stream');
  await add(`klimaversuch-${randomUUID()}`, 'no_stream');
  await store.close();
  const change = (name: string, sql: string) => {
    const db = new DatabaseSync(join(data, name));
    db.exec(sql);
    db.close();
  };
  change('vault.db', 'CREATE TABLE dreams (id TEXT PRIMARY KEY) STRICT');
  change('views.db', 'PRAGMA user_version = 999999999; DROP TABLE measure_interval');
}

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'klimaspur-'));
  app = await TestApp.start({ KLIMASPUR_DATA: data });
  town = await aTown(app);
  const { municipality } = town;
  other = await app.given('measures', { municipality, text: { title: 'Solardächer' } });
  await app.stop();
  await visitByNewerVersion();
  app = await TestApp.start({ KLIMASPUR_DATA: data });
  await app.settle();
});
afterAll(async () => {
  await app.stop();
  rmSync(data, { recursive: true });
});

describe('after going back from a newer version', () => {
  it('the server is ready and shows what it understands', async () => {
    expect((await app.ask({ path: '/health/ready' })).status).toBe(200);
    for (const path of [
      `municipalities/${town['municipality']}`,
      `measures/${town['measure']}`,
      `measures/${town['measure']}/history`,
      `measures/${other}`,
    ]) {
      expect([path, (await app.ask({ path: `/api/v1/${path}` })).status]).toEqual([path, 200]);
    }
  });

  it('nothing is added to a story it does not understand, and it says why', async () => {
    const answer = await app.post(`measures/${town['measure']}/check-unchanged`, {});
    expect([answer.status, answer.json['code']]).toEqual([409, 'log/upgrade-needed']);
  });

  it('everything else goes on', async () => {
    expect((await app.post(`measures/${other}/check-unchanged`, {})).status).toBe(200);
    expect((await app.post('login-links', { role: 'OPERATOR' })).status).toBe(201);
    expect((await app.post('backups', {})).status).toBe(200);
  });
});
