import { Vault } from '@klimaspur/vault';
import { TestApp } from '../api/app.js';
import { formIn, post, problemsIn } from './forms.js';
import { wordsOf } from './visitor.js';

let app: TestApp;
let town: string;

beforeEach(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  await app.publish(town);
  await app.settle();
});
afterEach(() => app.stop());

const someone = { name: 'Karl Muster', address: 'Weg 2' };
const observers = '/de/kommunen/teststadt/bearbeiten/wer-beobachtet';
const name = (person: object) => app.post(`municipalities/${town}/name-responsible-person`, person);
const write = (page: string, body: object) => app.post(`pages/${page}`, { lang: 'de', ...body });
const named = async () =>
  (await app.ask({ path: `/api/v1/municipalities/${town}/responsible-person` })).json;
const unpublish = async () => {
  const reason = { text: { reason: 'Pause' } };
  await app.post(`municipalities/${town}/unpublish-municipality`, reason);
  await app.settle();
};
const formOf = async (path: string) => formIn((await app.ask({ path })).text);
const vault = () => app.app.get(Vault);

describe('what a public town needs', () => {
  it.each([
    ['imprint', {}, 'public/imprint-needed'],
    ['privacy', { checked: false }, 'public/page-needed'],
    ['accessibility', { checked: false }, 'public/page-needed'],
  ])('is not emptied over the API: %s', async (page, body, code) => {
    const { status, json } = await write(page, body);
    expect([status, json['code']]).toEqual([409, code]);
    expect(json['detail']).toContain('Veröffentlichung zurück');
    expect((await write(page, { text: 'Ein anderer Text.' })).status).toBe(200);
    await unpublish();
    expect((await write(page, body)).status).toBe(200);
  });

  it.each([
    ['impressum', 'ohne Impressum'],
    ['datenschutz', 'ohne diese Seite'],
    ['barrierefreiheit', 'ohne diese Seite'],
  ])('is not emptied on its page: %s', async (page, words) => {
    const path = `/de/admin/seiten/${page}`;
    const { checked: _checked, ...fields } = await formOf(path);
    const refused = await post(app, path, { ...fields, de: '', en: '' });
    expect(refused.status).toBe(409);
    expect(problemsIn(refused.text)).toEqual(['de']);
    expect(refused.text).toContain(words);
    expect((await app.ask({ path: `/de/${page}`, token: null })).text).not.toContain(
      'Hier steht noch nichts',
    );
    expect((await post(app, path, { ...fields, de: '', en: 'Ours' })).status).toBe(303);
    await unpublish();
    expect((await post(app, path, { ...fields, de: '', en: '' })).status).toBe(303);
  });

  it('keeps whoever answers for it, or has another', async () => {
    const before = await named();
    const refused = await name({});
    expect([refused.status, refused.json['code']]).toEqual([409, 'public/responsible-needed']);
    const form = await formOf(observers);
    const emptied = { responsibleName: '', responsibleAddress: '', responsibleEmail: '' };
    const page = await post(app, observers, { ...form, ...emptied });
    expect(page.status).toBe(400);
    expect(problemsIn(page.text)).toEqual(['responsibleName']);
    expect(page.text).toContain('Nennen Sie eine andere');
    expect(await named()).toEqual(before);
    expect((await name(someone)).json).toMatchObject(someone);
    await unpublish();
    expect((await name({})).json).toMatchObject({ name: '' });
  });

  it('keeps the group that observes', async () => {
    const events = await app.eventsOf(`municipality-${town}`);
    const { id } = events.find(({ type }) => type === 'MunicipalityObserversDescribed')!;
    const taken = () =>
      app.post(`municipalities/${town}/void-entry`, { entry: id, text: { reason: 'Versehen' } });
    const refused = await taken();
    expect([refused.status, refused.json['code']]).toEqual([409, 'public/observers-needed']);
    await unpublish();
    expect((await taken()).status).toBe(200);
  });

  it('is named after signing in where it is missing from before', async () => {
    const home = () => app.ask({ path: '/de/arbeit' });
    const warning = 'Diese Kommune ist öffentlich, obwohl etwas fehlt';
    expect(wordsOf(await home())).not.toContain(warning);
    await vault().keepPage({ key: 'imprint', lang: 'de', text: '', changedAt: 0 });
    await vault().forgetResponsible(town);
    const page = await home();
    expect(wordsOf(page)).toContain(
      `${warning}, was dazugehört: Impressum eintragen (Rolle „Betrieb“) Name und Anschrift`,
    );
    expect(page.text).toContain('href="/de/admin/seiten/impressum"');
    expect(page.text).toContain(`href="/de/kommunen/${town}/bearbeiten/wer-beobachtet"`);
    // What is empty already stays as it is: nothing is taken away.
    expect((await name({})).status).toBe(200);
    await unpublish();
    expect(wordsOf(await home())).not.toContain(warning);
  });
});
