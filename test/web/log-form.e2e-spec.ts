import { TestApp } from '../api/app.js';
import { fieldsOf, Visitor, wordsOf } from './visitor.js';

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

  it('names the evidence that was added, and takes back that alone', async () => {
    const note = { what: 'deferred', on: '2026-01-17', note: 'TOP 9' };
    const saved = (await post(`${base()}/eintragen`, note)).headers.get('location') ?? '';
    const form = { evidenceKind: 'minutes', evidenceTitle: 'Niederschrift vom Januar' };
    const added = await post(saved.replace('eingetragen', 'beleg'), form);
    const address = added.headers.get('location') ?? '';
    const words = wordsOf(await app.ask({ path: address }));
    expect(words).toContain('Beleg ergänzt. Sichtbar für');
    expect(words).toContain('Niederschrift vom Januar');
    expect(words).toContain('Im Ausschuss vertagt · 17. Januar 2026');
    await post(address.replace('eingetragen', 'zuruecknehmen'), {});
    const undone = (await app.eventsOf(`measure-${measure}`)).slice(-2);
    expect(undone.map(({ type }) => type)).toEqual(['EvidenceAdded', 'EntryVoided']);
    expect(undone[1]!.data['entry']).toBe(undone[0]!.id);
    expect(wordsOf(await app.ask({ path: address }))).toContain('zählt nicht mehr');
    expect(wordsOf(await app.ask({ path: saved }))).toContain('Eingetragen.');
  });

  it('assesses: what is achieved, what is missing, checked with the town, in the name of the group', async () => {
    const describing = `municipalities/${town}/describe-observers`;
    await app.post(describing, { text: { name: 'Klimagruppe Teststadt' } }, { 'if-match': '"0"' });
    await app.settle();
    const form = await app.ask({ path: `${base()}/eintragen?what=assessment` });
    expect(wordsOf(form)).toContain('eine andere Gruppe ist als „Klimagruppe Teststadt“');
    const said = { achieved: 'Zwanzig Bäume', missing: 'Achtzig Bäume' };
    const rated = { what: 'rated-yellow', on: '2026-01-18', factChecked: 'yes', ...said };
    expect((await post(`${base()}/eintragen`, rated)).status).toBe(303);
    await app.settle();
    const words = wordsOf(await app.ask({ path: base() }));
    const shown = 'Was wurde erreicht? Zwanzig Bäume Was fehlt? Achtzig Bäume';
    expect(words).toContain('Bewertung durch Klimagruppe Teststadt in Arbeit (gelb)');
    expect(words).toContain(`${shown} Mit der Verwaltung abgeglichen ja`);
    expect(words).toContain('Quelle: Klimagruppe Teststadt · Stand');
    expect(words).not.toMatch(/(Quelle:|Bewertung durch) Betrieb/);
    const theirs = { what: 'rated-red', on: '2026-01-19', group: 'Bund der Bäume' };
    await post(`${base()}/eintragen`, theirs);
    await app.settle();
    const later = wordsOf(await app.ask({ path: base() }));
    expect(later).toContain('Bewertung durch Bund der Bäume braucht mehr');
    expect(later).toContain('Quelle: Bund der Bäume · Stand');
    expect(wordsOf(await app.ask({ path: `${base()}/verlauf` }))).toContain(
      'Wer bewertet Bund der Bäume',
    );
  });

  it('is open for an assessment from the measure and from all work on it', async () => {
    for (const path of [base(), base().replace('/massnahmen', '/bearbeiten/massnahmen')]) {
      const { text } = await app.ask({ path });
      expect(text).toContain(`href="${base()}/eintragen?what=assessment"`);
    }
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

  it('records a second deferral without a note, but not the same one twice', async () => {
    const other = await app.given('measures', { municipality: town, text: { title: 'Radweg' } });
    await app.settle();
    const path = `/de/kommunen/teststadt/massnahmen/${other}/eintragen`;
    expect((await post(path, { what: 'deferred', on: '2026-01-15' })).status).toBe(303);
    expect((await post(path, { what: 'deferred', on: '2026-02-15' })).status).toBe(303);
    const same = await post(path, { what: 'deferred', on: '2026-02-15' });
    expect(same.status).toBe(400);
    expect(same.text).toContain('Nichts eingetragen');
  });

  describe('for another day', () => {
    let other: string;
    const path = () => `/de/kommunen/teststadt/massnahmen/${other}/eintragen`;
    const groupOf = (text: string, code: string) =>
      text
        .split('<optgroup')
        .find((group) => group.includes(`value="${code}"`))
        ?.match(/label="([^"]*)"/)?.[1];
    const odd = 'Passt nicht zum Stand dieses Tages';
    /** The choices were shown for today. */
    const form = async (fields: Readonly<Record<string, string>>) => {
      const { text } = await app.ask({ path: path() });
      const shown = { orderedFor: /name="orderedFor" value="([^"]*)"/.exec(text)?.[1] ?? '' };
      return { ...shown, what: 'completed', 'on-precision': 'day', note: 'TOP 7', ...fields };
    };

    beforeAll(async () => {
      other = await app.given('measures', { municipality: town, text: { title: 'Radhaus' } });
      await app.settle();
      await post(path(), { what: 'completed', on: '2026-05-01' });
    });

    it('an address asks for its choices, and keeps what is chosen', async () => {
      const before = await app.ask({ path: `${path()}?on=2026-04-01&what=completed` });
      expect(groupOf(before.text, 'completed')).toBe('In der Umsetzung');
      expect(before.text).toMatch(/value="completed" selected/);
      expect(wordsOf(before)).toContain('Geordnet nach dem Stand am 1. April 2026: unbekannt.');
      const after = await app.ask({
        path: `${path()}?on-precision=month&on-month=06&on-year=2026`,
      });
      expect(groupOf(after.text, 'completed')).toBe(odd);
      expect(wordsOf(after)).toContain('am 30. Juni 2026: abgeschlossen.');
      expect(wordsOf(after)).toContain('Abgeschlossen – ändert nichts am Stand');
      expect(wordsOf(after)).toContain('Umsetzung ruht – war nicht in Umsetzung');
    });

    it('a button shows its choices, keeps all that was typed and records nothing', async () => {
      const before = await app.lastPosition();
      const { status, text } = await post(path(), await form({ on: '2026-04-01', order: 'yes' }));
      expect(status).toBe(200);
      expect(groupOf(text, 'completed')).toBe('In der Umsetzung');
      expect(text).toContain('TOP 7');
      expect(text).toContain('name="orderedFor" value="2026-04-01"');
      expect(text).not.toContain('error-summary');
      expect(await app.lastPosition()).toBe(before);
    });

    it('what was chosen from those of today and does not fit is asked for once more, then recorded', async () => {
      const said = await form({ what: 'paused', on: '2026-04-01' });
      const asked = await post(path(), said);
      expect(asked.status).toBe(400);
      expect(wordsOf(asked)).toContain(
        'Was ist geschehen? „Umsetzung ruht“ passt nicht zum Stand am 1. April 2026',
      );
      expect(groupOf(asked.text, 'paused')).toBe(odd);
      expect(asked.text).toContain('TOP 7');
      const again = { ...said, ...fieldsOf(asked.text) };
      expect((await post(path(), again as Record<string, string>)).status).toBe(303);
    });

    it('what fits there as well is recorded at once', async () => {
      const said = await form({ what: 'deferred', on: '2026-03-01' });
      expect((await post(path(), said)).status).toBe(303);
    });
  });

  it('offers no assessment to those who may not assess, and nothing to strangers', async () => {
    const office = await Visitor.signedIn(app, { role: 'ADMINISTRATION', municipality: town });
    const { text } = await office.get(`${base()}/eintragen`);
    expect(text).toContain('In den Gremien');
    expect(text).not.toContain('Unsere Bewertung');
    const elsewhere = await app.given('municipalities', { text: { name: 'Anderswo' } });
    const stranger = await Visitor.signedIn(app, { role: 'LEAD', municipality: elsewhere });
    const shown = await app.given('measures', { municipality: town, text: { title: 'Bus' } });
    await app.publish(town);
    await app.post(`measures/${shown}/publish-measure`, {});
    await app.settle();
    const path = `/de/kommunen/teststadt/massnahmen/${shown}/eintragen`;
    expect((await stranger.get(path)).status).toBe(403);
  });

  it('keeps what was typed when the session has ended, and takes it after signing in', async () => {
    const visitor = Visitor.stranger(app);
    const typed = {
      what: 'checked',
      on: '2026-06-02',
      note: 'Zwei & „drei“ Bäume\nstehen',
      key: 'k-1',
    };
    const turnedAway = await visitor.send(`${base()}/eintragen`, typed);
    expect(turnedAway.status).toBe(401);
    expect(wordsOf(turnedAway)).toContain('Zwei & „drei“ Bäume stehen');
    expect(turnedAway.headers.get('cache-control')).toContain('no-store');
    await visitor.signIn({ role: 'MONITOR', municipality: town });
    const again = await visitor.send(`${base()}/eintragen`, fieldsOf(turnedAway.text));
    expect(again.status).toBe(303);
    expect((await app.eventsOf(`measure-${measure}`)).at(-1)?.data).toEqual({
      text: { note: 'Zwei & „drei“ Bäume\nstehen' },
    });
  });

  it('keeps what was typed by those who may not record it', async () => {
    const office = await Visitor.signedIn(app, { role: 'ADMINISTRATION', municipality: town });
    const form = { what: 'rated-red', on: '2026-06-02', note: 'Geht viel zu langsam voran' };
    const turnedAway = await office.send(`${base()}/eintragen`, form);
    expect(turnedAway.status).toBe(403);
    expect(wordsOf(turnedAway)).toContain('Geht viel zu langsam voran');
  });

  it('puts nothing before anybody that another site has filled in', async () => {
    const { status, text } = await app.ask({
      method: 'POST',
      path: `${base()}/eintragen`,
      token: null,
      body: new URLSearchParams({ what: 'checked', note: 'von anderswo' }).toString(),
      headers: {
        accept: 'text/html',
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://elsewhere.example',
      },
    });
    expect(status).toBe(401);
    expect(text).not.toContain('von anderswo');
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
