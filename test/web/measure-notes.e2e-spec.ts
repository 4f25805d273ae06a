import { Vault } from '@klimaspur/vault';
import { TestApp } from '../api/app.js';
import { readPaths } from '../api/read-routes.js';
import { problemsIn } from './forms.js';
import { fieldsOf, Visitor, wordsOf } from './visitor.js';

const MARK = 'GEHEIMNOTIZ';
const slug = 'teststadt';

let app: TestApp;
let town: string;
let other: string;
let measure: string;
let lead: Visitor;
let monitor: Visitor;
const page = () => `/de/kommunen/${slug}/massnahmen/${measure}`;
const notes = (...more: string[]) =>
  ['/de/kommunen', slug, 'bearbeiten/massnahmen', measure, 'notizen', ...more].join('/');
const kept = () => app.app.get(Vault).measureNotes.ofMeasure(town, measure);
const written = async (by: Visitor, text: string): Promise<string> => {
  const sent = await by.fill(notes(), { text });
  if (sent.status !== 303) throw new Error(`${sent.status} ${sent.text}`);
  return (await kept()).find((note) => note.text === text)!.id;
};

beforeEach(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  other = await app.given('municipalities', { text: { name: 'Nebenstadt' } });
  measure = await app.given('measures', { municipality: town, text: { title: 'Bäume' } });
  await app.publish(town);
  await app.post(`measures/${measure}/publish-measure`, {});
  await app.settle();
  lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town }, 'Radgruppe');
  monitor = await Visitor.signedIn(app, { role: 'MONITOR', municipality: town }, 'Paula');
});
afterEach(() => app.stop());

describe('an internal note', () => {
  it('is written at the measure and read there by the team, with who and when', async () => {
    expect(wordsOf(await lead.get(page()))).toContain('Interne Notizen Lesen können das nur');
    const sent = await monitor.fill(notes(), { text: 'Frag nach:\r\nhttps://amt.example' });
    expect(wordsOf(await monitor.follow(sent))).toContain('Gespeichert.');
    for (const path of [page(), notes()]) {
      const { text } = await lead.get(path);
      expect(text).toContain('href="https://amt.example"');
      expect(wordsOf({ text } as never)).toMatch(/geschrieben am .* von Paula/);
    }
    expect(
      (await lead.get(`/de/kommunen/${slug}/bearbeiten/massnahmen/${measure}`)).text,
    ).toContain(`href="${notes()}"`);
  });

  it('comes back where nothing or too much was typed, and is kept once', async () => {
    for (const text of ['', ' \n ', 'x'.repeat(4001)]) {
      const refused = await lead.send(notes(), { text });
      expect([refused.status, problemsIn(refused.text)]).toEqual([400, ['text']]);
    }
    const twice = { text: 'Einmal', key: crypto.randomUUID() };
    for (let time = 0; time < 2; time += 1) await lead.send(notes(), twice);
    expect(await kept()).toMatchObject([{ text: 'Einmal', measure, municipality: town }]);
  });

  it('is changed by who wrote it or leads, and says so', async () => {
    const [own, theirs] = [await written(monitor, 'Meins'), await written(lead, 'Ihres')];
    await monitor.fill(notes(own), { text: 'Meins, genauer' });
    await lead.fill(notes(own), { text: 'Unseres' });
    expect(wordsOf(await monitor.get(page()))).toMatch(
      /Unseres geschrieben am .* von Paula · geändert am .* von Radgruppe/,
    );
    for (const path of [notes(theirs), notes(theirs, 'loeschen')]) {
      expect((await monitor.get(path)).status).toBe(403);
      expect((await monitor.send(path, { text: 'Nichts' })).status).toBe(403);
    }
    expect((await monitor.get(notes())).text).not.toContain(notes(theirs));
  });

  it('is not overwritten unseen', async () => {
    const id = await written(lead, 'Anfang');
    const open = async () => fieldsOf((await lead.get(notes(id))).text);
    const [mine, same] = [await open(), await open()];
    await lead.send(notes(id), { ...mine, text: 'Erste' });
    const late = await lead.send(notes(id), { ...same, text: 'Zweite' });
    expect(late.status).toBe(412);
    expect(wordsOf(late)).toContain('Inzwischen gespeichert: Erste');
    expect((await lead.send(notes(id), fieldsOf(late.text))).status).toBe(303);
    expect(await kept()).toMatchObject([{ text: 'Zweite' }]);
  });

  it('is deleted for good, after asking', async () => {
    const id = await written(monitor, 'Vorbei');
    expect(wordsOf(await monitor.get(notes(id, 'loeschen')))).toContain('Vorbei');
    expect(await kept()).toHaveLength(1);
    const done = await monitor.follow(await monitor.fill(notes(id, 'loeschen'), {}));
    expect(wordsOf(done)).toContain('Die Notiz ist gelöscht.');
    expect(await kept()).toEqual([]);
    expect((await monitor.get(notes(id))).status).toBe(404);
  });

  it('stays without a name when its writer is forgotten', async () => {
    const id = await written(monitor, 'Von mir');
    const { writtenBy = '' } = (await app.app.get(Vault).measureNotes.one(id))!;
    await app.app.get(Vault).forget(writtenBy, 9);
    expect(wordsOf(await lead.get(page()))).toMatch(/Von mir .* von einem ehemaligen Mitglied/);
  });

  it('is told by no address, no file, no search and no entry', async () => {
    const id = await written(lead, `Vertraulich ${MARK}`);
    const visitors = [
      Visitor.stranger(app),
      await Visitor.signedIn(app, { role: 'LEAD', municipality: other }),
    ];
    const gaps = [[slug, measure, id], [slug, id], [measure], [town]];
    const paths = [...readPaths(app, gaps, id)];
    const twins = [`${page()}.json`, `/api/v1/measures?q=${MARK}`, `${page()}?stand=2026-01-01`];
    expect(paths).toContain(notes(id, 'loeschen'));
    for (const path of [...paths, ...twins]) {
      for (const visitor of visitors) {
        const { status, text } = await visitor.get(path);
        expect([path, status < 500, text.includes(MARK)]).toEqual([path, true, false]);
      }
    }
    const team = await Promise.all(
      [...twins, `${page()}/verlauf`, `/api/v1/exports/events`].map((path) => lead.get(path)),
    );
    for (const { text } of team) expect(text).not.toContain(MARK);
    expect(JSON.stringify(await app.store.readAll(null, 1_000))).not.toContain(MARK);
    expect((await lead.get(page())).text).toContain(MARK);
  });

  it('takes nothing from those who do not work here', async () => {
    const id = await written(lead, 'Unseres');
    const neighbour = await Visitor.signedIn(app, { role: 'LEAD', municipality: other });
    for (const path of [notes(), notes(id), notes(id, 'loeschen')]) {
      expect((await neighbour.send(path, { text: 'Deins' })).status).toBe(403);
      expect((await Visitor.stranger(app).send(path, { text: 'Deins' })).status).not.toBe(303);
      expect((await lead.send(path, { text: 'Deins' }, 'https://evil.example')).status).toBe(403);
    }
    const theirs = await app.given('measures', { municipality: other, text: { title: 'Rad' } });
    await app.settle();
    const elsewhere = `/de/kommunen/nebenstadt/bearbeiten/massnahmen/${theirs}/notizen/${id}`;
    expect((await neighbour.get(elsewhere)).status).toBe(404);
    expect(await kept()).toMatchObject([{ text: 'Unseres' }]);
  });
});
