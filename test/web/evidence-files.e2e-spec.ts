import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { TestApp } from '../api/app.js';
import { type RunningServer, startBuiltServer } from '../tools/running-server.js';
import { launchChromium } from './chromium.js';
import { overflowOf } from './page-checks.js';
import { sessionOf } from './session.js';
import { fieldsOf, Visitor, wordsOf } from './visitor.js';

let shade = 0;
/** A photo as a telephone takes it, on its side and with the place. */
const photo = () => {
  const background = { r: 90, g: 120, b: shade++ };
  return sharp({ create: { width: 800, height: 600, channels: 3, background } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '49/1 0/1 24/1' } })
    .jpeg()
    .toBuffer();
};
const formWith = (
  fields: object,
  file?: Uint8Array,
  name = 'IMG_2031.jpg',
  type = 'image/jpeg',
) => {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) {
    for (const one of [value].flat()) form.append(field, String(one));
  }
  const content = new Blob(file ? [file as BlobPart] : [], { type });
  form.append('evidenceFile', content, file ? name : '');
  return form;
};

describe('files in the forms, over HTTP', () => {
  let app: TestApp;
  let town: string;
  let measure: string;
  let monitor: Visitor;
  const base = () => `/de/kommunen/teststadt/massnahmen/${measure}`;
  const last = async () => (await app.eventsOf(`measure-${measure}`)).at(-1)!;
  const evidenceOf = ({ data }: Awaited<ReturnType<typeof last>>) =>
    (data['text'] as { evidence: Record<string, unknown>[] }).evidence;

  beforeAll(async () => {
    app = await TestApp.start({ KLIMASPUR_FILE_MB: '1' });
    town = await app.given('municipalities', { text: { name: 'Teststadt' } });
    measure = await app.given('measures', { municipality: town, text: { title: 'Bäume' } });
    await app.settle();
    monitor = await Visitor.signedIn(app, { role: 'MONITOR', municipality: town });
  });
  afterAll(() => app.stop());

  it('log a photo in one go: the hash and the kind in the log, its name nowhere', async () => {
    const said = { what: 'deferred', on: '2026-01-15', evidenceTitle: 'Tagesordnung an der Tür' };
    const saved = await monitor.sendForm(`${base()}/eintragen`, formWith(said, await photo()));
    expect(saved.status).toBe(303);
    await app.settle();
    const entry = await last();
    expect(evidenceOf(entry)).toEqual([
      {
        kind: 'photo',
        title: 'Tagesordnung an der Tür',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        file: { mediaType: 'image/jpeg', bytes: expect.any(Number) },
      },
    ]);
    expect(JSON.stringify(entry)).not.toContain('IMG_2031');
    const history = await monitor.get(`${base()}/verlauf`);
    const { sha256 } = evidenceOf(entry)[0]!;
    expect(history.text).toContain(`src="/de/dateien/${String(sha256)}/vorschau"`);
    expect(history.text).toContain('alt="Tagesordnung an der Tür"');
  });

  it('keep what was typed and the file while something else is mended', async () => {
    const said = { what: 'progress', on: '2099-01-01', note: 'ein langer Text' };
    const before = await app.lastPosition();
    const refused = await monitor.sendForm(`${base()}/eintragen`, formWith(said, await photo()));
    expect(refused.status).toBe(400);
    expect(wordsOf(refused)).toContain('„IMG_2031.jpg“');
    expect(refused.text).toContain('ein langer Text');
    expect(await app.lastPosition()).toBe(before);
    const again = { ...fieldsOf(refused.text), on: '2026-02-01' };
    expect((await monitor.sendForm(`${base()}/eintragen`, formWith(again))).status).toBe(303);
    expect(evidenceOf(await last())[0]).toMatchObject({ kind: 'photo', file: {} });
  });

  it('leave a file out that is not wanted after all', async () => {
    const said = { what: 'progress', on: '2099-01-01', note: 'doch ohne' };
    const refused = await monitor.sendForm(`${base()}/eintragen`, formWith(said, await photo()));
    const again = { ...fieldsOf(refused.text), on: '2026-02-02', 'evidenceFile.drop': 'yes' };
    await monitor.sendForm(`${base()}/eintragen`, formWith(again));
    expect((await last()).data).toEqual({ text: { note: 'doch ohne' } });
  });

  it.each([
    ['too large', Buffer.alloc(3_000_000, 'x'), 413, 'größer als 1 MB'],
    ['no picture', Buffer.from('<script>'), 415, 'weder ein PDF noch ein Bild'],
    ['empty', Buffer.alloc(0), 400, 'ist leer'],
  ])(
    'say at the field that a file is %s, and keep the rest',
    async (_what, file, status, words) => {
      const before = await app.lastPosition();
      const form = formWith({ what: 'checked', on: '2026-02-03', note: 'bleibt stehen' }, file);
      const refused = await monitor.sendForm(`${base()}/eintragen`, form);
      expect(refused.status).toBe(status);
      expect(wordsOf(refused)).toMatch(new RegExp(`Foto oder Dokument: [^.]*${words}`));
      expect(refused.text).not.toContain('evidenceFile.sha256');
      expect(refused.text).toContain('href="#field-evidenceFile"');
      expect(refused.text).toContain('bleibt stehen');
      expect(await app.lastPosition()).toBe(before);
    },
  );

  it('say beside each field how large a file may be', async () => {
    const lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town });
    const work = '/de/kommunen/teststadt/bearbeiten';
    for (const path of [`${base()}/eintragen`, `${work}/zieljahr`, `${work}/wer-beobachtet`]) {
      expect([path, wordsOf(await lead.get(path))]).toEqual([
        path,
        expect.stringContaining('Höchstens 1 MB.'),
      ]);
    }
  });

  it('say so when a file has gone meanwhile, and take no hash that was never kept', async () => {
    const forged = { 'evidenceFile.sha256': 'a'.repeat(64), 'evidenceFile.type': 'image/png' };
    const said = { what: 'checked', on: '2026-02-04', note: 'x', ...forged };
    const refused = await monitor.sendForm(`${base()}/eintragen`, formWith(said));
    expect(refused.status).toBe(400);
    expect(wordsOf(refused)).toContain('nicht mehr da');
  });

  it('take a PDF for an entry that is there already', async () => {
    const saved = await monitor.send(`${base()}/eintragen`, {
      what: 'checked',
      on: '2026-03-01',
      note: 'y',
    });
    const address = (saved.headers.get('location') ?? '').replace('eingetragen', 'beleg');
    const pdf = Buffer.from('%PDF-1.7\n%%EOF\n');
    const form = formWith({ evidenceTitle: 'Niederschrift' }, pdf, 'x.pdf', 'application/pdf');
    expect((await monitor.sendForm(address, form)).status).toBe(303);
    await app.settle();
    const history = await monitor.get(`${base()}/verlauf`);
    expect(wordsOf(history)).toContain('Datei öffnen (PDF, 1 kB)');
  });

  it('add evidence to an entry that is corrected', async () => {
    const saved = await monitor.send(`${base()}/eintragen`, {
      what: 'planned',
      on: '2026-03-02',
      note: 'z',
    });
    const address = (saved.headers.get('location') ?? '').replace('eingetragen', 'berichtigen');
    const { text } = await monitor.get(address);
    const said = { ...fieldsOf(text), reason: 'Das Protokoll sagt es anders' };
    const corrected = await monitor.sendForm(address, formWith(said, await photo()));
    expect(corrected.status).toBe(303);
    const { type, data } = await last();
    expect(type).toBe('EntryCorrected');
    const { replacement } = data['text'] as { replacement: { evidence: object[] } };
    expect(replacement.evidence).toEqual([expect.objectContaining({ kind: 'photo' })]);
  });

  it('take a photo of a vote, and keep it when the vote is corrected', async () => {
    const body = {
      municipality: town,
      kind: 'COUNCIL',
      decidesFinally: true,
      text: { name: 'Rat' },
    };
    const organ = await app.given('organs', body);
    await app.settle();
    const lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town });
    const said = {
      title: 'Haushalt',
      organ,
      on: '2026-01-20',
      outcome: 'ADOPTED',
      measures: measure,
    };
    const path = '/de/kommunen/teststadt/beschluesse/neu';
    const saved = await lead.sendForm(path, formWith(said, await photo()));
    expect(saved.status).toBe(303);
    await app.settle();
    const address = saved.headers.get('location') ?? '';
    expect((await lead.get(address)).text).toContain('/vorschau"');
    const { text } = await lead.get(`${address}/berichtigen`);
    const again = { ...fieldsOf(text), reason: 'Titel', title: 'Haushalt 2026' };
    const corrected = await lead.sendForm(`${address}/berichtigen`, formWith(again, await photo()));
    expect(corrected.status).toBe(303);
    await app.settle();
    expect((await lead.get(address)).text.match(/\/vorschau"/g)).toHaveLength(2);
  });

  it('take the resolution behind a target as a file, and do not lose it with the next change', async () => {
    const lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town });
    const path = '/de/kommunen/teststadt/bearbeiten/zieljahr';
    const { text } = await lead.get(path);
    const said = { ...fieldsOf(text), targetYear: '2035', resolution: 'DS 12' };
    const pdf = Buffer.from('%PDF-1.4\n%%EOF');
    expect((await lead.sendForm(path, formWith(said, pdf, 'ds12.pdf'))).status).toBe(303);
    await app.settle();
    const next = { ...fieldsOf((await lead.get(path)).text), targetYear: '2040' };
    expect((await lead.sendForm(path, formWith(next))).status).toBe(303);
    await app.settle();
    expect(wordsOf(await lead.get('/de/kommunen/teststadt'))).toContain('Datei öffnen (PDF, 1 kB)');
    const unchanged = await lead.sendForm(path, formWith(fieldsOf((await lead.get(path)).text)));
    expect(wordsOf(await lead.follow(unchanged))).toContain('Zieljahr');
    expect((await app.eventsOf(`municipality-${town}`)).map(({ type }) => type)).toEqual([
      'MunicipalityFounded',
      'MunicipalityTargetSet',
      'MunicipalityTargetSet',
    ]);
  });

  it('give back what was typed to whoever has been signed out, and say that files are not among it', async () => {
    const stranger = Visitor.stranger(app);
    const form = formWith({ what: 'checked', note: 'drei Bäume stehen' }, await photo());
    const turnedAway = await stranger.sendForm(`${base()}/eintragen`, form);
    expect(turnedAway.status).toBe(401);
    expect(wordsOf(turnedAway)).toContain('drei Bäume stehen');
    expect(wordsOf(turnedAway)).toContain('Dateien sind nicht dabei');
  });

  it('keep nothing for those who have no role there', async () => {
    await app.publish(town);
    await app.post(`measures/${measure}/publish-measure`, {});
    const other = await app.given('municipalities', { text: { name: 'Anderswo' } });
    await app.settle();
    const foreign = await Visitor.signedIn(app, { role: 'LEAD', municipality: other });
    const form = formWith({ what: 'checked', on: '2026-02-05', note: 'x' }, await photo());
    expect((await foreign.sendForm(`${base()}/eintragen`, form)).status).toBe(403);
  });
});

describe('a photo from the council chamber, on a telephone without JavaScript', () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await startBuiltServer({ KLIMASPUR_EXAMPLE: 'yes' });
    browser = await launchChromium();
    const telephone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };
    const context = await browser.newContext(telephone);
    const value = await sessionOf(server);
    await context.addCookies([{ name: 'klimaspur', value, url: server.url }]);
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('is logged with „vertagt“, survives a mistake, and is seen in the history', async () => {
    const answer = await fetch(`${server.url}/api/v1/measures?q=solarstrom`);
    const { items } = (await answer.json()) as { items: { id: string }[] };
    const base = `${server.url}/de/kommunen/musterstadt-am-main/massnahmen/${items[0]!.id}`;
    await page.goto(`${base}/eintragen`);
    await page.getByLabel('Was ist geschehen?').selectOption('deferred');
    await page.getByText('Beleg: Foto, Dokument').click();
    const file = { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: await photo() };
    await page.getByLabel('Foto oder Dokument').setInputFiles(file);
    await page.getByLabel('Internet-Adresse des Belegs').fill('keine Adresse');
    await page.getByRole('button', { name: 'Eintragen' }).click();
    expect(await page.locator('main').innerText()).toContain('„IMG_0001.jpg“');
    expect(await overflowOf(page)).toEqual([]);
    await page.getByLabel('Internet-Adresse des Belegs').fill('');
    await page.getByLabel('Bezeichnung des Belegs').fill('Aushang an der Tür');
    await page.getByRole('button', { name: 'Eintragen' }).click();
    expect(await page.locator('main').innerText()).toContain('Eingetragen.');
    await page.goto(`${base}/verlauf`);
    const picture = page.getByRole('img', { name: 'Aushang an der Tür' });
    await picture.scrollIntoViewIfNeeded();
    expect(await picture.count()).toBe(1);
    expect(await overflowOf(page)).toEqual([]);
    const shown = await (
      await fetch(server.url + String(await picture.getAttribute('src')))
    ).arrayBuffer();
    expect((await sharp(Buffer.from(shown)).metadata()).format).toBe('webp');
  });
});
