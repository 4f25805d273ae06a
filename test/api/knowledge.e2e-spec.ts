import type { JsonObject } from '@klimaspur/event-store';
import { TestApp } from './app.js';

const id = (n: number) => `0197c0de-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [town, organ, measure, decision, entry] = [1, 2, 3, 4, 50].map(id) as [
  string,
  string,
  string,
  string,
  string,
];

let app: TestApp;
let written = 100;
const revisions = new Map<string, number>();

/** Straight into the log, because no door lets anybody choose when something is recorded. */
const told = async (
  stream: string,
  type: string,
  recordedOn: string,
  data: object = {},
  more: { readonly id?: string; readonly occurredOn?: string } = {},
) => {
  const revision = revisions.get(stream) ?? -1;
  const metadata = {
    actor: { person: id(9), role: 'MONITOR' },
    commandId: id(8),
    occurredOn: more.occurredOn ?? null,
    recordedAt: `${recordedOn}T12:00:00.000Z`,
    schemaVersion: 1,
  };
  const event = { id: more.id ?? id(written++), type, data: data as JsonObject, metadata };
  await app.store.append(stream, [event], revision < 0 ? 'no_stream' : revision);
  revisions.set(stream, revision + 1);
};

beforeAll(async () => {
  app = await TestApp.start();
  const inMeasure = `measure-${measure}`;
  await told(`municipality-${town}`, 'MunicipalityFounded', '2025-01-01', {
    text: { name: 'Musterstadt' },
  });
  await told(`municipality-${town}`, 'MunicipalityPublished', '2025-01-01');
  await told(inMeasure, 'MeasureRecorded', '2025-01-02', {
    municipality: town,
    text: { title: 'Radwege' },
  });
  await told(inMeasure, 'MeasurePublished', '2025-01-02');
  const vote = { outcome: 'ADOPTED', final: true, organ };
  const effect = { measure, effect: 'ADOPTS', scope: 'FULL' };
  await told(
    `decision-${decision}`,
    'DecisionRecorded',
    '2025-01-10',
    { ...vote, municipality: town, effects: [effect], text: { title: 'Wie zuerst gelesen' } },
    { id: entry },
  );
  const { measure: _measure, ...terms } = effect;
  await told(inMeasure, 'MeasureDecided', '2025-01-10', {
    ...{ ...vote, ...terms, decision, source: entry },
  });
  await told(inMeasure, 'MeasureCheckedUnchanged', '2025-06-01');
  // From here on the clock is three months late.
  await told(inMeasure, 'MeasureImplementationStarted', '2025-03-01', {
    text: { note: 'Erster Spatenstich' },
  });
  await told(`decision-${decision}`, 'EntryCorrected', '2025-03-01', {
    entry,
    replacement: { ...vote, municipality: town, effects: [effect] },
    text: { reason: 'verlesen', replacement: { title: 'Wie es richtig hieß' } },
  });
  await app.settle();
});
afterAll(() => app.stop());

const ask = (path: string) => app.ask({ path, token: null });
const history = async (knownAt: string) => {
  const { json } = await ask(`/api/v1/measures/${measure}/history?knownAt=${knownAt}`);
  return (json['items'] as readonly { readonly type: string }[]).map(({ type }) => type);
};
const page = async (knownAt: string) =>
  (await ask(`/de/kommunen/musterstadt/massnahmen/${measure}/verlauf?kenntnisstand=${knownAt}`))
    .text;

describe('what was recorded by a clock that had stepped back', () => {
  it('was not known before what stands before it in the log', async () => {
    expect(await history('2025-04-01')).not.toContain('MeasureImplementationStarted');
    expect(await history('2025-06-01')).toContain('MeasureImplementationStarted');
    expect(await page('2025-04-01')).not.toContain('Erster Spatenstich');
    expect(await page('2025-06-01')).toContain('Erster Spatenstich');
  });

  it('tells in the history what the state says at the same moment', async () => {
    for (const [knownAt, state] of [
      ['2025-04-01', 'UNKNOWN'],
      ['2025-06-01', 'IN_PROGRESS'],
    ]) {
      const { json } = await ask(`/api/v1/measures/${measure}?knownAt=${knownAt}`);
      expect(json['implementation']).toBe(state);
    }
  });

  it('says from when on a measure was known, and leads to what is known today', async () => {
    const address = `/de/kommunen/musterstadt/massnahmen/${measure}`;
    for (const path of [address, `${address}/verlauf`]) {
      const early = await app.ask({
        path: `${path}?kenntnisstand=2025-01-01`,
        token: null,
        headers: { accept: 'text/html' },
      });
      expect(early.status).toBe(404);
      expect(early.text).toContain('Diese Maßnahme war am 1. Januar 2025 noch nicht bekannt.');
      expect(early.text).toContain(`<a href="${path}">Dieselbe Seite von heute</a>`);
    }
    const { json } = await ask(`/api/v1/measures/${measure}?knownAt=2025-01-01`);
    expect(json).toMatchObject({
      code: 'measure/not-known-yet',
      today: `/api/v1/measures/${measure}`,
    });
    const never = await ask(`/api/v1/measures/${id(77)}?knownAt=2025-01-01`);
    expect(never.json['code']).toBe('measure/unknown');
  });

  it('changes a decision, and the words of its measures, from then on', async () => {
    const title = async (knownAt: string) =>
      (await ask(`/api/v1/decisions/${decision}?knownAt=${knownAt}`)).json['title'];
    expect(await title('2025-04-01')).toBe('Wie zuerst gelesen');
    expect(await title('2025-06-01')).toBe('Wie es richtig hieß');
    expect(await page('2025-04-01')).toContain('Wie zuerst gelesen');
    expect(await page('2025-06-01')).toContain('Wie es richtig hieß');
  });
});
