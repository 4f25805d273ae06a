import { TestApp } from '../api/app.js';
import { formIn, problemsIn } from './forms.js';
import { Importing } from './importing.js';

let app: TestApp;
let town: string;
const importing = new Importing(() => app, '/de/kommunen/teststadt/bearbeiten/import');

const list = ['Nr.;Maßnahme;Stand', '1;Radwege;läuft', '2;;läuft', '3;Moor;geplant'].join('\n');

beforeEach(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  await app.settle();
});
afterEach(() => app.stop());

const measures = async (): Promise<string[]> => {
  await app.settle();
  const { json } = await app.ask({ path: `/api/v1/measures?municipality=${town}` });
  return (json['items'] as { title: string }[]).map(({ title }) => title);
};

describe('a file with a faulty row', () => {
  it('is refused at the tick that leaves it out: which row it is, and what can be done', async () => {
    const { at } = await importing.upload([['liste.csv', list]]);
    const before = await app.lastPosition();
    const refused = await importing.send(at, { newPlan: 'Klimaplan', act: 'apply' });
    expect(refused.status).toBe(400);
    expect(problemsIn(refused.text)).toEqual(['acceptGoodRows']);
    expect(refused.text).toContain(
      'Es wurde nichts übernommen, denn die Datei hat eine fehlerhafte Stelle: Zeile 3. Setzen Sie hier den Haken',
    );
    expect(formIn(refused.text)['newPlan']).toBe('Klimaplan');
    expect(await app.lastPosition()).toBe(before);
    // Looked at again, it is a file that waits as before.
    const again = await importing.page(at);
    expect(problemsIn(again)).toEqual([]);
    expect(again).toContain('Zeile 3');
  });

  it('is taken over without it once the tick is set, and says so', async () => {
    const { at } = await importing.upload([['liste.csv', list]]);
    await importing.send(at, { act: 'apply' });
    expect((await importing.send(at, { acceptGoodRows: 'yes', act: 'apply' })).status).toBe(303);
    expect(await importing.done(at)).toContain(
      'Eingetragen ist alles, was nicht abgewiesen wurde.',
    );
    expect(await measures()).toEqual(['Radwege', 'Moor']);
  });

  it('does not claim that nothing is missing now: one of them may be the row that was refused', async () => {
    const whole = list.replace('2;;', '2;Bäume;');
    const first = await importing.upload([['liste.csv', whole]]);
    await importing.send(first.at, { act: 'apply' });
    await importing.done(first.at);
    await app.settle();
    const { at } = await importing.upload([['liste.csv', list]]);
    const html = await importing.page(at);
    expect(html).toMatch(/fehlt jetzt<\/dt><dd>lässt sich nicht sagen</);
    expect(html).toContain('es kann eine der abgewiesenen Zeilen sein');
  });

  it('is refused in the same words where it is too long to be looked at while the browser waits', async () => {
    const rows = Array.from({ length: 2_500 }, (_, row) =>
      [row, row % 400 === 0 ? '' : `Vorhaben ${row}`, 'läuft', 'x'.repeat(150)].join(';'),
    );
    const long = ['Nr.;Maßnahme;Stand;Beschreibung', ...rows].join('\n');
    const { at } = await importing.upload([['lang.csv', long]]);
    await importing.done(at);
    await importing.send(at, { newPlan: 'Anderer Plan', act: 'apply' });
    const html = await importing.done(at);
    expect(problemsIn(html)).toEqual(['acceptGoodRows']);
    expect(html).toContain('7 fehlerhafte Stellen: Zeile 2, Zeile 402, Zeile 802, Zeile 1202');
    expect(html).toContain('und 2 weitere. Setzen Sie');
    expect(await measures()).toEqual([]);
    // Whoever looks at it otherwise has gone on.
    await importing.send(at, { newPlan: 'Dritter Plan', act: 'preview' });
    expect(problemsIn(await importing.done(at))).toEqual([]);
  });
});
