import { RouteTable } from '../../apps/api/src/errors/route-table.js';
import { TestApp } from '../api/app.js';

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

/** Every page about the town or its measure that answers. */
const pagesOfTheTown = async () => {
  const table = app.app.get(RouteTable) as unknown as {
    readonly routes: readonly { readonly pattern: RegExp; readonly methods: readonly string[] }[];
  };
  const paths = table.routes
    .filter(({ methods }) => methods.includes('GET'))
    .map(({ pattern }) => pattern.source.slice(1, -'\\/?$'.length).replaceAll('\\', ''))
    .filter((path) => path.startsWith('/de/kommunen/[^/]+') && !/\.(csv|json)$/.test(path))
    .map((path) => path.replace('[^/]+', 'teststadt').replaceAll('[^/]+', measure));
  const answers = await Promise.all(paths.map((path) => app.ask({ path })));
  return answers
    .map(({ status, text }, index) => ({ path: paths[index], status, text }))
    .filter(({ status }) => status === 200);
};

describe('„Wer beobachtet hier?“', () => {
  it('says on every page of a town that it is not official, unless the town itself observes', async () => {
    const pages = await pagesOfTheTown();
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.filter(({ text }) => !text.includes(UNOFFICIAL))).toEqual([]);
    await describeObservers({ relation: 'MUNICIPALITY' }, {});
    expect((await pagesOfTheTown()).filter(({ text }) => text.includes(UNOFFICIAL))).toEqual([]);
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
