import { TestApp } from './app.js';
import { Visitor } from '../web/visitor.js';

let app: TestApp;
let town: string;
let measure: string;
let anna: Visitor;
let bert: Visitor;
let id: string;
const work = '/de/kommunen/teststadt/bearbeiten';

const personOf = async (visitor: Visitor) =>
  String((await visitor.get('/api/v1/me')).json['person']);
const check = (visitor: Visitor, note: string) =>
  visitor.sendJson(`/api/v1/measures/${measure}/check-unchanged`, { text: { note } });

beforeAll(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  measure = await app.given('measures', { municipality: town, text: { title: 'Bäume pflanzen' } });
  await app.settle();
  anna = await Visitor.signedIn(app, { role: 'LEAD', municipality: town }, 'Anna Beispiel');
  bert = await Visitor.signedIn(app, { role: 'MONITOR', municipality: town }, 'Bert Anders');
  id = await personOf(anna);
  await check(anna, '=Gesehen');
  await check(bert, 'Auch gesehen');
  await anna.sendJson('/api/v1/login-links', { role: 'MONITOR', municipality: town });
  await anna.fill(`${work}/massnahmen/${measure}/notizen`, { text: 'Nur für uns' });
});
afterAll(() => app.stop());

const dataOf = (visitor: Visitor, person = id) => visitor.get(`/api/v1/persons/${person}/data`);

describe('what is kept of a person', () => {
  it('is theirs to download: from the vault, from the log, and with the place of each entry', async () => {
    const { status, headers, json } = await dataOf(anna);
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z-]+\.json"$/);
    const [entry] = (await app.eventsOf(`measure-${measure}`)).slice(1);
    expect(json).toMatchObject({
      pseudonym: id,
      label: 'Anna Beispiel',
      rolesHeld: [{ role: 'LEAD', municipality: town }],
      roles: [{ type: 'PersonRoleGranted', data: { role: 'LEAD' } }],
      sessions: [{ expiresAt: expect.stringMatching(/Z$/) }],
      signInLinks: [
        { role: 'LEAD', forThem: true },
        { role: 'MONITOR', madeByThem: true },
      ],
      calendarAddress: false,
      internalNotes: [{ text: 'Nur für uns' }],
      entries: [
        {
          id: entry!.id,
          type: 'MeasureCheckedUnchanged',
          role: 'LEAD',
          address: `${app.url}/de/kommunen/${town}/massnahmen/${measure}/verlauf#e-${entry!.id}`,
          data: { text: { note: '=Gesehen' } },
        },
      ],
    });
  });

  it('says nothing of others', async () => {
    const { text } = await dataOf(anna);
    expect(text).not.toContain('Bert');
    expect(text).not.toContain(await personOf(bert));
    expect(text).not.toContain('Auch gesehen');
  });

  it('comes as a table too, in which no cell runs', async () => {
    const { headers, text } = await anna.get(`/api/v1/persons/${id}/entries`);
    expect(headers.get('content-type')).toContain('text/csv');
    expect(text).toContain(`"'=Gesehen"`.replaceAll('"', ''));
    expect(text.trim().split('\r\n')).toHaveLength(2);
  });

  it('is for themselves and for the operator', async () => {
    expect((await dataOf(bert)).json['code']).toBe('auth/not-allowed');
    expect((await dataOf(Visitor.stranger(app))).status).not.toBe(200);
    const operator = await Visitor.signedIn(app, { role: 'OPERATOR' }, 'Betrieb');
    expect((await dataOf(operator)).json).toMatchObject({ label: 'Anna Beispiel' });
    const people = await operator.get(`${work}/personen`);
    expect(people.text).toContain(`href="/api/v1/persons/${id}/data"`);
    expect((await anna.get('/de/konto')).text).toContain(`href="/api/v1/persons/${id}/data"`);
  });

  it('is gone with them', async () => {
    const late = await Visitor.signedIn(app, { role: 'MONITOR', municipality: town }, 'Spät');
    const person = await personOf(late);
    await app.post(`persons/${person}/forget`);
    const asked = (path: string) => app.ask({ path: `/api/v1/persons/${path}/data` });
    expect((await asked(person)).json['code']).toBe('person/erased');
    expect((await asked('nobody')).json['code']).toBe('person/unknown');
  });
});
