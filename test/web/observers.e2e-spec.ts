import { RouteTable } from '../../apps/api/src/errors/route-table.js';
import { TestApp } from '../api/app.js';
import { formIn, post, problemsIn } from './forms.js';

let app: TestApp;
let town: string;
let measure: string;
const UNOFFICIAL = 'Kein amtliches Angebot der Stadt.';

beforeAll(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  measure = await app.given('measures', { municipality: town, text: { title: 'Bäume pflanzen' } });
  await app.settle();
});
afterAll(() => app.stop());

const describeObservers = async (terms: object, text: object) => {
  const revision = (await app.eventsOf(`municipality-${town}`)).length - 1;
  const body = { ...terms, text: { name: 'Klimagruppe', ...text } };
  const etag = { 'if-match': `"${revision}"` };
  const { status } = await app.post(`municipalities/${town}/describe-observers`, body, etag);
  expect(status).toBe(200);
  await app.settle();
};

const isPage = (headers: Headers) => (headers.get('content-type') ?? '').startsWith('text/html');

/** Every page about the town or its measure that answers. */
const pagesOfTheTown = async () => {
  const table = app.app.get(RouteTable) as unknown as {
    readonly routes: readonly { readonly pattern: RegExp; readonly methods: readonly string[] }[];
  };
  const paths = table.routes
    .filter(({ methods }) => methods.includes('GET'))
    .map(({ pattern }) => pattern.source.slice(1, -'\\/?$'.length).replaceAll('\\', ''))
    .filter((path) => path.startsWith('/de/kommunen/[^/]+') && !/\.(csv|json|xlsx)$/.test(path))
    .map((path) => path.replace('[^/]+', 'teststadt').replaceAll('[^/]+', measure));
  const answers = await Promise.all(paths.map((path) => app.ask({ path })));
  return answers
    .map(({ status, headers, text }, index) => ({ path: paths[index], status, headers, text }))
    .filter(({ status, headers }) => status === 200 && isPage(headers));
};

/** Addresses of those pages that say they are not official. */
const telling = (pages: Awaited<ReturnType<typeof pagesOfTheTown>>) =>
  pages.filter(({ text }) => text.includes(UNOFFICIAL)).map(({ path }) => path);

describe('„Wer beobachtet hier?“', () => {
  it('says on every page of a town that it is not official, unless the town itself observes', async () => {
    const pages = await pagesOfTheTown();
    expect(pages.length).toBeGreaterThan(5);
    expect(telling(pages)).toEqual(pages.map(({ path }) => path));
    await describeObservers({ relation: 'MUNICIPALITY' }, {});
    expect(telling(await pagesOfTheTown())).toEqual([]);
    await describeObservers({ relation: 'ALLIANCE' }, {});
    const { text } = await app.ask({ path: '/de/kommunen/teststadt' });
    expect(text).toContain(UNOFFICIAL);
  });

  it('says nothing of that kind on pages of no town', async () => {
    for (const path of ['/de', '/de/kommunen', '/de/methodik']) {
      expect((await app.ask({ path })).text).not.toContain(UNOFFICIAL);
    }
  });

  it('shows the group with sources, method, relation and licence; the dashboard leads there', async () => {
    await describeObservers(
      { relation: 'INDEPENDENT', licence: 'CC0-1.0' },
      { contact: 'Bürgerhaus', method: 'Halbjährlich', sources: 'Niederschriften' },
    );
    const { text } = await app.ask({ path: '/de/kommunen/teststadt/wer-beobachtet' });
    for (const words of ['Klimagruppe', 'Bürgerhaus', 'Halbjährlich', 'Niederschriften']) {
      expect(text).toContain(words);
    }
    expect(text).toContain('unabhängig');
    expect(text).toContain('https://creativecommons.org/publicdomain/zero/1.0/deed.de');
    expect(text).toContain('hreflang="en" href="');
    const dashboard = await app.ask({ path: '/en/municipalities/teststadt' });
    expect(dashboard.text).toContain('href="/en/municipalities/teststadt/who-observes"');
  });

  it('is there for those who may see the town', async () => {
    const path = '/de/kommunen/teststadt/wer-beobachtet';
    expect((await app.ask({ path, token: null })).status).toBe(404);
    expect((await app.ask({ path: path.replace('teststadt', town) })).status).toBe(301);
  });
});

describe('the form behind it', () => {
  const form = '/de/kommunen/teststadt/bearbeiten/wer-beobachtet';
  const page = '/de/kommunen/teststadt/wer-beobachtet';
  const person = {
    responsibleName: 'Hannelore Beispiel',
    responsibleAddress: 'Am Markt 1\n12345 Teststadt',
    responsibleEmail: 'hannelore@example.org',
  };
  const filled = async () => formIn((await app.ask({ path: form })).text);

  it('keeps the group in the log and the responsible person in the vault alone', async () => {
    const fields = { ...(await filled()), ...person, name: 'Klimabündnis', relation: 'ALLIANCE' };
    const sent = await post(app, form, fields);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, page]);
    await app.settle();
    const { text } = await app.ask({ path: page });
    for (const words of ['Klimabündnis', 'Hannelore Beispiel', '12345 Teststadt']) {
      expect(text).toContain(words);
    }
    expect(text).toContain('href="mailto:hannelore@example.org"');
    const log = JSON.stringify(await app.eventsOf(`municipality-${town}`));
    expect(log).toContain('Klimabündnis');
    expect(log).not.toMatch(/Hannelore|hannelore|Am Markt/);
    expect(await filled()).toMatchObject({ ...person, name: 'Klimabündnis', relation: 'ALLIANCE' });
  });

  it('says nothing new when it is sent as it was', async () => {
    const before = await app.lastPosition();
    expect((await post(app, form, await filled())).status).toBe(303);
    expect(await app.lastPosition()).toBe(before);
  });

  it('gives back everything typed with what is wrong, and changes nothing', async () => {
    const before = await app.lastPosition();
    const noAddress = { ...person, responsibleAddress: '', responsibleEmail: 'no address' };
    const wrong = await post(app, form, { ...(await filled()), ...noAddress, teaser: 'Neu' });
    expect(wrong.status).toBe(400);
    expect(problemsIn(wrong.text)).toEqual(['responsibleAddress', 'responsibleEmail']);
    expect(wrong.text).toContain('>Neu</textarea>');
    const noName = await post(app, form, { ...(await filled()), name: '', website: 'nowhere' });
    expect(problemsIn(noName.text)).toEqual(['name', 'website']);
    expect(await app.lastPosition()).toBe(before);
    expect((await app.ask({ path: page })).text).toContain('12345 Teststadt');
  });

  it('takes the responsible person away when nothing is left of them', async () => {
    const nobody = { responsibleName: '', responsibleAddress: '', responsibleEmail: '' };
    await post(app, form, { ...(await filled()), ...nobody });
    expect((await app.ask({ path: page })).text).not.toContain('Hannelore');
  });

  it('is for those who speak for the town', async () => {
    expect((await app.ask({ path: form, token: null })).status).toBe(401);
    expect((await app.ask({ path: page })).text).toContain(form);
  });
});

describe('the responsible person over the API', () => {
  const name = (body: unknown, token?: null) =>
    app.ask({
      method: 'POST',
      path: `/api/v1/municipalities/${town}/name-responsible-person`,
      body,
      ...(token === null ? { token } : {}),
    });
  const read = async () =>
    (await app.ask({ path: `/api/v1/municipalities/${town}/responsible-person` })).json;

  it('is named, read and taken away', async () => {
    const person = { name: 'Karl Muster', address: 'Weg 2', email: 'karl@example.org' };
    expect((await name(person)).json).toEqual(person);
    expect(await read()).toEqual(person);
    expect((await name({})).json).toEqual({ name: '', address: '', email: '' });
  });

  it.each<[unknown, string | undefined]>([
    [{ name: 'Karl' }, 'address'],
    [{ address: 'Weg 2' }, 'name'],
    [{ name: 'Karl', address: 'Weg 2', email: 'karl' }, 'email'],
    [{ name: 'x'.repeat(201), address: 'Weg 2' }, 'name'],
    [{ name: 'Karl', address: 'Weg 2', phone: '1' }, 'phone'],
    ['Karl', undefined],
  ])('is refused as %j', async (body, field) => {
    const { status, json } = await name(body);
    expect(status).toBe(400);
    const [first] = (json['errors'] ?? []) as { field: string }[];
    expect(first?.field).toBe(field);
    expect(await read()).toMatchObject({ name: '' });
  });

  it('is nobody’s to name who is not signed in', async () => {
    expect((await name({ name: 'Karl', address: 'Weg 2' }, null)).status).toBe(401);
  });
});
