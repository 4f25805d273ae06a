import { TestApp } from '../api/app.js';
import { problemsIn } from './forms.js';
import { Visitor, wordsOf } from './visitor.js';

let app: TestApp;
let town: string;
let measure: string;
let monitor: Visitor;
const account = '/de/konto';
const history = () => `/de/kommunen/teststadt/massnahmen/${measure}/verlauf`;

beforeEach(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  measure = await app.given('measures', { municipality: town, text: { title: 'Bäume pflanzen' } });
  await app.settle();
  monitor = await Visitor.signedIn(app, { role: 'MONITOR', municipality: town }, 'Radgruppe');
  await monitor.fill(`/de/kommunen/teststadt/massnahmen/${measure}/eintragen`, {
    what: 'progress',
    on: '2026-01-15',
    note: 'Zwanzig Bäume',
  });
  await app.settle();
});
afterEach(() => app.stop());

const me = async (visitor: Visitor) => (await visitor.get('/api/v1/me')).status;
const shownHistory = async () => wordsOf(await app.ask({ path: history() }));

describe('the own account', () => {
  it('shows label, roles and own entries, and is linked from every page', async () => {
    await app.post(`measures/${measure}/report-delay`, { reason: 'STAFF', text: {} });
    await app.settle();
    const page = await monitor.get(account);
    expect(page.text).toContain('value="Radgruppe"');
    const words = wordsOf(page);
    expect(words).toContain('Beobachtung Teststadt');
    expect(words).toContain('Fortschritt gemeldet');
    expect(words).not.toContain('Verzögerung gemeldet');
    expect((await monitor.get('/de')).text).toContain('href="/de/konto"');
    expect((await monitor.get('/en')).text).toContain('href="/en/account"');
  });

  it('lists all own entries, also as files, and nobody else’s', async () => {
    await app.post(`measures/${measure}/report-delay`, { reason: 'STAFF', text: {} });
    await app.settle();
    expect((await monitor.get(account)).text).toContain(`href="${account}/eintraege"`);
    for (const ending of ['', '.csv', '.json', '.jsonl']) {
      const { text } = await monitor.get(`${account}/eintraege${ending}`);
      expect([ending, text.includes('Zwanzig Bäume')]).toEqual([ending, true]);
      expect(text).not.toMatch(/Verzögerung gemeldet|MeasureDelayReported/);
    }
    const assessed = await monitor.get(`${account}/eintraege?art=assessment`);
    expect(assessed.text).not.toContain('Zwanzig Bäume');
    const stranger = await app.ask({ path: `${account}/eintraege.csv`, token: null });
    expect(stranger.text).not.toContain('Zwanzig Bäume');
  });

  it('changes the label of all entries at once', async () => {
    const done = await monitor.follow(await monitor.fill(account, { label: 'Klimagruppe' }));
    expect(wordsOf(done)).toContain('Gespeichert.');
    expect(await shownHistory()).toContain('von Klimagruppe (Beobachtung)');
    for (const label of ['', ' ', 'x'.repeat(81)]) {
      const refused = await monitor.fill(account, { label });
      expect([refused.status, problemsIn(refused.text)]).toEqual([400, ['label']]);
    }
    expect(await shownHistory()).toContain('von Klimagruppe (Beobachtung)');
  });

  it('lets its owner in on another device, by a link that works once', async () => {
    const shown = await monitor.send(`${account}/geraet`, {});
    const link = new URL(/<code>([^<]+)<\/code>/.exec(shown.text)![1]!);
    const phone = Visitor.stranger(app);
    const code = link.searchParams.get('code') ?? '';
    await phone.send('/de/anmelden', { code });
    expect((await phone.get(account)).text).toContain('value="Radgruppe"');
    const thief = Visitor.stranger(app);
    await thief.send('/de/anmelden', { code });
    expect(await me(thief)).toBe(401);
    await monitor.send(`${account}/ueberall-abmelden`, {});
    expect([await me(phone), await me(monitor)]).toEqual([401, 401]);
  });

  it('is deleted after saying what goes and what stays', async () => {
    const asking = wordsOf(await monitor.get(`${account}/loeschen`));
    expect(asking).toContain('Ihre Einträge bleiben');
    const before = await app.lastPosition();
    const farewell = await monitor.follow(await monitor.fill(`${account}/loeschen`, {}));
    expect(wordsOf(farewell)).toContain('Ihr Konto ist gelöscht');
    expect(await me(monitor)).toBe(401);
    expect(await app.lastPosition()).toBe(before);
    const words = await shownHistory();
    expect(words).toContain('von ehemaliges Mitglied (Beobachtung)');
    expect(words).not.toContain('Radgruppe');
    const people = await app.ask({ path: '/de/kommunen/teststadt/bearbeiten/personen' });
    expect(wordsOf(people)).not.toContain('Radgruppe');
  });

  it('is nobody’s who is not signed in, and no other site can delete it', async () => {
    const stranger = await Visitor.stranger(app).get(account);
    expect(stranger.headers.get('location')).toContain('/de/anmelden');
    for (const page of ['loeschen', 'ueberall-abmelden', 'geraet']) {
      const foreign = await monitor.send(`${account}/${page}`, {}, 'https://evil.example');
      expect(foreign.status).toBe(403);
    }
    expect(await me(monitor)).toBe(200);
  });
});
