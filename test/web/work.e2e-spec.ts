import { TestApp } from '../api/app.js';
import { fieldsOf, Visitor, wordsOf } from './visitor.js';

let app: TestApp;
let town: string;
let lead: Visitor;
const work = '/de/kommunen/musterstadt/bearbeiten';

beforeAll(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Musterstadt' } });
  await app.given('municipalities', { text: { name: 'Nebenstadt' } });
  await app.settle();
  lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town });
});
afterAll(() => app.stop());

const typesOf = async (stream: string) => (await app.eventsOf(stream)).map(({ type }) => type);
const organs = async () =>
  (await app.ask({ path: `/api/v1/municipalities/${town}` })).json['organs'] as {
    id: string;
    name: string;
    seats: number | null;
    closedOn: string | null;
  }[];

describe('the index of all work', () => {
  it('shows the lead everything, a monitor what they may, and strangers the sign-in', async () => {
    expect(wordsOf(await lead.get(work))).toContain('Gremien und Ämter');
    const monitor = await Visitor.signedIn(app, { role: 'MONITOR', municipality: town });
    const shown = wordsOf(await monitor.get(work));
    expect(shown).not.toContain('Gremien und Ämter');
    expect(shown).not.toContain('Veröffentlichen');
    for (const path of ['/gremien', '/gremien/neu', '/angaben', '/veroeffentlichen']) {
      expect((await monitor.get(work + path)).status).toBe(403);
    }
    const sent = await monitor.send(`${work}/gremien/neu`, { name: 'Meins', kind: 'OTHER' });
    expect(sent.status).toBe(403);
    expect((await Visitor.stranger(app).get(work)).headers.get('location')).toContain(
      '/de/anmelden',
    );
  });

  it('leads from the page of the town, for those who may', async () => {
    expect((await lead.get('/de/kommunen/musterstadt')).text).toContain(`href="${work}"`);
  });

  it('knows the lead of one town no better than a stranger in another', async () => {
    for (const path of ['', '/angaben', '/gremien/neu', '/veroeffentlichen']) {
      expect((await lead.get(`/de/kommunen/nebenstadt/bearbeiten${path}`)).status).toBe(404);
    }
    const sent = await lead.send('/de/kommunen/nebenstadt/bearbeiten/angaben', { name: 'Meins' });
    expect(sent.status).toBe(404);
  });

  it('refuses a form that comes from another site', async () => {
    const answered = await app.ask({
      method: 'POST',
      path: `${work}/gremien/neu`,
      token: null,
      body: 'name=x',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://evil.example',
      },
    });
    expect([401, 403]).toContain(answered.status);
  });
});

describe('the details of a town', () => {
  const path = `${work}/angaben`;

  it('are saved, and said to be', async () => {
    const saved = await lead.fill(path, { teaser: 'Stadt am Fluss', population: '24.380' });
    expect(wordsOf(await lead.follow(saved))).toContain('Gespeichert.');
    expect((await lead.get(path)).text).toContain('value="24380"');
  });

  it('that are sent as they were record nothing', async () => {
    const before = await app.lastPosition();
    expect(wordsOf(await lead.follow(await lead.fill(path, {})))).toContain('Nichts geändert');
    expect(await app.lastPosition()).toBe(before);
  });

  it('that somebody else changed meanwhile come back with theirs beside', async () => {
    const opened = fieldsOf((await lead.get(path)).text);
    await lead.fill(path, { teaser: 'Stadt am See' });
    await app.settle();
    const late = await lead.send(path, { ...opened, teaser: 'Stadt im Wald' });
    expect(late.status).toBe(412);
    expect(wordsOf(late)).toContain('Inzwischen hat jemand anderes das geändert');
    expect(wordsOf(late)).toContain('Inzwischen gespeichert: Stadt am See');
    expect(late.text).toContain('value="Stadt im Wald"');
    const saved = await lead.send(path, fieldsOf(late.text));
    expect(saved.status).toBe(303);
    expect((await lead.get(path)).text).toContain('value="Stadt im Wald"');
  });

  it('are saved although others wrote something else meanwhile', async () => {
    const opened = fieldsOf((await lead.get(path)).text);
    await lead.fill(`${work}/zieljahr`, { targetYear: '2040' });
    expect((await lead.send(path, { ...opened, postcode: '65428' })).status).toBe(303);
  });

  it('that are wrong keep what was typed', async () => {
    const refused = await lead.fill(path, { website: 'keine', description: 'Zwei\nZeilen' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('href="#field-website"');
    expect(refused.text).toContain('Zwei\nZeilen');
  });

  it('tell its state and official key, and correct what was said of them at the founding', async () => {
    const said = async () => {
      await app.settle();
      const { json } = await app.ask({ path: `/api/v1/municipalities/${town}` });
      return [json['state'], json['ags']];
    };
    expect((await lead.fill(path, { state: 'HE', ags: '06433011' })).status).toBe(303);
    expect(await said()).toEqual(['HE', '06433011']);
    expect((await lead.fill(path, { ags: '06433012', teaser: 'Am Main' })).status).toBe(303);
    expect(await said()).toEqual(['HE', '06433012']);
    await app.given('municipalities', { ags: '06431001', text: { name: 'Abtsteinach' } });
    const before = await app.lastPosition();
    for (const [ags, problem] of [
      ['09162000', 'Dieser Gemeindeschlüssel gehört in ein anderes Land'],
      ['06431001', 'Diesen Gemeindeschlüssel hat hier schon eine andere Kommune'],
      ['123', 'form'],
    ] as const) {
      const refused = await lead.fill(path, { ags, teaser: 'Nicht zu speichern' });
      expect(refused.status).toBe(400);
      expect(refused.text).toContain('href="#field-ags"');
      expect(problem === 'form' || wordsOf(refused).includes(problem)).toBe(true);
    }
    expect(await app.lastPosition()).toBe(before);
    const history = await app.eventsOf(`municipality-${town}`);
    expect(history.filter(({ type }) => type === 'EntryCorrected')).toHaveLength(2);
  });

  it('may give the town another name: its old address leads to the new one', async () => {
    const renamed = await lead.fill(path, { name: 'Musterstadt am Main' });
    expect(wordsOf(await lead.follow(renamed))).toContain('Musterstadt am Main bearbeiten');
    expect((await lead.get(work)).headers.get('location')).toBe(
      '/de/kommunen/musterstadt-am-main/bearbeiten',
    );
    await lead.fill('/de/kommunen/musterstadt-am-main/bearbeiten/angaben', { name: 'Musterstadt' });
  });
});

describe('bodies', () => {
  it('begin with the next step', async () =>
    expect(wordsOf(await lead.get(`${work}/gremien`))).toContain('Noch keine Gremien.'));

  it('are registered, changed from a day on, and ended', async () => {
    const council = { name: 'Stadtverordnetenversammlung', kind: 'COUNCIL', decidesFinally: 'yes' };
    const list = await lead.follow(await lead.fill(`${work}/gremien/neu`, council));
    expect(wordsOf(list)).toContain('Stadtverordnetenversammlung Vertretung');
    await app.settle();
    const [organ] = await organs();
    const path = `${work}/gremien/${organ?.id}`;
    await lead.fill(path, { seats: '45' });
    await app.settle();
    expect(await organs()).toMatchObject([{ name: council.name, seats: 45 }]);
    await lead.fill(`${path}/beenden`, { occurredOn: '2026-03-31' });
    expect(await typesOf(`organ-${organ?.id}`)).toEqual([
      'OrganRegistered',
      'OrganDescribed',
      'OrganClosed',
    ]);
    expect(wordsOf(await lead.get(`${work}/gremien`))).toContain('beendet am 31. März 2026');
  });

  it('need a name, a kind, and a word on what their vote is worth', async () => {
    const refused = await lead.fill(`${work}/gremien/neu`, { name: '' });
    expect(refused.status).toBe(400);
    for (const field of ['name', 'kind', 'decidesFinally']) {
      expect(refused.text).toContain(`href="#field-${field}"`);
    }
  });

  it('of another town are not found', async () => {
    const other = await app.given('organs', {
      municipality: (await app.ask({ path: '/api/v1/municipalities/nebenstadt' })).json['id'],
      kind: 'COUNCIL',
      decidesFinally: true,
      text: { name: 'Fremdes Gremium' },
    });
    await app.settle();
    expect((await lead.get(`${work}/gremien/${other}`)).status).toBe(404);
    expect((await lead.send(`${work}/gremien/${other}/beenden`, {})).status).toBe(404);
  });
});

describe('publishing', () => {
  it('shows the town, its plan and the measures that were chosen with it; hiding it needs a reason', async () => {
    const plan = await app.given('plans', {
      municipality: town,
      kind: 'CLIMATE_PROTECTION',
      text: { title: 'Klima-Aktionsplan' },
    });
    const measures = await Promise.all(
      ['Radweg', 'Solardach'].map(async (title, index) => {
        const measure = await app.given('measures', { municipality: town, text: { title } });
        await app.post(`plans/${plan}/place-measure`, { measure, rank: index, text: {} });
        return measure;
      }),
    );
    await app.settle();
    const stranger = Visitor.stranger(app);
    const seen = async () => (await stranger.get('/de/kommunen/musterstadt/massnahmen')).text;
    const page = await lead.get(`${work}/veroeffentlichen`);
    expect(wordsOf(page)).toContain('Klima-Aktionsplan, mit 2 Maßnahmen im Entwurf');
    await app.allowPublishing(town);
    await app.settle();
    await lead.fill(`${work}/veroeffentlichen`, {});
    await app.settle();
    expect(await seen()).toContain('Solardach');
    await lead.fill(`${work}/massnahmen/${measures[0]}/verbergen`, { reason: 'Noch in Prüfung' });
    await app.settle();
    expect(await seen()).not.toContain('Radweg');
    const refused = await lead.fill(`${work}/verbergen`, { reason: ' ' });
    expect([refused.status, refused.text.includes('href="#field-reason"')]).toEqual([400, true]);
    await lead.fill(`${work}/plaene/${plan}/verbergen`, { reason: 'Umbau', also: 'measures' });
    await app.settle();
    expect(await seen()).not.toContain('Solardach');
    await lead.fill(`${work}/verbergen`, { reason: 'Umbau' });
    await app.settle();
    expect((await stranger.get('/de/kommunen/musterstadt')).status).toBe(404);
  });
});
