import { readPaths } from './read-routes.js';
import { aTown, type Known } from './requests.js';
import { TestApp } from './app.js';

const THERE = 'https://anderswo.example/klima';

let app: TestApp;
let known: Known;
let town: string;
let slug: string;
let moved: string;
let draft: string;

const isOfTown = (path: string) => path.includes(slug) || /[0-9a-f]{8}-/.test(path);

/** What strangers get at each address of the town and its things, before it goes. */
const before = new Map<string, number>();

const look = async (path: string) =>
  app.ask({ path, token: null, headers: { accept: 'text/html' } });

const walked = (): ReadonlySet<string> =>
  readPaths(
    app,
    [
      ...['measure', 'plan', 'decision', 'actor', 'roundtable', 'organ'].flatMap((kind) => [
        [slug, known[kind]!],
        [town, known[kind]!],
        [known[kind]!],
      ]),
      [known['measureEntry']!],
      [slug],
      [town],
    ],
    known['measure']!,
  );

beforeAll(async () => {
  app = await TestApp.start();
  known = await aTown(app);
  town = known['municipality']!;
  await app.publish(town);
  draft = await app.given('measures', { municipality: town, text: { title: 'Entwurf' } });
  for (const kind of ['plan', 'measure', 'actor', 'roundtable']) {
    const { status, text } = await app.post(`${kind}s/${known[kind]}/publish-${kind}`, {});
    if (status !== 200) throw new Error(text);
  }
  await app.given('municipalities', { text: { name: 'Bleibstadt' } });
  await app.settle();
  const { json } = await app.ask({ path: `/api/v1/municipalities/${town}` });
  slug = json['slug'] as string;
  for (const path of walked()) before.set(path, (await look(path)).status);
  const answer = await app.post(`municipalities/${town}/move-municipality`, {
    text: { address: `${THERE}/` },
  });
  moved = (answer.json['events'] as string[])[0]!;
  await app.settle();
});
afterAll(() => app.stop());

describe('a town that is kept on another server now', () => {
  it('leads there from each address that could be read, with the ids that are the same there', async () => {
    const read = [...before].filter(([path, status]) => status === 200 && isOfTown(path));
    expect(read.length).toBeGreaterThan(60);
    for (const [path] of read) {
      const { status, headers, text } = await look(path);
      expect([path, status]).toEqual([path, 308]);
      const location = headers.get('location')!;
      expect(location.startsWith(`${THERE}/`)).toBe(true);
      expect(location.slice(THERE.length)).toBe(
        path.replace(/(kommunen|municipalities)\/[^/.]+/, `$1/${town}`),
      );
      expect(text).toContain(location);
      expect(headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('says so in both languages, and to programs as a problem with the address', async () => {
    const page = await look(`/de/kommunen/${slug}?stand=2024-01-01`);
    const location = `${THERE}/de/kommunen/${town}?stand=2024-01-01`;
    expect(page.headers.get('location')).toBe(location);
    expect(page.text).toContain('Diese Kommune wird jetzt hier geführt');
    expect(page.text).toContain('This municipality is kept here now');
    const api = await app.ask({ path: `/api/v1/measures?municipality=${slug}&limit=3` });
    expect(api.headers.get('content-type')).toContain('application/problem+json');
    expect(api.json).toMatchObject({
      ...{ status: 308, code: 'municipality/moved' },
      address: `${THERE}/api/v1/measures?municipality=${town}&limit=3`,
    });
  });

  it('says nothing of drafts that strangers could not see before', async () => {
    for (const path of [`/api/v1/measures/${draft}`, `/api/v1/measures/${draft}/history`]) {
      expect((await look(path)).status).toBe(404);
    }
  });

  it('is named in lists with its address, without its measures', async () => {
    const { json } = await app.ask({ path: '/api/v1/municipalities' });
    expect(json['moved']).toEqual([{ id: town, slug, name: 'Musterstadt', address: THERE }]);
    expect(json['items']).toMatchObject([{ name: 'Bleibstadt' }]);
    for (const path of ['/api/v1/measures', '/api/v1/exports/measures?format=json']) {
      expect((await app.ask({ path })).text).not.toContain(known['measure']);
    }
    const stranger = await app.ask({ path: '/api/v1/exports/events', token: null });
    expect(stranger.text).not.toContain(known['measure']);
    for (const path of ['/de', '/de/kommunen', '/de/kommunen?q=muster']) {
      expect((await look(path)).text).toContain(`href="${THERE}/de/kommunen/${town}"`);
    }
    expect((await look('/de/kommunen?q=bleib')).text).not.toContain(THERE);
  });

  it('takes no entries, with the address in the refusal', async () => {
    const writes: [string, object][] = [
      [`measures/${known['measure']}/start-implementation`, { occurredOn: '2024-01-01' }],
      ['measures', { municipality: town, text: { title: 'Neu' } }],
      [`municipalities/${town}/unpublish-municipality`, { text: { reason: 'x' } }],
      [`municipalities/${town}/move-municipality`, { text: { address: 'https://c.example' } }],
      [
        `plans/${known['plan']}/add-field`,
        { field: crypto.randomUUID(), rank: 1, text: { name: 'A' } },
      ],
    ];
    const position = await app.lastPosition();
    for (const [path, body] of writes) {
      const { status, json } = await app.post(path, body);
      expect([path, status, json['code'], json['address']]).toEqual([
        ...[path, 409, 'municipality/moved', THERE],
      ]);
    }
    expect(await app.lastPosition()).toBe(position);
  });

  it('comes back when that is taken back', async () => {
    const voided = { entry: moved, text: { reason: 'Der neue Server schließt.' } };
    const { status } = await app.post(`municipalities/${town}/void-entry`, voided);
    expect(status).toBe(200);
    await app.settle();
    for (const [path, status_] of before) {
      if (isOfTown(path)) expect([path, (await look(path)).status]).toEqual([path, status_]);
    }
  });
});
