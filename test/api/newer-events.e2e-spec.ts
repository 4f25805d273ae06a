import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject, RecordedEvent, Upcasting } from '@klimaspur/event-store';
import { TestApp } from './app.js';
import { aTown, type Known } from './requests.js';

const NOT_SHOWN = 'Hier fehlt noch etwas';
const categories = [
  ...['municipality', 'organ', 'plan', 'measure', 'decision', 'actor', 'roundtable'],
] as const;

/** The next program: it knows a type more, and a version more of one that is known. */
const known = (event: RecordedEvent): RecordedEvent => {
  const metadata = { ...event.metadata, schemaVersion: 1 };
  if (event.type === 'MeasureMoodNoted')
    return { ...event, type: 'MeasureCheckedUnchanged', data: {} };
  if (event.type !== 'MeasureDescribed' || event.metadata['schemaVersion'] !== 2) return event;
  return { ...event, data: { text: { title: String(event.data['heading']) } }, metadata };
};
const next: Upcasting = {
  event: known,
  needsStream: () => false,
  stream: (history) => history.map(known),
};

describe('data that a newer program wrote', () => {
  const folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
  let app: TestApp;
  let things: Known;
  let slug: string;
  const start = async (upcasting?: Upcasting) => {
    app = await TestApp.start({ KLIMASPUR_DATA: folder }, undefined, undefined, upcasting);
  };
  const page = async (path: string) => app.ask({ path, headers: { accept: 'text/html' } });
  const measure = () => `/api/v1/measures/${things['measure']}`;
  const title = async () => (await app.ask({ path: measure() })).json['title'];

  const write = async (stream: string, type: string, data: JsonObject, schemaVersion: number) => {
    const history = await app.store.readStream(stream);
    const { salt: _salt, ...of } = history[0]!.metadata;
    const metadata = { ...of, recordedAt: new Date().toISOString(), schemaVersion };
    const event = { id: randomUUID(), type, data, metadata };
    await app.store.append(stream, [event], history.length - 1);
  };

  beforeAll(async () => {
    await start();
    things = await aTown(app);
    await app.publish(things['municipality']!);
    await app.post(`measures/${things['measure']}/publish-measure`, {});
    await app.post(`plans/${things['plan']}/publish-plan`, {});
    await app.settle();
    const town = await app.ask({ path: `/api/v1/municipalities/${things['municipality']}` });
    slug = String(town.json['slug']);
    // As version n + 1 would: while it is here, and before somebody goes back to version n.
    for (const category of categories) {
      const stream = `${category}-${things[category]}`;
      await write(stream, 'MeasureMoodNoted', { mood: { deep: ['x'] } }, 1);
    }
    await write(`measure-${things['measure']}`, 'MeasureDescribed', { heading: 'Newer' }, 2);
    await write(`municipality-${things['municipality']}`, 'MunicipalityDescribed', { n: 1 }, 9);
    await write(`plan-${things['plan']}`, 'PlanMeasurePlaced', { measure: 7, field: 8 }, 9);
    await write(`decision-${things['decision']}`, 'EntryCorrected', { entry: 1 }, 9);
    await app.settle();
  });
  afterAll(async () => {
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds up nothing, and parks nothing', async () => {
    const { status, json } = await app.ask({ path: '/health/ready', token: null });
    expect([status, json['projections']]).toEqual([
      200,
      expect.objectContaining({ views: { state: 'live', parked: 0 } }),
    ]);
  });

  it.each(categories)('makes its stream read-only: %s', async (category) => {
    const path = `${category === 'municipality' ? 'municipalities' : `${category}s`}/${things[category]}`;
    const before = await app.eventsOf(`${category}-${things[category]}`);
    const evidence = [{ kind: 'paper', title: 'x' }];
    const body = { entry: before[0]!.id, text: { evidence } };
    const { status, json } = await app.post(`${path}/add-evidence`, body);
    expect([status, json['code']]).toEqual([409, 'log/upgrade-needed']);
    expect(json['detail']).toContain('neueren Programmfassung');
    expect(await app.eventsOf(`${category}-${things[category]}`)).toEqual(before);
  });

  it('leaves pages as they are, with a sentence about it', async () => {
    expect(await title()).toBe('Radwege');
    const town = `/de/kommunen/${slug}`;
    for (const path of [
      ...[town, `${town}/massnahmen/${things['measure']}`],
      ...[`${town}/massnahmen/${things['measure']}/verlauf`, `${town}/verlauf`],
    ]) {
      const { status, text } = await page(path);
      expect([path, status, text.includes(NOT_SHOWN)]).toEqual([path, 200, true]);
      expect(text).not.toContain('MeasureMoodNoted');
    }
    const list = await page('/de/kommunen');
    expect([list.status, list.text.includes(NOT_SHOWN)]).toEqual([200, false]);
    const english = await page(`/en/municipalities/${slug}`);
    expect(english.text).toContain('Something is still missing here');
  });

  it('breaks no answer of the API, which says that it is not complete', async () => {
    for (const path of [
      `/api/v1/municipalities/${things['municipality']}`,
      `/api/v1/municipalities/${things['municipality']}/progress`,
      `/api/v1/municipalities/${things['municipality']}/changes`,
      ...[measure(), `${measure()}/history`, `/api/v1/plans/${things['plan']}`],
      `/api/v1/decisions/${things['decision']}`,
      `/api/v1/actors/${things['actor']}`,
      `/api/v1/roundtables/${things['roundtable']}`,
    ]) {
      const { status, text, json } = await app.ask({ path });
      expect([path, status, text.includes('MoodNoted'), json['incomplete']]).toEqual([
        ...[path, 200, false, true],
      ]);
    }
  });

  it('is the same after a rebuild', async () => {
    const before = (await app.ask({ path: `${measure()}/history` })).text;
    expect((await app.post('projections/views/rebuild', {})).status).toBe(200);
    expect((await app.ask({ path: `${measure()}/history` })).text).toBe(before);
    expect(await title()).toBe('Radwege');
  });

  it('is told once the program knows it, by itself, and can be gone on with', async () => {
    await app.stop();
    await start(next);
    await app.settle();
    expect(await title()).toBe('Newer');
    expect((await app.ask({ path: measure() })).json).not.toHaveProperty('incomplete');
    const { text } = await app.ask({ path: `${measure()}/history` });
    expect(text).toContain('MeasureCheckedUnchanged');
    const shown = await page(`/de/kommunen/${slug}/massnahmen/${things['measure']}`);
    expect(shown.status).toBe(200);
    const { status } = await app.post(`measures/${things['measure']}/start-implementation`, {});
    expect(status).toBe(200);
  });

  it('is left out again where somebody goes back', async () => {
    await app.stop();
    await start();
    await app.settle();
    await app.post('projections/views/rebuild', {});
    expect(await title()).toBe('Radwege');
    const { status, json } = await app.post(
      `measures/${things['measure']}/pause-implementation`,
      {},
    );
    expect([status, json['code']]).toEqual([409, 'log/upgrade-needed']);
  });
});
