import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { newCommandId } from '@klimaspur/event-store';
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
const filesWith = (mark: string): string[] =>
  readdirSync(app.folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(app.folder, name);
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
