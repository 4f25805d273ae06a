import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TestApp, token } from '../api/app.js';
import { formIn, post, problemsIn } from './forms.js';

let app: TestApp;
let town: string;
const path = '/de/kommunen/teststadt/bearbeiten/import';

const list = [
  'Klimaschutz-Maßnahmen der Teststadt;;;',
  'Nr.;Was wir vorhaben;Handlungsfeld;Wie weit sind wir?',
  'A1;Bäume pflanzen;Stadtgrün;läuft',
  'A2;Radweg bauen;Mobilität;in der Mache',
].join('\n');

beforeEach(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  await app.settle();
});
afterEach(() => app.stop());

const upload = async (
  files: readonly (readonly [name: string, content: string | Uint8Array<ArrayBuffer>])[],
  standOn = '',
  to = path,
) => {
  const body = new FormData();
  body.append('standOn', standOn);
  for (const [name, content] of files) body.append('file', new File([content], name));
  const response = await fetch(app.url + to, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { authorization: `Bearer ${token}` },
  });
  const text = await response.text();
  return { status: response.status, text, at: response.headers.get('location') ?? '' };
};
const page = async (at: string) => (await app.ask({ path: at })).text;
const send = async (at: string, fields: Readonly<Record<string, string>>) =>
  post(app, at, { ...formIn(await page(at)), ...fields });
const done = async (at: string): Promise<string> => {
  for (;;) {
    const html = await page(at);
    if (!html.includes('<look-again')) return html;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
const measures = async () => {
  await app.settle();
  const { json } = await app.ask({ path: `/api/v1/measures?municipality=${town}` });
  return json['items'] as { title: string; status: string; place: { fieldName: string } }[];
};

describe('importing a table in the browser', () => {
  it('shows how the columns were understood, and asks about those that nobody knows', async () => {
    const { status, at } = await upload([['liste.csv', list]]);
    expect(status).toBe(303);
    const html = await page(at);
    expect(html).toContain('B: Was wir vorhaben');
    expect(html).toContain('Bäume pflanzen · Radweg bauen');
    expect(formIn(html)).toMatchObject({ 'column.A': 'number', 'column.C': 'field' });
    expect(await measures()).toEqual([]);
  });

  it('takes the columns and words as they are corrected, and takes over what was shown', async () => {
    const { at } = await upload([['liste.csv', list]], '30.4.2024');
    const corrected = { 'column.B': 'title', 'column.D': 'status', act: 'preview' };
    await send(at, corrected);
    const preview = await page(at);
    expect(preview).toContain('„in der Mache“');
    const words = [...preview.matchAll(/for="field-word\.(\d+)">„([^“]+)“/g)];
    const unknown = words.find(([, , said]) => said === 'in der Mache')?.[1];
    const applied = await send(at, { [`word.${unknown}`]: 'IN_PROGRESS', act: 'apply' });
    expect(applied.status).toBe(303);
    expect(await done(at)).toContain('Alles aus der Datei ist eingetragen');
    expect(
      (await measures()).map(({ title, status, place }) => [title, status, place.fieldName]),
    ).toEqual([
      ['Bäume pflanzen', 'in-progress', 'Stadtgrün'],
      ['Radweg bauen', 'in-progress', 'Mobilität'],
    ]);
  });

  it('remembers the columns for the next file, and records nothing of one that is here already', async () => {
    const first = await upload([['liste.csv', list]], '2024-04-30');
    await send(first.at, { 'column.B': 'title', 'column.D': 'status', act: 'apply' });
    await done(first.at);
    await app.settle();
    const next = await upload([['liste.csv', list]], '2024-04-30');
    expect(formIn(await page(next.at))).toMatchObject({
      'column.B': 'title',
      'column.D': 'status',
    });
    const before = await app.lastPosition();
    await send(next.at, { act: 'apply' });
    await done(next.at);
    expect(await app.lastPosition()).toBe(before);
  });

  it('takes nothing over twice, however often the button is pressed', async () => {
    const { at } = await upload([['liste.csv', list]]);
    const form = { ...formIn(await page(at)), 'column.B': 'title', act: 'apply' };
    await Promise.all([post(app, at, form), post(app, at, form)]);
    await done(at);
    expect(await measures()).toHaveLength(2);
  });

  it('keeps several editions waiting, the oldest first', async () => {
    const { at } = await upload([['neu.csv', list]], '2024-10-31');
    expect(at).toContain(`${path}/`);
    await upload([['alt.csv', list]], '2024-04-30');
    const html = await page(path);
    expect(html.indexOf('alt.csv')).toBeLessThan(html.indexOf('neu.csv'));
    await post(app, at, { act: 'discard' });
    expect(await page(path)).not.toContain('neu.csv');
    expect((await app.ask({ path: at })).status).toBe(404);
  });

  it('names each wrong row by place, column, value and reason, and takes the good ones only on request', async () => {
    const bad = `${list}\nA3;;Mobilität;läuft\n`;
    const { at } = await upload([['liste.csv', bad]]);
    await send(at, { 'column.B': 'title', act: 'preview' });
    expect(await page(at)).toContain('Zeile 5');
    await send(at, { act: 'apply' });
    await done(at);
    expect(await measures()).toEqual([]);
    await send(at, { acceptGoodRows: 'yes', act: 'apply' });
    await done(at);
    expect(await measures()).toHaveLength(2);
  });

  it.each([
    ['nothing at all', [], '', 400, 'Wählen Sie eine Datei.'],
    ['an empty file', [['leer.csv', '']], '', 400, 'Die Datei ist leer.'],
    ['a day that has not come', [['liste.csv', list]], '1.1.2099', 400, 'in der Zukunft'],
    ['a word for a day', [['liste.csv', list]], 'neulich', 400, 'kein Tag'],
    ['50 MB', [['gross.csv', 'x'.repeat(50_000_000)]], '', 413, 'Die Datei ist größer als 20 MB.'],
    [
      'a picture',
      [['bild.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])]],
      '30.4.2024',
      400,
      'Datei: ',
    ],
    [
      'thirteen files',
      Array.from({ length: 13 }, (_, n) => [`${n}.csv`, list] as const),
      '',
      413,
      'mehr als 12 Dateien',
    ],
  ] as const)(
    'refuses %s at its field, and keeps nothing of it but what was typed',
    async (what, files, standOn, expected, words) => {
      const { status, text } = await upload(files, standOn);
      expect(status).toBe(expected);
      expect(text).toContain(words);
      expect(problemsIn(text)).toEqual([what.includes('day') ? 'standOn' : 'file']);
      expect(formIn(text)['standOn']).toBe(standOn);
      expect(await page(path)).not.toContain('csv</a>');
      expect(existsSync(join(app.folder, 'uploads'))).toBe(what === 'a picture');
      if (what === 'a picture') expect(readdirSync(join(app.folder, 'uploads'))).toEqual([]);
    },
  );

  it('takes the good ones of several files, and says which it refused and why', async () => {
    const { status, text } = await upload([
      ['liste.csv', list],
      ['alt.xls', '%PDF-1.7'],
    ]);
    expect(status).toBe(400);
    expect(text).toMatch(/Datei: alt\.xls: [^<]+\./);
    expect(await page(path)).toContain('liste.csv</a>');
    expect(await page(path)).not.toContain('alt.xls</a>');
  });

  it('says beside the field how large a file may be', async () =>
    expect(await page(path)).toContain('Höchstens 20 MB.'));

  it('is for the people of the town, and each sees only their own files', async () => {
    expect((await app.ask({ path, token: null })).status).toBe(401);
    const unknown = `${path}/0190e0c6-2f4a-4a3b-8c1d-2e3f4a5b6c7d`;
    expect((await app.ask({ path: unknown })).status).toBe(404);
    expect((await app.ask({ path: `${path}/..%2f..%2flog.db` })).status).toBe(404);
  });
});

describe('importing a file that names its town', () => {
  it('founds the town as a draft, for an operator', async () => {
    const city = { name: 'Neustadt', slug: 'neustadt' };
    const dump = [
      { model: 'cpmonitor.city', pk: 1, fields: { ...city, draft_mode: true } },
      {
        model: 'cpmonitor.task',
        pk: 1,
        fields: { city: 1, title: 'Dächer', path: '0001', depth: 1, execution_status: 4 },
      },
    ];
    const { at } = await upload([['stand.json', JSON.stringify(dump)]], '', '/de/importieren');
    expect(at).toContain('/de/importieren/');
    await send(at, { act: 'apply' });
    const html = await done(at);
    expect(html).toContain('Neustadt');
    await app.settle();
    const { json } = await app.ask({ path: '/api/v1/municipalities' });
    const names = (json['items'] as { name: string; published: boolean }[]).map(
      ({ name, published }) => [name, published],
    );
    expect(names).toContainEqual(['Neustadt', false]);
  });
});
