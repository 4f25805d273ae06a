import { TestApp } from '../api/app.js';
import { formIn, post, problemsIn } from './forms.js';

let app: TestApp;
beforeEach(async () => {
  app = await TestApp.start({ KLIMASPUR_NOTICE_DAYS: '90' });
});
afterEach(() => app.stop());

const get = (path: string, token?: string | null) =>
  app.ask({ path, ...(token === undefined ? {} : { token }) });
const desk = '/de/admin/seiten';
const write = (page: string, body: unknown, more: object = {}) =>
  app.ask({ method: 'POST', path: `/api/v1/pages/${page}`, body, ...more });

describe('the pages of the operator', () => {
  it('are linked from every page, in its language', async () => {
    const german = await get('/de/kommunen', null);
    for (const name of ['impressum', 'datenschutz', 'barrierefreiheit', 'leichte-sprache']) {
      expect(german.text).toContain(`href="/de/${name}"`);
    }
    const english = await get('/en/privacy', null);
    expect(english.text).toContain('href="/en/imprint"');
    expect(english.text).toContain('hreflang="de" href="');
    expect(english.text).toContain('/de/datenschutz"');
  });

  it('speak for the program until somebody writes another text, but for the imprint', async () => {
    const { text } = await get('/de/datenschutz', null);
    for (const words of ['ohne Werbung', 'klimaspur-after', 'klimaspur-saved', '30 Tage', '90']) {
      expect(text).toContain(words);
    }
    // Nobody checks links in these tests, so nobody says so.
    expect(text).toContain('Links zu Belegen');
    expect(text).not.toContain('im Hintergrund');
    expect((await get('/de/barrierefreiheit', null)).text).toContain('WCAG 2.2');
    expect((await get('/en/easy-language', null)).text).toContain('The climate on earth');
    const imprint = await get('/de/impressum', null);
    expect(imprint.status).toBe(200);
    expect(imprint.text).toContain('muss es noch ausfüllen');
  });

  it('are written by the operator, shown in both languages, never as HTML', async () => {
    const form = await get(`${desk}/impressum`);
    expect(form.text).toContain('§ 5 DDG');
    const typed = 'Verein <b>Klima</b> e. V.\nAm Markt 1\n\n## Kontakt\n\npost@klima.example';
    const sent = await post(app, `${desk}/impressum`, { ...formIn(form.text), de: typed });
    expect(sent.status).toBe(303);
    expect(sent.headers.get('location')).toBe('/de/impressum');
    const { text } = await get('/de/impressum', null);
    expect(text).toContain('Verein &lt;b>Klima&lt;/b> e. V.');
    expect(text).toContain('<h2>Kontakt</h2>');
    expect(text).toContain('href="mailto:post@klima.example"');
    const english = await get('/en/imprint', null);
    expect(english.text).toContain('This text exists in German only.');
    expect(english.text).toContain('class="prose" lang="de"');
  });

  it('begin with the built-in text on request, and stay built in when it is not changed', async () => {
    const form = await get(`${desk}/datenschutz?vorlage`);
    const fields = formIn(form.text);
    expect(fields['de']).toContain('Art. 6 Abs. 1');
    const decoded = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        String(value).replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
      ]),
    );
    await post(app, `${desk}/datenschutz`, decoded);
    expect((await get('/de/datenschutz', null)).text).toContain('wie es ausgeliefert wird');
    await post(app, `${desk}/datenschutz`, { ...decoded, de: `${decoded['de']}\n\nNginx.` });
    expect((await get('/de/datenschutz', null)).text).toContain('Nginx.');
    await post(app, `${desk}/datenschutz`, { de: '', en: '' });
    expect((await get('/de/datenschutz', null)).text).toContain('wie es ausgeliefert wird');
  });

  it('are built in as checked once the operator says so, for the pages of which that is asked', async () => {
    const stateOf = async () => (await get(desk)).text.match(/eingebauter Text[^<]*/g);
    expect(await stateOf()).toEqual([
      'eingebauter Text, noch nicht geprüft',
      'eingebauter Text, noch nicht geprüft',
      'eingebauter Text',
    ]);
    const form = await get(`${desk}/datenschutz`);
    await post(app, `${desk}/datenschutz`, { ...formIn(form.text), checked: 'yes' });
    expect((await stateOf())?.[0]).toBe('eingebauter Text, von Ihnen geprüft');
    expect((await get('/api/v1/pages/privacy', null)).json).toMatchObject({
      own: false,
      checked: true,
    });
    expect((await get(`${desk}/datenschutz`)).text).toMatch(/name="checked"[^>]* checked/);
    const { checked: _checked, ...unchecked } = formIn(form.text);
    await post(app, `${desk}/datenschutz`, unchecked);
    expect((await stateOf())?.[0]).toBe('eingebauter Text, noch nicht geprüft');
    expect((await get('/api/v1/pages/imprint', null)).json).not.toHaveProperty('checked');
  });

  it('keep what was typed where it is too long', async () => {
    const sent = await post(app, `${desk}/impressum`, { de: 'x'.repeat(50_001), en: 'Club' });
    expect(sent.status).toBe(400);
    expect(problemsIn(sent.text)).toEqual(['de']);
    expect(sent.text).toContain('>Club</textarea>');
    expect((await get('/en/imprint', null)).text).not.toContain('Club');
  });

  it('are nobody else’s to write', async () => {
    expect((await get(desk, null)).status).toBe(401);
    expect((await get(`${desk}/impressum`, null)).status).toBe(401);
    expect((await write('imprint', { lang: 'de', text: 'x' }, { token: null })).status).toBe(401);
    expect((await get('/de/impressum', null)).text).not.toContain(desk);
  });

  it('can be written and read over the API', async () => {
    const answer = await write('imprint', { lang: 'de', text: 'Verein Klima' });
    expect([answer.status, answer.json]).toEqual([
      200,
      { lang: 'de', text: 'Verein Klima', own: true },
    ]);
    const read = await get('/api/v1/pages/imprint?lang=en', null);
    expect(read.json).toEqual({ lang: 'de', text: 'Verein Klima', own: true });
    expect((await get('/api/v1/pages/privacy', null)).json).toMatchObject({ own: false });
  });

  it.each<[string, unknown, number, string | undefined]>([
    ['imprint', { lang: 'fr', text: 'x' }, 400, 'lang'],
    ['imprint', { lang: 'de', text: ' ' }, 400, 'text'],
    ['imprint', { lang: 'de', text: 5 }, 400, 'text'],
    ['imprint', { lang: 'de', words: 'x' }, 400, 'words'],
    ['imprint', [], 400, undefined],
    ['nothing', { lang: 'de', text: 'x' }, 404, undefined],
  ])('refuse over the API: %s %j', async (page, body, status, field) => {
    const answer = await write(page, body);
    expect(answer.status).toBe(status);
    const [first] = (answer.json['errors'] ?? []) as { field: string }[];
    expect(first?.field).toBe(field);
    expect((await get('/api/v1/pages/imprint', null)).json).toMatchObject({ text: '' });
  });
});
