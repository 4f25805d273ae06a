import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { FileUpkeep } from '../../apps/api/src/files/file-upkeep.js';
import { type Answered, TestApp, token as operator } from './app.js';
import { fieldsOf, Visitor } from '../web/visitor.js';

let app: TestApp;
let town: string;
let measure: string;

beforeAll(async () => {
  app = await TestApp.start({ KLIMASPUR_FILE_MB: '1' });
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  measure = await app.given('measures', { municipality: town, text: { title: 'Bäume pflanzen' } });
  await app.settle();
});
afterAll(() => app.stop());

let shade = 0;
/** A picture that nobody sent before. */
const photo = () =>
  sharp({
    create: { width: 640, height: 480, channels: 3, background: { r: shade++, g: 90, b: 40 } },
  });
const jpeg = () => photo().jpeg().toBuffer();
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const send = async (
  content: Uint8Array | string | undefined,
  { name = 'foto.jpg', to = town, as }: { name?: string; to?: string; as?: Visitor } = {},
): Promise<Answered> => {
  const body = new FormData();
  if (content !== undefined) body.append('file', new Blob([content as BlobPart]), name);
  const path = `/api/v1/municipalities/${to}/files`;
  return as ? as.sendForm(path, body) : app.sendForm(path, body);
};
const kept = async (content: Uint8Array | string, name?: string): Promise<string> => {
  const { status, json, text } = await send(content, name ? { name } : {});
  if (status !== 201) throw new Error(text);
  return json['sha256'] as string;
};

const record = async (sha256: string, of = measure): Promise<void> => {
  const evidence = [{ kind: 'photo', title: 'Ein Baum', sha256 }];
  await app.post(`measures/${of}/report-progress`, { text: { note: `${sha256} da`, evidence } });
  await app.settle();
};
const look = (sha256: string, token: string | null = null, more = '') =>
  app.bytes({ path: `/de/dateien/${sha256}${more}`, token });
const filesOnDisk = () =>
  readdirSync(app.folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.startsWith('files') && statSync(join(app.folder, name)).isFile())
    .map((name) => name.replace(/.*[\\/]/, ''));

describe('a file that is sent', () => {
  it('is answered with the hash of what is kept, which anybody can check', async () => {
    const given = await photo()
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '49/1 0/1 24/1' } })
      .jpeg()
      .toBuffer();
    const { status, json } = await send(given);
    expect(status).toBe(201);
    expect(json).toMatchObject({ mediaType: 'image/jpeg', href: `/de/dateien/${json['sha256']}` });
    const sha256 = json['sha256'] as string;
    const { bytes, headers } = await look(sha256, operator);
    expect(hashOf(bytes)).toBe(sha256);
    expect(bytes.length).toBe(json['bytes']);
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    expect(headers.get('content-type')).toBe('image/jpeg');
  });

  it('twice is one file', async () => {
    const given = await jpeg();
    const before = filesOnDisk().length;
    const [one, two] = await Promise.all([kept(given), kept(given)]);
    expect(two).toBe(one);
    expect(filesOnDisk()).toHaveLength(before + 1);
  });

  it.each([
    ['HTML named as a photo', '<!doctype html><script>alert(1)</script>', 'foto.jpg', 415],
    ['an SVG named as a PNG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'bild.png', 415],
    ['a zip named as a PDF', 'PK\x03\x04', 'vorlage.pdf', 415],
    ['nothing', '', 'leer.jpg', 400],
    ['half a picture', '\xff\xd8\xff\xe0half', 'halb.jpg', 400],
  ])('is refused in words: %s', async (_what, content, name, expected) => {
    const before = filesOnDisk();
    const { status, json } = await send(Buffer.from(content, 'latin1'), { name });
    expect(status).toBe(expected);
    expect(json['errors']).toEqual([
      expect.objectContaining({ field: 'file', detail: expect.stringMatching(/\S/) }),
    ]);
    expect(filesOnDisk()).toEqual(before);
  });

  it('that is too large is refused with field and limit', async () => {
    const { status, json } = await send(Buffer.alloc(30_000_000, 'x'));
    expect(status).toBe(413);
    expect(json).toMatchObject({ code: 'file/too-large' });
    expect(json['errors']).toEqual([
      { field: 'file', code: 'file/too-large', detail: 'Die Datei ist größer als 1 MB.' },
    ]);
  });

  it('is missing, or the form is none', async () => {
    expect((await send(undefined)).json).toMatchObject({ code: 'file/missing' });
    const path = `/api/v1/municipalities/${town}/files`;
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const broken = await app.ask({ method: 'POST', path, body: '--x\r\nbroken', headers });
    expect([broken.status, broken.json['code']]).toEqual([400, 'request/unreadable']);
  });

  it('leaves its name out of addresses, and folders out of its name', async () => {
    const sha256 = await kept(await jpeg(), '../../../etc/Hannelore privat\u0000.jpg');
    const { headers } = await look(sha256, operator);
    expect(headers.get('content-disposition')).toBe(
      `inline; filename="${sha256.slice(0, 12)}.jpg"`,
    );
    expect(filesOnDisk()).toContain(sha256);
  });

  it('needs a role in that town', async () => {
    const other = await app.given('municipalities', { text: { name: 'Anderswo' } });
    await app.settle();
    const path = `/api/v1/municipalities/${town}/files`;
    const none = await app.sendForm(path, new FormData(), null);
    expect(none.status).toBe(401);
    const stranger = await Visitor.signedIn(app, { role: 'LEAD', municipality: other });
    expect((await send(await jpeg(), { as: stranger })).status).toBe(404);
    await app.publish(town);
    await app.settle();
    expect((await send(await jpeg(), { as: stranger })).status).toBe(403);
    const monitor = await Visitor.signedIn(app, { role: 'MONITOR', municipality: town });
    expect((await send(await jpeg(), { as: monitor })).status).toBe(201);
    const foreign = await monitor.sendForm(path, new FormData(), 'https://evil.example');
    expect([foreign.status, foreign.json['code']]).toEqual([403, 'auth/foreign-origin']);
  });
});

describe('a file that is kept', () => {
  it('is for its town before an entry names it, and while that is a draft; then for all', async () => {
    const sha256 = await kept(await jpeg());
    expect((await look(sha256)).status).toBe(404);
    const draft = await app.given('measures', { municipality: town, text: { title: 'Radweg' } });
    await record(sha256, draft);
    expect((await look(sha256)).status).toBe(404);
    expect((await look(sha256, null, '/vorschau')).status).toBe(404);
    const monitor = await Visitor.signedIn(app, { role: 'MONITOR', municipality: town });
    const seen = await monitor.get(`/de/dateien/${sha256}`);
    expect([seen.status, seen.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    const other = await app.given('municipalities', { text: { name: 'Nebenan' } });
    const stranger = await Visitor.signedIn(app, { role: 'LEAD', municipality: other });
    expect((await stranger.get(`/de/dateien/${sha256}`)).status).toBe(404);
    await app.post(`measures/${draft}/publish-measure`, {});
    await app.settle();
    expect((await look(sha256)).status).toBe(200);
    expect((await stranger.get(`/en/files/${sha256}`)).status).toBe(200);
  });

  it('is served so that it can do no harm, and kept by browsers for a day', async () => {
    await app.post(`measures/${measure}/publish-measure`, {});
    const sha256 = await kept(await jpeg());
    await record(sha256);
    const { status, headers } = await look(sha256);
    expect(status).toBe(200);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('cache-control')).toBe('public, max-age=86400, immutable');
    expect(headers.get('etag')).toBe(`"${sha256}"`);
    const again = await app.ask({
      path: `/de/dateien/${sha256}`,
      token: null,
      headers: { 'if-none-match': `"${sha256}"` },
    });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('has a small preview, made again where it is gone', async () => {
    const sha256 = await kept(await jpeg());
    await record(sha256);
    const { bytes, headers } = await look(sha256, null, '/vorschau');
    expect(headers.get('content-type')).toBe('image/webp');
    const { width, height, format } = await sharp(bytes).metadata();
    expect([width, height, format]).toEqual([320, 240, 'webp']);
  });

  it('that is a PDF stays as it is, shown in place, without a preview', async () => {
    const pdf = '%PDF-1.7\n<</Title(Vorlage)>>\n%%EOF\n';
    const sha256 = await kept(pdf, 'x.html');
    expect(sha256).toBe(hashOf(Buffer.from(pdf)));
    await record(sha256);
    const { bytes, headers } = await look(sha256);
    expect(Buffer.from(bytes).toString()).toBe(pdf);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect((await look(sha256, null, '/vorschau')).status).toBe(404);
  });

  it.each(['a'.repeat(64), 'abc', '..%2f..%2fvault.db', '%00'])(
    'is not found by another name: %s',
    async (name) => expect((await look(name)).status).toBeGreaterThanOrEqual(400),
  );
});

describe('a file that no entry names', () => {
  const upkeep = () => app.app.get(FileUpkeep);
  const inADay = () => Date.now() + 86_400_000 + 1_000;

  it('goes after a day; one that an entry names stays', async () => {
    const [named, forgotten] = [await kept(await jpeg()), await kept(await jpeg())];
    await record(named);
    await upkeep().tidy(Date.now() + 80_000_000);
    expect(filesOnDisk()).toEqual(expect.arrayContaining([named, forgotten]));
    await upkeep().tidy(inADay());
    expect(filesOnDisk()).toContain(named);
    expect(filesOnDisk()).not.toContain(forgotten);
    expect((await look(named)).status).toBe(200);
    expect((await look(forgotten, operator)).status).toBe(404);
  });

  it('may be brought again', async () => {
    const given = await jpeg();
    const sha256 = await kept(given);
    await upkeep().tidy(inADay());
    expect(await kept(given)).toBe(sha256);
    expect(filesOnDisk()).toContain(sha256);
  });
});

describe('a file that is taken away', () => {
  const erase = (sha256: string, reason: string | undefined, as?: Visitor) =>
    as
      ? as.sendJson(`/api/v1/files/${sha256}/erase`, { reason })
      : app.post(`files/${sha256}/erase`, { reason });

  it('is gone for ever; hash, day and reason stay, and the same bytes are refused', async () => {
    const given = await jpeg();
    const sha256 = await kept(given);
    await record(sha256);
    await look(sha256, null, '/vorschau');
    const before = await app.lastPosition();
    const { status, json } = await erase(sha256, 'Zeigt Personen.');
    expect(status).toBe(200);
    expect(json).toMatchObject({ sha256, reason: 'Zeigt Personen.' });
    expect(await app.lastPosition()).toBe(before);
    const { bytes } = await look(sha256);
    expect(JSON.parse(Buffer.from(bytes).toString())).toMatchObject({
      status: 410,
      detail: 'Diese Datei wurde gelöscht. Grund: Zeigt Personen.',
    });
    expect((await look(sha256, null, '/vorschau')).status).toBe(410);
    const left = readdirSync(app.folder, { recursive: true, encoding: 'utf8' });
    expect(left.filter((name) => name.includes(sha256))).toEqual([]);
    const again = await send(given);
    expect([again.status, again.json['code']]).toEqual([410, 'file/erased']);
    expect((await erase(sha256, 'noch einmal')).status).toBe(410);
    const history = await app.ask({ path: `/api/v1/measures/${measure}/history` });
    expect(history.text).toContain(sha256);
    const page = await app.ask({
      path: `/de/kommunen/teststadt/massnahmen/${measure}/verlauf`,
      token: null,
    });
    expect(page.text).toMatch(/Datei gelöscht am .*Zeigt Personen\./);
    expect(page.text).not.toContain(`/dateien/${sha256}`);
  });

  it('needs a reason, a file, and whoever leads every town that names it', async () => {
    const sha256 = await kept(await jpeg());
    await record(sha256);
    expect((await erase(sha256, '')).json).toMatchObject({
      status: 400,
      errors: [expect.objectContaining({ field: 'reason' })],
    });
    expect((await erase('a'.repeat(64), 'x')).json).toMatchObject({ code: 'file/unknown' });
    const monitor = await Visitor.signedIn(app, { role: 'MONITOR', municipality: town });
    expect((await erase(sha256, 'x', monitor)).status).toBe(403);
    const other = await app.given('municipalities', { text: { name: 'Drittstadt' } });
    const same = await app.given('measures', { municipality: other, text: { title: 'Auch das' } });
    await record(sha256, same);
    const lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town });
    expect((await erase(sha256, 'x', lead)).status).toBe(403);
    await lead.signIn({ role: 'LEAD', municipality: other });
    const both = await Visitor.signedIn(app, { role: 'LEAD', municipality: other });
    expect((await erase(sha256, 'x', both)).status).toBe(403);
    expect((await erase(sha256, 'x')).status).toBe(200);
  });

  it('may be taken back by whoever brought it, as long as nothing names it', async () => {
    const monitor = await Visitor.signedIn(app, { role: 'MONITOR', municipality: town });
    const { json } = await send(await jpeg(), { as: monitor });
    const other = await Visitor.signedIn(app, { role: 'MONITOR', municipality: town });
    expect((await erase(json['sha256'] as string, 'x', other)).status).toBe(403);
    expect((await erase(json['sha256'] as string, 'x', monitor)).status).toBe(200);
  });

  it('is asked for on a page that leads back', async () => {
    const sha256 = await kept(await jpeg());
    await record(sha256);
    const lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town });
    const back = `/de/kommunen/teststadt/massnahmen/${measure}/verlauf`;
    const history = await lead.get(back);
    const [, href = ''] = new RegExp(`href="([^"]*${sha256}/loeschen[^"]*)"`).exec(history.text)!;
    expect((await lead.send(href, { reason: '' })).status).toBe(400);
    const done = await lead.send(href, { reason: 'Falsches Bild' });
    expect([done.status, done.headers.get('location')]).toEqual([303, back]);
    const shown = await lead.follow(done);
    expect(shown.text).toContain('Die Datei ist gelöscht.');
    expect(shown.text).toContain('Falsches Bild');
    const monitor = await Visitor.signedIn(app, { role: 'MONITOR', municipality: town });
    expect((await monitor.get(back)).text).not.toContain('/loeschen');
  });
});

describe('a logo', () => {
  it('is sent with „Wer beobachtet hier?“, shown, kept, exchanged and left out', async () => {
    const place = await app.given('municipalities', { text: { name: 'Logostadt' } });
    await app.settle();
    const lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: place });
    const path = '/de/kommunen/logostadt/bearbeiten/wer-beobachtet';
    const page = '/de/kommunen/logostadt/wer-beobachtet';
    const save = async (fields: object, logo?: Uint8Array) => {
      const form = new FormData();
      const said = { ...fieldsOf((await lead.get(path)).text), ...fields };
      for (const [name, value] of Object.entries(said)) form.append(name, String(value));
      form.append('logo', new Blob(logo ? [logo as BlobPart] : []), logo ? 'logo.png' : '');
      const answer = await lead.sendForm(path, form);
      await app.settle();
      return answer;
    };
    const png = () => photo().png().toBuffer();
    expect((await save({ name: 'Klimagruppe' }, Buffer.from('%PDF-1.7 %%EOF'))).status).toBe(400);
    const wordless = await save({ name: 'Klimagruppe' }, await png());
    expect(wordless.status).toBe(400);
    expect(wordless.text).toContain('href="#field-logo.alt"');
    expect((await save({ name: 'Klimagruppe', 'logo.alt': 'Ein Baum' }, await png())).status).toBe(
      303,
    );
    const shown = await lead.get(page);
    expect(shown.text).toMatch(/<img class="observers__logo" src="[^"]*\/vorschau" alt="Ein Baum"/);
    await save({ teaser: 'Wir zählen Bäume' });
    expect((await lead.get(page)).text).toContain('alt="Ein Baum"');
    const count = (await app.eventsOf(`municipality-${place}`)).length;
    expect((await save({})).status).toBe(303);
    expect((await app.eventsOf(`municipality-${place}`)).length).toBe(count);
    await save({ 'logo.drop': 'yes', 'logo.alt': '' });
    expect((await lead.get(page)).text).not.toContain('observers__logo');
  });
});
