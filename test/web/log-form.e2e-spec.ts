import { TestApp } from '../api/app.js';

let app: TestApp;
let town: string;
let measure: string;
const base = () => `/de/kommunen/teststadt/massnahmen/${measure}`;

beforeAll(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  measure = await app.given('measures', { municipality: town, text: { title: 'Bäume pflanzen' } });
  await app.settle();
});
afterAll(() => app.stop());

const post = (path: string, fields: Readonly<Record<string, string>>) =>
  app.ask({
    method: 'POST',
    path,
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
const types = async () => (await app.eventsOf(`measure-${measure}`)).map(({ type }) => type);

describe('the log form over HTTP', () => {
  it('asks who is there before it shows anything', async () => {
    expect((await app.ask({ path: `${base()}/eintragen`, token: null })).status).toBe(401);
  });

  it('shows the choices in both languages', async () => {
    const german = await app.ask({ path: `${base()}/eintragen` });
    expect(german.status).toBe(200);
    expect(german.text).toContain('Ausschuss: vertagt');
    const english = await app.ask({
      path: `/en/municipalities/teststadt/measures/${measure}/record`,
    });
    expect(english.text).toContain('Committee: deferred');
  });

  it('records „Ausschuss: vertagt“, shows it, and takes it back in sight', async () => {
    const saved = await post(`${base()}/eintragen`, {
      what: 'deferred',
      on: '2026-01-15',
      note: 'TOP 7',
    });
    expect(saved.status).toBe(303);
    await app.settle();
    const address = saved.headers.get('location') ?? '';
    const page = await app.ask({ path: address });
    expect(page.text).toContain('Eingetragen.');
    expect(page.text).toContain('Entwurf');
    expect(await types()).toEqual(['MeasureRecorded', 'MeasureDeliberated']);
    const undone = await post(address.replace('eingetragen', 'zuruecknehmen'), {});
    expect(undone.status).toBe(303);
    expect(await types()).toEqual(['MeasureRecorded', 'MeasureDeliberated', 'EntryVoided']);
    expect((await app.ask({ path: address })).text).toContain('zählt nicht mehr');
  });

  it('adds evidence to an entry', async () => {
    const saved = await post(`${base()}/eintragen`, {
      what: 'checked',
      on: '2026-01-16',
      note: 'seen',
    });
    const address = (saved.headers.get('location') ?? '').replace('eingetragen', 'beleg');
    const empty = await post(address, {});
    expect(empty.status).toBe(400);
    const added = await post(address, { evidenceKind: 'photo', evidenceTitle: 'Ein Baum' });
    expect(added.status).toBe(303);
    expect((await types()).at(-1)).toBe('EvidenceAdded');
  });

  it('gives back everything typed with what is wrong, and records nothing', async () => {
    const before = await app.lastPosition();
    const { status, text } = await post(`${base()}/eintragen`, {
      what: 'progress',
      on: '2099-01-01',
      note: 'ein langer Text',
      percent: 'viel',
    });
    expect(status).toBe(400);
    expect(text).toContain('ein langer Text');
    expect(text).toContain('value="2099-01-01"');
    expect(text).toContain('href="#field-on"');
    expect(text).toContain('href="#field-percent"');
    expect(await app.lastPosition()).toBe(before);
  });

  it('records once when it is sent twice', async () => {
    const form = {
      what: 'started',
      on: '2026-02-01',
      note: '',
      key: '0190e0c6-2f4a-7a3b-8c1d-2e3f4a5b6c7d',
    };
    await post(`${base()}/eintragen`, form);
    const before = await app.lastPosition();
    expect((await post(`${base()}/eintragen`, form)).status).toBe(303);
    expect(await app.lastPosition()).toBe(before);
  });

  it('says so when an entry would say nothing new', async () => {
    const { status, text } = await post(`${base()}/eintragen`, {
      what: 'started',
      on: '2026-03-01',
    });
    expect(status).toBe(400);
    expect(text).toContain('Nichts eingetragen');
  });
});
