import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { handle, newCommandId, openEventStore } from '@klimaspur/event-store';
import { leafHash } from '@klimaspur/proofs';
import { TestApp } from './app.js';
import { type Json } from './requests.js';

const MARK = 'Geheimname';
const reason = { text: { reason: 'Ein privater Name' } };

let app: TestApp;
let municipality: string;

beforeAll(async () => {
  app = await TestApp.start();
  municipality = await app.given('municipalities', { text: { name: 'Offenstadt' } });
});
afterAll(() => app.stop());

const measureCalled = (title: string) => app.given('measures', { municipality, text: { title } });
const redact = (measure: string, entry: unknown, body: Json = reason) =>
  app.post(`measures/${measure}/redact-text`, { entry, ...body });
const recorded = async (path: string, body: Json): Promise<string> => {
  const { status, json, text } = await app.post(path, body);
  if (status !== 200) throw new Error(`${path}: ${text}`);
  return (json['events'] as string[])[0]!;
};

/** Files of the data folder that hold it, as it was typed, in another case, or in the two bytes of UTF-16. */
const filesWith = (mark: string, folder = app.folder): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    if (!statSync(path).isFile()) return false;
    const bytes = readFileSync(path);
    const forms = [mark, mark.toLowerCase(), Buffer.from(mark, 'utf16le')];
    return forms.some((form) => bytes.includes(form));
  });

describe('a text that is taken out', () => {
  it('is in no file any more, and on no page; what it said about states stays', async () => {
    const measure = await measureCalled('Radwege');
    const entry = await recorded(`measures/${measure}/start-implementation`, {
      occurredOn: '2024-03-01',
      text: { note: `Sagt ${MARK}`, evidence: [{ kind: 'press', title: MARK }] },
    });
    await recorded(`measures/${measure}/correct-entry`, {
      ...{ entry, replacement: {}, occurredOn: '2024-03-02' },
      text: { reason: `Nicht ${MARK}`, replacement: { note: MARK } },
    });
    await app.settle();
    expect(filesWith(MARK)).not.toEqual([]);
    const before = await app.worlds.own.log.readStream(`measure-${measure}`);

    const answer = await redact(measure, entry);
    expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
    expect(filesWith(MARK)).toEqual([]);
    const history = await app.ask({ path: `/api/v1/measures/${measure}/history` });
    expect(history.text).not.toContain(MARK);
    expect(history.text).toMatch(/\[entfernt am \d\d\.\d\d\.\d{4}\]/);
    expect(history.text).toContain('Ein privater Name');
    const { json } = await app.ask({ path: `/api/v1/measures/${measure}` });
    expect(json).toMatchObject({ implementation: 'IN_PROGRESS', status: 'in-progress' });

    const after = await app.worlds.own.log.readStream(`measure-${measure}`);
    expect(after.slice(0, before.length).map(leafHash)).toEqual(before.map(leafHash));
    expect(after[1]?.metadata['salt']).toBeUndefined();
  });

  it('goes on as before: no second time, but a cleaned text in its place', async () => {
    const measure = await measureCalled(`Haus von ${MARK}`);
    const [first] = await app.eventsOf(`measure-${measure}`);
    expect((await redact(measure, first!.id)).status).toBe(200);
    const again = await redact(measure, first!.id, { text: { reason: 'Noch einmal' } });
    expect(again.json).toMatchObject({ unchanged: true, events: [] });
    await recorded(`measures/${measure}/correct-entry`, {
      ...{ entry: first!.id, occurredOn: null },
      replacement: { municipality },
      text: { reason: 'Ohne Namen', replacement: { title: 'Ein Haus' } },
    });
    await app.settle();
    const { json } = await app.ask({ path: `/api/v1/measures/${measure}` });
    expect(json).toMatchObject({ title: 'Ein Haus' });
  });

  it('cannot be guessed from what tells a repeated request from another', async () => {
    const measure = await measureCalled('Radwege');
    const [path, headers] = [
      `measures/${measure}/check-unchanged`,
      { 'idempotency-key': newCommandId() },
    ];
    const first = await app.post(path, { text: { note: 'Ja' } }, headers);
    expect((await app.post(path, { text: { note: 'Nein' } }, headers)).status).toBe(422);
    await redact(measure, (first.json['events'] as string[])[0]);
    const guessed = await app.post(path, { text: { note: 'Nein' } }, headers);
    expect(guessed.json).toEqual({ ...first.json, repeated: true });
  });

  it('needs a reason, an entry with text, and a lead of the town', async () => {
    const measure = await measureCalled('Radwege');
    const [first] = await app.eventsOf(`measure-${measure}`);
    const bare = await redact(measure, first!.id, {});
    expect(bare.json).toMatchObject({ code: 'command/invalid' });
    const entry = await recorded(`measures/${measure}/check-unchanged`, {});
    expect(await redact(measure, entry)).toMatchObject({
      status: 409,
      json: { code: 'entry/no-text' },
    });
    const stranger = await app.ask({
      method: 'POST',
      path: `/api/v1/measures/${measure}/redact-text`,
      body: { entry: first!.id, ...reason },
      token: null,
    });
    expect(stranger.status).toBe(401);
  });
});

describe('a log that still has the text', () => {
  let folder: string;
  let own: TestApp;
  const start = async () => {
    own = await TestApp.start({ KLIMASPUR_DATA: folder });
  };
  const told = async (path: string, body: Json) => {
    const { status, json, text } = await own.post(path, body);
    if (status >= 300) throw new Error(`${path}: ${text}`);
    return json;
  };

  let measure: string;
  let entry: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'klimaspur-kept-'));
    await start();
    const town = await told('municipalities', { text: { name: 'Offenstadt' } });
    const body = { municipality: town['id'], text: { title: `Haus von ${MARK}` } };
    measure = String((await told('measures', body))['id']);
    entry = (await own.eventsOf(`measure-${measure}`))[0]!.id;
  });
  afterEach(async () => {
    await own.stop();
    rmSync(folder, { recursive: true });
  });

  it('because it comes from an older backup, loses it at the start, and says so', async () => {
    const older = join(folder, '..', `${entry}.db`);
    const log = new DatabaseSync(join(folder, 'log.db'), { readOnly: true });
    log.exec(`VACUUM INTO '${older}'`);
    log.close();
    await told(`measures/${measure}/redact-text`, { entry, ...reason });
    expect(filesWith(MARK, folder)).toEqual([]);
    await own.stop();
    copyFileSync(older, join(folder, 'log.db'));
    for (const file of [older, join(folder, 'views.db'), join(folder, 'tree.db')]) rmSync(file);

    await start();
    await own.settle();
    const events = await own.eventsOf(`measure-${measure}`);
    expect(events.map(({ type }) => type)).toEqual(['MeasureRecorded', 'TextRedacted']);
    expect(events[1]?.data).toEqual({
      entry,
      text: { reason: 'Nach der Wiederherstellung einer älteren Sicherung erneut entfernt.' },
    });
    await own.stop();
    expect(filesWith(MARK, folder)).toEqual([]);
    await start();
    expect(await own.eventsOf(`measure-${measure}`)).toHaveLength(2);
  });

  it('because a crash came between, loses it at the next start', async () => {
    await own.settle();
    const stream = `measure-${measure}`;
    own.worlds.own.redactions.write({ stream, asked: entry });
    await own.stop();
    const log = await openEventStore(`sqlite:${folder}`);
    await handle(log, {
      ...{ stream, mode: 'additive', commandId: newCommandId(), now: new Date().toISOString() },
      actor: { person: newCommandId(), role: 'LEAD' },
      decide: () => [
        { type: 'TextRedacted', data: { entry, ...reason }, occurredOn: null, schemaVersion: 1 },
      ],
    });
    await log.close();
    expect(filesWith(MARK, folder)).not.toEqual([]);
    await start();
    await own.settle();
    expect(own.worlds.own.redactions.unfinished).toEqual([]);
    expect(filesWith(MARK, folder)).toEqual([]);
  });
});
