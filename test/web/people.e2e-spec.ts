import { Vault } from '@klimaspur/vault';
import { TestApp } from '../api/app.js';
import { problemsIn } from './forms.js';
import { Visitor, wordsOf } from './visitor.js';

let app: TestApp;
let town: string;
let other: string;
let lead: Visitor;
const people = '/de/kommunen/teststadt/bearbeiten/personen';

beforeEach(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  other = await app.given('municipalities', { text: { name: 'Nebenstadt' } });
  await app.settle();
  lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town }, 'Leitung');
  await app.settle();
});
afterEach(() => app.stop());

const linkIn = (html: string) => new URL(/<code>([^<]+)<\/code>/.exec(html)![1]!);
const come = async (link: URL, label: string) => {
  const visitor = Visitor.stranger(app);
  await visitor.send('/de/anmelden', { code: link.searchParams.get('code') ?? '', label });
  await app.settle();
  return visitor;
};
const idOf = async (visitor: Visitor) => {
  const { text } = await visitor.get('/api/v1/me');
  return (JSON.parse(text) as { person: string }).person;
};
const monitor = async (label = 'Radgruppe') => {
  const visitor = await Visitor.signedIn(app, { role: 'MONITOR', municipality: town }, label);
  await app.settle();
  return visitor;
};

describe('the people of a town', () => {
  it('are listed with their roles, for the lead', async () => {
    await monitor();
    await Visitor.signedIn(app, { role: 'LEAD', municipality: other }, 'Nachbarin');
    await app.settle();
    const words = wordsOf(await lead.get(people));
    expect(words).toContain('Leitung (das sind Sie) Team-Leitung');
    expect(words).toContain('Radgruppe Beobachtung');
    expect(words).not.toContain('Nachbarin');
    expect(wordsOf(await lead.get('/de/kommunen/teststadt/bearbeiten'))).toContain('2 Personen');
  });

  it('are nobody’s business but the lead’s and the operator’s', async () => {
    const neighbour = await Visitor.signedIn(app, { role: 'LEAD', municipality: other });
    for (const [visitor, status] of [
      [await monitor(), 403],
      [neighbour, 404],
    ] as const) {
      expect((await visitor.get(people)).status).toBe(status);
      expect((await visitor.send(people, { role: 'MONITOR' })).status).toBe(status);
    }
    const stranger = await Visitor.stranger(app).get(people);
    expect(stranger.headers.get('location')).toContain('/de/anmelden');
    expect((await app.ask({ path: people })).status).toBe(200);
  });

  it('are invited by a link that is shown once, with a text to pass on', async () => {
    const shown = await lead.fill(people, { role: 'ADMINISTRATION' });
    expect([shown.status, shown.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    const link = linkIn(shown.text);
    expect(wordsOf(shown)).toContain(`für Teststadt mitzumachen, in der Rolle „Verwaltung“`);
    expect(wordsOf(await lead.get(people))).toContain('Offene Einladungen Verwaltung, gilt bis');
    const invited = await come(link, 'Klimaschutzstelle');
    expect((await invited.get('/de/kommunen/teststadt/bearbeiten/hinweise')).status).toBe(200);
    const words = wordsOf(await lead.get(people));
    expect(words).toContain('Klimaschutzstelle Verwaltung');
    expect(words).not.toContain('Offene Einladungen');
  });

  it('are invited once by a form that is sent twice', async () => {
    const key = '0197c0de-2f4a-7a3b-8c1d-2e3f4a5b6c7d';
    await lead.send(people, { role: 'MONITOR', key });
    const again = await lead.send(people, { role: 'MONITOR', key });
    expect(again.status).toBe(400);
    expect(wordsOf(again)).toContain('wurde schon erzeugt');
    const vault = app.app.get(Vault);
    expect(await vault.openLoginLinks(town, Date.now())).toHaveLength(1);
  });

  it('are not invited into a role that is not the town’s to give', async () => {
    for (const role of ['OPERATOR', 'KING', '']) {
      const refused = await lead.send(people, { role });
      expect([refused.status, problemsIn(refused.text)]).toEqual([400, ['role']]);
    }
  });

  it('need not come: an invitation can be withdrawn', async () => {
    const link = linkIn((await lead.fill(people, { role: 'MONITOR' })).text);
    const vault = app.app.get(Vault);
    const { id } = (await vault.openLoginLinks(town, Date.now()))[0]!;
    const neighbour = await Visitor.signedIn(app, { role: 'LEAD', municipality: other });
    const theirs = people.replace('teststadt', 'nebenstadt');
    await neighbour.send(`${theirs}/zurueckziehen`, { invitation: id });
    expect(await vault.openLoginLinks(town, Date.now())).toHaveLength(1);
    const done = await lead.follow(await lead.send(`${people}/zurueckziehen`, { invitation: id }));
    expect(wordsOf(done)).toContain('Die Einladung ist zurückgezogen.');
    const late = await come(link, 'Zu spät');
    expect((await late.get('/api/v1/me')).status).toBe(401);
  });

  it('lose a role after the lead was asked, and cannot record any more', async () => {
    const visitor = await monitor();
    const person = await idOf(visitor);
    const path = `${people}/${person}/entziehen?rolle=MONITOR`;
    expect(wordsOf(await lead.get(path))).toContain('Alle bisherigen Einträge bleiben.');
    const done = await lead.follow(await lead.fill(path, {}));
    expect(wordsOf(done)).toContain('Die Rolle ist entzogen.');
    expect(wordsOf(done)).not.toContain('Radgruppe');
    expect((await visitor.get('/de/kommunen/teststadt/bearbeiten')).status).not.toBe(200);
    expect((await lead.get(path)).status).toBe(404);
  });

  it('say so before the last lead leaves', async () => {
    const words = wordsOf(await lead.get(`${people}/${await idOf(lead)}/entziehen?rolle=LEAD`));
    expect(words).toContain('Das ist Ihre eigene Rolle');
    expect(words).toContain('Das ist die letzte Team-Leitung.');
  });

  it('get a new sign-in link from the operator alone, because it makes one them', async () => {
    const person = await idOf(await monitor());
    expect((await lead.send(`${people}/${person}/anmeldelink`, { role: 'MONITOR' })).status).toBe(
      403,
    );
    const operator = await Visitor.signedIn(app, { role: 'OPERATOR' }, 'Betrieb');
    const shown = await operator.send(`${people}/${person}/anmeldelink`, { role: 'MONITOR' });
    expect(await idOf(await come(linkIn(shown.text), ''))).toBe(person);
    const api = await app.post('login-links', { role: 'MONITOR', municipality: town, person });
    expect(api.status).toBe(201);
  });

  it('cannot be impersonated by a lead over the API', async () => {
    const operator = await idOf(await Visitor.signedIn(app, { role: 'OPERATOR' }, 'Betrieb'));
    const asLead = (person: string) =>
      lead.sendJson('/api/v1/login-links', { role: 'MONITOR', municipality: town, person });
    expect((await asLead(operator)).status).toBe(403);
    expect((await asLead(await idOf(await monitor()))).status).toBe(403);
    expect((await asLead(await idOf(lead))).status).toBe(201);
  });

  it('do not exist in the example', async () => {
    const example = await TestApp.start({ KLIMASPUR_EXAMPLE: 'yes' });
    const path = '/de/kommunen/musterstadt-am-main/bearbeiten/personen';
    const page = await example.ask({ path });
    expect(wordsOf(page)).toContain('Im Beispiel gibt es kein Team');
    const visitor = await Visitor.signedIn(example, { role: 'OPERATOR' });
    expect((await visitor.send(path, { role: 'LEAD' })).status).toBe(403);
    await example.stop();
  });
});
