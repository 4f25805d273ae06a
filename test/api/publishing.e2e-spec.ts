import { Vault } from '@klimaspur/vault';
import { Visitor } from '../web/visitor.js';
import { TestApp } from './app.js';

let app: TestApp;
let town: string;
beforeEach(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  await app.settle();
});
afterEach(() => app.stop());

const publish = (headers?: Readonly<Record<string, string>>) =>
  app.post(`municipalities/${town}/publish-municipality`, {}, headers);
const fillImprint = (text: string) => app.post('pages/imprint', { lang: 'de', text });
const checkBuiltIn = (page: string) => app.post(`pages/${page}`, { lang: 'de', checked: true });
/** What its operator says once for all towns. */
const fillPages = async () => {
  await fillImprint('Verein Klima');
  await checkBuiltIn('privacy');
  await checkBuiltIn('accessibility');
};
const name = (person: object) => app.post(`municipalities/${town}/name-responsible-person`, person);
const someone = { name: 'Karl Muster', address: 'Weg 2' };
const describeObservers = () =>
  app.post(
    `municipalities/${town}/describe-observers`,
    { text: { name: 'Klimagruppe' } },
    { 'if-match': '"0"' },
  );
const path = '/de/kommunen/teststadt/bearbeiten/veroeffentlichen';
/** Where what is missing can be filled in. */
const places = () => [
  '/de/admin/seiten/impressum',
  '/de/admin/seiten/datenschutz',
  '/de/admin/seiten/barrierefreiheit',
  `/de/kommunen/${town}/bearbeiten/wer-beobachtet`,
];
const fieldsOf = (json: Record<string, unknown>) =>
  (json['errors'] as { field: string; code: string }[]).map(({ field, code }) => [field, code]);

describe('publishing a town', () => {
  it('is refused while nobody says who stands behind it, naming all that is missing', async () => {
    const before = await app.lastPosition();
    const { status, json } = await publish();
    expect([status, json['code']]).toEqual([409, 'publish/imprint-missing']);
    expect(json['detail']).toContain('unter „Texte dieser Seiten“');
    expect(fieldsOf(json)).toEqual([
      ['imprint', 'publish/imprint-missing'],
      ['privacy', 'publish/privacy-missing'],
      ['accessibility', 'publish/accessibility-missing'],
      ['responsible', 'publish/responsible-missing'],
      ['observers', 'publish/observers-missing'],
    ]);
    expect(await app.lastPosition()).toBe(before);
  });

  it('says so in English to those who read English', async () => {
    const { json } = await publish({ 'accept-language': 'en' });
    expect(json['detail']).toMatch(
      /^Before publishing, the imprint .* under “Texts of these pages”/,
    );
  });

  it('names one after the other until nothing is missing', async () => {
    await fillImprint('Verein Klima');
    expect((await publish()).json['code']).toBe('publish/privacy-missing');
    await checkBuiltIn('privacy');
    expect((await publish()).json['code']).toBe('publish/accessibility-missing');
    const own = { lang: 'de', text: 'Unsere Seiten sind teilweise barrierefrei.' };
    await app.post('pages/accessibility', own);
    expect((await publish()).json['code']).toBe('publish/responsible-missing');
    await name(someone);
    const { json } = await publish();
    expect(json['code']).toBe('publish/observers-missing');
    const observers = `/de/kommunen/${town}/bearbeiten/wer-beobachtet`;
    expect(json['detail']).toContain('bei „Wer beobachtet hier?“');
    expect(json['detail']).not.toContain(town);
    const page = await app.ask({ path: observers });
    expect([page.status, page.headers.get('location')]).toEqual([
      302,
      '/de/kommunen/teststadt/bearbeiten/wer-beobachtet',
    ]);
    await describeObservers();
    expect((await publish()).status).toBe(200);
  });

  it('answers again what was done, also after something was taken away', async () => {
    await fillPages();
    await name(someone);
    await describeObservers();
    const key = { 'idempotency-key': 'publish-once' };
    const first = await publish(key);
    const vault = app.app.get(Vault);
    await vault.keepPage({ key: 'imprint', lang: 'de', text: '', changedAt: 0 });
    await vault.forgetResponsible(town);
    expect((await publish(key)).json).toEqual({ ...first.json, repeated: true });
    expect((await publish()).json).toMatchObject({ unchanged: true });
    await app.post(`municipalities/${town}/unpublish-municipality`, { text: { reason: 'Pause' } });
    expect((await publish()).status).toBe(409);
  });

  it('is refused on its page with a way to each place, and publishes nothing else meanwhile', async () => {
    const plan = { municipality: town, kind: 'HEAT', text: { title: 'Wärmeplan' } };
    await app.given('plans', plan);
    await app.settle();
    const lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town });
    const before = await app.lastPosition();
    const refused = await lead.fill(path, {});
    expect(refused.status).toBe(400);
    for (const place of places()) expect(refused.text).toContain(`<a href="${place}">`);
    expect(await app.lastPosition()).toBe(before);
  });

  it('names on its page what is missing before it offers the button, each with a way to its place', async () => {
    const lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town });
    const opened = await lead.get(path);
    const button = opened.text.indexOf('class="button" type="submit"');
    for (const place of places()) {
      const at = opened.text.indexOf(`<a href="${place}">`);
      expect([place, at > 0 && at < button]).toEqual([place, true]);
    }
    expect(opened.text).toContain('Vorher fehlen noch 5 Angaben');
    await fillPages();
    await name(someone);
    await describeObservers();
    await app.settle();
    expect((await lead.get(path)).text).not.toContain('Vorher fehl');
  });

  it('publishes nothing where something else is to go with it that is not offered', async () => {
    await fillPages();
    await name(someone);
    await describeObservers();
    await app.settle();
    const lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town });
    const before = await app.lastPosition();
    for (const also of ['alles', crypto.randomUUID()]) {
      const refused = await lead.fill(path, { also });
      expect(refused.status).toBe(400);
      expect(refused.text).toContain('angebotenen Möglichkeiten');
    }
    expect(await app.lastPosition()).toBe(before);
  });
});

describe('the example', () => {
  it('is published and hidden as one likes', async () => {
    const example = await TestApp.start({ KLIMASPUR_EXAMPLE: 'yes' });
    const { json } = await example.ask({ path: '/api/v1/municipalities' });
    const { id } = (json['items'] as { id: string }[])[0]!;
    await example.post(`municipalities/${id}/unpublish-municipality`, { text: { reason: 'Test' } });
    const { status } = await example.post(`municipalities/${id}/publish-municipality`, {});
    expect(status).toBe(200);
    await example.stop();
  });
});

describe('an import that publishes', () => {
  const csv = 'Titel;Stand\nRadwege;in Umsetzung\n';
  const report = async (options: string) => {
    const answer = await app.ask({
      method: 'POST',
      path: `/api/v1/imports/measures?town=${town}&${options}`,
      body: csv,
      headers: { 'content-type': 'application/octet-stream' },
    });
    const last = answer.text.trim().split('\n').at(-1) ?? '';
    return (JSON.parse(last) as { readonly report: Report }).report;
  };
  interface Report {
    readonly findings: readonly {
      readonly code: string;
      readonly words: object;
      readonly url?: string;
    }[];
    readonly published: object;
    readonly places: readonly object[];
    readonly towns: readonly string[];
  }
  const codes = async (options: string) =>
    (await report(options)).findings
      .map(({ code }) => code)
      .filter((code) => code.startsWith('publish/'));
  const all = [
    'publish/imprint-missing',
    'publish/privacy-missing',
    'publish/accessibility-missing',
    'publish/responsible-missing',
    'publish/observers-missing',
  ];
  const shown = async () => {
    await app.settle();
    return (await app.ask({ path: '/de/kommunen/teststadt', token: null })).status;
  };

  it('takes everything in, but leaves the town a draft, and says why and where that is mended', async () => {
    expect(await codes('publish=true&dryRun=true')).toEqual(all);
    const { findings, published, places } = await report('publish=true');
    expect(published).toEqual({ municipalities: 0, plans: 1, measures: 1 });
    expect(places).toMatchObject([{ published: false, measures: 1, drafts: 0 }]);
    const gaps = findings.filter(({ code }) => all.includes(code));
    expect(gaps.map(({ code }) => code)).toEqual(all);
    expect(gaps[0]).toMatchObject({
      url: `${app.url}/de/admin/seiten/impressum`,
      words: {
        de: expect.stringContaining('Die Kommune wird damit noch nicht veröffentlicht. Vor dem'),
        en: expect.stringContaining('This does not publish the municipality yet. Before'),
      },
    });
    expect(await shown()).toBe(404);
  });

  it('publishes the town once nothing is missing, by the same command', async () => {
    await report('publish=true');
    await fillPages();
    await name(someone);
    expect(await codes('publish=true')).toEqual(['publish/observers-missing']);
    expect(await shown()).toBe(404);
    await describeObservers();
    expect(await codes('publish=true')).toEqual([]);
    expect(await shown()).toBe(200);
  });

  it('tells of a public town what was taken away from it later', async () => {
    await app.publish(town);
    await fillImprint('');
    await app.app.get(Vault).keepPage({ key: 'imprint', lang: 'de', text: '', changedAt: 0 });
    const { findings } = await report('');
    expect(findings.find(({ code }) => code === all[0])?.words).toMatchObject({
      de: expect.stringContaining('Schon öffentlich, obwohl noch etwas fehlt.'),
    });
    expect(await shown()).toBe(200);
  });

  it('is held back where the file itself says that it is public', async () => {
    const dump = [
      { model: 'cpmonitor.city', pk: 1, fields: { name: 'Offenau', draft_mode: false } },
      {
        model: 'cpmonitor.task',
        pk: 1,
        fields: {
          ...{ city: 1, title: 'Dächer', path: '0001', depth: 1, numchild: 0, source: 0 },
          ...{ draft_mode: false, execution_status: 4 },
        },
      },
    ];
    const { text } = await app.ask({
      method: 'POST',
      path: '/api/v1/imports/localzero?fileName=stand.json',
      body: JSON.stringify(dump),
      headers: { 'content-type': 'application/octet-stream' },
    });
    const { report: said } = JSON.parse(text.trim().split('\n').at(-1)!) as { report: Report };
    expect(said.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(all));
    await app.settle();
    const { json } = await app.ask({ path: '/api/v1/municipalities', token: null });
    expect(json['total']).toBe(0);
  });

  it('has nothing to say of drafts', async () => {
    expect(await codes('')).toEqual([]);
  });
});
