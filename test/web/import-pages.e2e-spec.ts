import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TestApp } from '../api/app.js';
import { formIn, post, problemsIn } from './forms.js';
import { Importing } from './importing.js';

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

const importing = new Importing(() => app, path);
const upload: Importing['upload'] = (...args) => importing.upload(...args);
const page = (at: string) => importing.page(at);
const send: Importing['send'] = (...args) => importing.send(...args);
const done = (at: string) => importing.done(at);
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

describe('where a file goes', () => {
  const numbered = (...rows: readonly string[]) => ['Nr.;Maßnahme;Status', ...rows].join('\n');
  const first = numbered('1;Radwege;geplant', '2;Bäume;läuft', '3;Moor;geplant');
  const plans = async () => {
    await app.settle();
    const { json } = await app.ask({ path: `/api/v1/municipalities/${town}` });
    return (json['plans'] as { title: string }[]).map(({ title }) => title);
  };

  it('shows a title made of the name of the file in a field, and takes what stands there', async () => {
    const { at } = await upload([['klima_massnahmen_stand_2024-04-30.csv', first]]);
    const html = await page(at);
    expect(formIn(html)).toMatchObject({ newPlan: 'Klima massnahmen' });
    // The preview calls it so too.
    expect(html).toContain('Plan „Klima massnahmen“ (neu)');
    expect(html).not.toContain('name="plan"');
    const empty = await send(at, { newPlan: '', act: 'apply' });
    expect(empty.status).toBe(400);
    expect(problemsIn(empty.text)).toEqual(['newPlan']);
    await send(at, { newPlan: 'Klimaschutzplan 2030', act: 'apply' });
    expect(await done(at)).toContain('Wohin: Teststadt, Plan „Klimaschutzplan 2030“');
    expect(await plans()).toEqual(['Klimaschutzplan 2030']);
  });

  it('chooses the plan that it found, and lets people choose another or a new one', async () => {
    const begin = await upload([['a.csv', first]]);
    await send(begin.at, { newPlan: 'Klimaplan', act: 'apply' });
    await done(begin.at);
    await app.settle();
    const next = await upload([['b.csv', first]]);
    const html = await page(next.at);
    expect(html).toMatch(/<option value="[0-9a-f-]{36}" selected>Klimaplan/);
    expect(html).toContain('3 Maßnahmen: unverändert');
    await send(next.at, { plan: 'new', newPlan: 'Zweiter Plan', act: 'preview' });
    expect(await page(next.at)).toContain('Plan „Zweiter Plan“ (neu)');
    await send(next.at, { act: 'apply' });
    await done(next.at);
    expect(await plans()).toEqual(['Klimaplan', 'Zweiter Plan']);
    const third = await upload([['c.csv', first]]);
    const asked = await page(third.at);
    expect(asked).toContain('In Teststadt gibt es zwei Pläne');
    expect(asked).not.toContain('value="apply"');
    const [, second = ''] = /value="([^"]+)">Zweiter Plan/.exec(asked) ?? [];
    await send(third.at, { plan: second, act: 'preview' });
    expect(await page(third.at)).toContain('Wohin: Teststadt, Plan „Zweiter Plan“');
  });

  it('asks an operator for the name of a town that the file does not name', async () => {
    const { at } = await upload([['neustadt_liste.csv', first]], '', '/de/importieren');
    await app.given('municipalities', { text: { name: 'Altstadt' } });
    await app.settle();
    expect(formIn(await page(at))).toMatchObject({ newTown: 'Neustadt liste' });
    await send(at, { newTown: 'Neustadt', newPlan: 'Klimaplan', act: 'apply' });
    expect(await done(at)).toContain('Wohin: Neustadt (neu), Plan „Klimaplan“ (neu)');
    await app.settle();
    const { json } = await app.ask({ path: '/api/v1/municipalities' });
    const names = (json['items'] as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual(['Altstadt', 'Neustadt', 'Teststadt']);
  });

  it('is a town of its own, as the page promises, also where there is only one so far', async () => {
    expect((await app.ask({ path: '/de/beginnen' })).text).toContain('href="/de/importieren"');
    const titled = `Klimaschutzmaßnahmen der Stadt Grünberg;;\n${first}`;
    const { at } = await upload([['massnahmen.csv', titled]], '', '/de/importieren');
    const html = await page(at);
    expect(formIn(html)).toMatchObject({ newTown: 'Grünberg' });
    expect(html).toContain('Wohin: Grünberg (neu)');
    // Whoever means the one that is here says so, and can change their mind.
    await send(at, { newTown: 'Teststadt', act: 'preview' });
    expect(await page(at)).toContain('Wohin: Teststadt, Plan');
    await send(at, { newTown: 'Grünberg', act: 'apply' });
    const finished = await done(at);
    expect(finished).toContain('Wohin: Grünberg (neu)');
    expect(finished).toContain('href="/de/kommunen/gruenberg/bearbeiten/import">Noch eine Datei');
    expect(await measures()).toEqual([]);
  });
});

describe('the preview', () => {
  const numbered = (...rows: readonly string[]) =>
    ['Nr.;Maßnahme;Status;Kosten', ...rows].join('\n');

  it('shows which measures are new, changed, unchanged, gone and faulty, with old and new values', async () => {
    const before = numbered('1;Radwege;geplant;', '2;Bäume;läuft;', '3;Moor;geplant;');
    const begin = await upload([['a.csv', before]], '30.4.2024');
    await send(begin.at, { act: 'apply' });
    await done(begin.at);
    await app.settle();
    const after = numbered('1;Radwege bauen;erledigt;', '2;Bäume;läuft;', '4;Dächer;geplant;viel');
    const { at } = await upload([['b.csv', after]], '31.10.2024');
    const html = await page(at);
    const words = html.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ');
    expect(words).toContain('Titel: Radwege → Radwege bauen');
    expect(words).toContain('Umsetzungsstand: geplant → abgeschlossen');
    expect(words).toContain('1 Maßnahme: neu');
    // What was found in a row stands beside it.
    expect(words).toMatch(/4 Dächer Zeile 4[^:]*Kosten/);
    expect(words).toMatch(/1 Maßnahme: fehlt jetzt.*3 Moor/);
    expect(words).toContain('1 Maßnahme: unverändert');

    const file = await app.ask({ path: `${at}/bericht.csv` });
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(file.text.split('\r\n')).toEqual(
      expect.arrayContaining([
        'geändert;Zeile 2;1;Radwege bauen;Titel;Radwege;Radwege bauen;',
        'fehlt jetzt;;3;Moor;;;;',
        'neu;Zeile 4;4;Dächer;;;;',
      ]),
    );
    expect((await app.ask({ path: `${at}/bericht.csv`, token: null })).status).toBe(401);
  });

  it('of a long list tells how far it is, and shows the first of each kind', async () => {
    const rows = Array.from(
      { length: 2_000 },
      (_, row) => `${row};Vorhaben ${row};geplant;;${'x'.repeat(150)}`,
    );
    const text = [`Nr.;Maßnahme;Status;Kosten;Beschreibung`, ...rows].join('\n');
    const { at } = await upload([['lang.csv', text]]);
    const waiting = await page(at);
    expect(waiting).toContain('<look-again');
    expect(waiting).toContain('Wird geprüft');
    const html = await done(at);
    expect(html).toContain('2.000 Maßnahmen: neu');
    expect(html).toContain('und 1.950 weitere: im ganzen Bericht');
    // Ten of the fifty stand open, the others are folded away.
    const [open = ''] = /<ul class="import-rows">(.*?)<\/ul>/s.exec(html) ?? [];
    expect(open.match(/Vorhaben/g)).toHaveLength(10);
    expect(html).toContain('<summary>40 weitere zeigen</summary>');
    expect(html.length).toBeLessThan(100_000);
    const { text: file } = await app.ask({ path: `${at}/bericht.csv` });
    expect(file.split('\r\n').filter((line) => line.startsWith('neu;'))).toHaveLength(2_000);
  });
});

describe('the page of what was taken over', () => {
  const publicMeasures = async () => {
    await app.settle();
    const path = `/api/v1/measures?municipality=${town}`;
    const { json } = await app.ask({ path, token: null });
    return (json['items'] as { title: string }[]).map(({ title }) => title);
  };
  const takenOver = async (rows: string) => {
    const { at } = await upload([['plan.csv', `Titel;Stand\n${rows}`]]);
    await send(at, { act: 'apply' });
    return done(at);
  };
  /** Presses the button below what it says of drafts. */
  const press = async (html: string) => {
    const [form = '', action = ''] =
      /<form method="post" action="([^"]+veroeffentlichen)">.*?<\/form>/s.exec(html) ?? [];
    return post(app, action, formIn(form));
  };

  it('publishes plan and measures of a public town with one press, and speaks of what was done', async () => {
    await app.publish(town);
    await app.settle();
    const html = await takenOver('Radwege;geplant\nBäume;läuft');
    expect(html).toContain('Der Plan „Plan“ und 2 Maßnahmen darin sind Entwürfe.');
    expect(html).toContain('sind jetzt angelegt');
    expect(html).not.toContain('werden als Entwürfe angelegt');
    expect(await publicMeasures()).toEqual([]);
    const pressed = await press(html);
    expect([pressed.status, await publicMeasures()]).toEqual([303, ['Radwege', 'Bäume']]);
    // What the next file brings is published alike; of the plan nothing is left to say.
    const next = await takenOver('Radwege;geplant\nBäume;läuft\nMoor;geplant');
    expect(next).toContain('Im Plan „Plan“ ist 1 Maßnahme noch Entwurf.');
    await press(next);
    expect(await publicMeasures()).toEqual(['Radwege', 'Bäume', 'Moor']);
  });

  it('asks before drafts that were there already go with it', async () => {
    await app.publish(town);
    await app.settle();
    await takenOver('Radwege;geplant\nBäume;läuft');
    await app.settle();
    const html = await takenOver('Radwege;geplant\nBäume;läuft\nMoor;geplant');
    expect(html).toContain('3 Maßnahmen darin sind Entwürfe.');
    expect(html).not.toMatch(/<form method="post" action="[^"]+veroeffentlichen"/);
    expect(html).toMatch(/<a href="[^"]+\/plaene\/[^"]+\/veroeffentlichen">/);
  });

  it('leads to the page of the town where that is not public, which names what is missing', async () => {
    const html = await takenOver('Radwege;geplant');
    expect(html).toContain('href="/de/kommunen/teststadt/bearbeiten/veroeffentlichen"');
    expect(html).not.toMatch(/<form method="post" action="[^"]+veroeffentlichen"/);
  });

  it('does not say that all is there where something was refused', async () => {
    const { at } = await upload([['plan.csv', 'Titel;Stand\nRadwege;geplant\n;geplant']]);
    await send(at, { acceptGoodRows: 'yes', act: 'apply' });
    const html = await done(at);
    expect(html).toContain('Eingetragen ist alles, was nicht abgewiesen wurde.');
    expect(html).not.toContain('Alles aus der Datei');
  });
});

describe('importing a file that names its town', () => {
  const sent = async (name: string, draft: boolean) => {
    const city = { name, slug: name.toLowerCase() };
    const dump = [
      { model: 'cpmonitor.city', pk: 1, fields: { ...city, draft_mode: draft } },
      {
        model: 'cpmonitor.task',
        pk: 1,
        fields: { city: 1, title: 'Dächer', path: '0001', depth: 1, execution_status: 4 },
      },
    ];
    const { at } = await upload([['stand.json', JSON.stringify(dump)]], '', '/de/importieren');
    expect(at).toContain('/de/importieren/');
    return at;
  };
  const takenOver = async (name: string, draft: boolean) => {
    const at = await sent(name, draft);
    await send(at, { act: 'apply' });
    const html = await done(at);
    await app.settle();
    const { json } = await app.ask({ path: '/api/v1/municipalities' });
    const items = json['items'] as { name: string; published: boolean }[];
    return { html, published: items.find((one) => one.name === name)?.published };
  };

  it('founds the town as a draft, for an operator', async () => {
    const { html, published } = await takenOver('Neustadt', true);
    expect(html).toContain('Neustadt');
    expect(published).toBe(false);
  });

  it('leads nowhere while the town is not here yet', async () => {
    const html = await page(await sent('Offenau', false));
    expect(html).toContain('Die Kommune wird damit noch nicht veröffentlicht.');
    const filled = [...html.matchAll(/href="([^"]+)">Hier ausfüllen/g)].map(
      ([, href = '']) => href,
    );
    expect(filled).not.toEqual([]);
    for (const path of filled)
      expect([path, (await app.ask({ path })).status]).toEqual([path, 200]);
  });

  it('leaves it a draft also where the file calls it public, and leads to what is missing', async () => {
    const { html, published } = await takenOver('Offenau', false);
    expect(published).toBe(false);
    expect(html).toContain('Die Kommune wird damit noch nicht veröffentlicht.');
    expect(html).toContain('href="/de/admin/seiten/impressum">Hier ausfüllen</a>');
    expect(html).toContain('bearbeiten/wer-beobachtet">Hier ausfüllen</a>');
  });

  it('brings a town and its tasks together, sent as two files at once', async () => {
    const to = '/de/importieren';
    const city = { id: 71, name: 'Ohneags' };
    const tasks = [{ id: 1, title: 'Dächer', city: 71, execution_status: 2 }];
    const json = (value: unknown) => JSON.stringify(value);
    const files = [['city.json', json(city)] as const, ['tasks.json', json(tasks)] as const];
    await upload(files, '', to);
    for (const name of ['city.json', 'tasks.json']) {
      const [, at = ''] =
        new RegExp(`href="(${to}/[^"]+)"[^>]*>${name}`).exec(await page(to)) ?? [];
      await send(at, { act: 'apply' });
      expect(await done(at)).toContain('Wohin: Ohneags');
      await app.settle();
    }
    const { json: listed } = await app.ask({ path: '/api/v1/municipalities' });
    const names = (listed['items'] as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual(['Ohneags', 'Teststadt']);
    const plans = (await app.store.readAll(null, 1_000)).filter(
      ({ type }) => type === 'PlanDrafted',
    );
    expect(plans).toHaveLength(1);
  });
});
