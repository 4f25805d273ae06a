import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestApp } from './app.js';
import { Visitor, wordsOf } from '../web/visitor.js';

const label = 'Hannelore Unverwechselbar';
const before = 'Hanni Vorhername';

let app: TestApp;
let town: string;
let measure: string;
let person: string;
let hannelore: Visitor;

beforeEach(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  measure = await app.given('measures', { municipality: town, text: { title: 'Bäume pflanzen' } });
  await app.settle();
  hannelore = await Visitor.signedIn(app, { role: 'MONITOR', municipality: town }, before);
  await hannelore.send('/de/konto', { label });
  person = String((await hannelore.get('/api/v1/me')).json['person']);
  await hannelore.fill(`/de/kommunen/teststadt/massnahmen/${measure}/eintragen`, {
    what: 'progress',
    on: '2026-01-15',
    note: 'Zwanzig Bäume',
  });
  await app.settle();
});
afterEach(() => app.stop());

/** Every file of the data folder, as it lies on the disk while the server runs. */
const onDisk = () => {
  const files = readdirSync(app.folder, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile())
    .map((file) => [file.name, readFileSync(join(file.parentPath, file.name))] as const);
};
const holding = (text: string) =>
  onDisk().flatMap(([name, bytes]) => (bytes.includes(text) ? [name] : []));
const forget = (id: string, by?: Visitor) =>
  by
    ? by.sendJson(`/api/v1/persons/${id}/forget`, {})
    : app.ask({ method: 'POST', path: `/api/v1/persons/${id}/forget` });
const history = async () =>
  wordsOf(await app.ask({ path: `/de/kommunen/teststadt/massnahmen/${measure}/verlauf` }));

describe('forgetting a person', () => {
  it('leaves no byte of the name on the disk, neither of the last nor of one before', async () => {
    expect(holding(label).length).toBeGreaterThan(0);
    expect(holding(before)).toEqual([]);
    expect((await forget(person)).status).toBe(204);
    expect(holding(label)).toEqual([]);
    expect(holding(before)).toEqual([]);
  });

  it('leaves the entries, with the role and the pseudonym alone', async () => {
    expect(await history()).toContain(label);
    const events = await app.eventsOf(`measure-${measure}`);
    await forget(person);
    expect(await app.eventsOf(`measure-${measure}`)).toEqual(events);
    expect(JSON.stringify(events)).toContain(person);
    const shown = await history();
    expect(shown).toContain('Zwanzig Bäume');
    expect(shown).toContain('ehemaliges Mitglied (Beobachtung)');
    expect(shown).not.toContain(label);
  });

  it('ends all that let them in', async () => {
    const { json } = await app.post('login-links', { role: 'MONITOR', municipality: town, person });
    await forget(person);
    expect((await hannelore.get('/api/v1/me')).status).toBe(401);
    const code = new URL(String(json['url'])).searchParams.get('code') ?? '';
    const late = await Visitor.stranger(app).send('/de/anmelden', { code, label });
    expect(late.status).toBe(404);
    expect((await forget(person)).json).toMatchObject({ code: 'person/erased' });
  });

  it('is for themselves and for the operator, and for nobody else', async () => {
    const lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town }, 'Leitung');
    expect((await forget(person, lead)).json).toMatchObject({ code: 'auth/not-allowed' });
    expect(
      (await Visitor.stranger(app).sendJson(`/api/v1/persons/${person}/forget`, {})).status,
    ).toBe(401);
    expect((await forget('nobody')).status).toBe(404);
    expect(await history()).toContain(label);
    expect((await forget(person, hannelore)).status).toBe(204);
    expect(await history()).not.toContain(label);
  });

  it('is offered to the operator in the list of people, who is told what stays', async () => {
    const people = '/de/kommunen/teststadt/bearbeiten/personen';
    const path = `${people}/${person}/vergessen`;
    const lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town }, 'Leitung');
    expect((await lead.get(people)).text).not.toContain(path);
    expect((await lead.get(path)).status).toBe(403);
    const operator = await Visitor.signedIn(app, { role: 'OPERATOR' }, 'Betrieb');
    expect((await operator.get(people)).text).toContain(`href="${path}"`);
    const asked = wordsOf(await operator.get(path));
    expect(asked).toContain(label);
    expect(asked).toContain('Die Einträge bleiben');
    const done = wordsOf(await operator.follow(await operator.fill(path, {})));
    expect(done).toContain('Das Konto ist gelöscht.');
    expect(done).not.toContain(label);
    expect(holding(label)).toEqual([]);
    expect((await operator.get(path)).status).toBe(404);
  });
});
