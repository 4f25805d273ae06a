import { TestApp } from './app.js';
import { aTown } from './requests.js';

const rebuild = 'read-models/rebuild';
const example = 'examples/ruesselsheim';
/** The example is told entry by entry, each of them durable. */
const PATIENCE_MS = 60_000;

describe('the upkeep', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it('builds the read models anew from every event', async () => {
    const { measure } = await aTown(app);
    const stored = await app.store.readAll(null, 1_000);
    const { status, json } = await app.post(rebuild, {});
    expect([status, json['events']]).toEqual([200, stored.length]);
    expect(json['seconds']).toBeGreaterThan(0);
    expect((await app.ask({ path: `/api/v1/measures/${measure}` })).status).toBe(200);
  });

  it('has nowhere to put an example where no example world is open', async () => {
    const { status, json } = await app.post(example, {});
    expect([status, json['code']]).toEqual([409, 'example/not-open']);
    expect(json['detail']).toContain('KLIMASPUR_EXAMPLE');
  });

  it('is for operators', async () => {
    for (const path of [rebuild, example]) {
      const stranger = await app.ask({ method: 'POST', path: `/api/v1/${path}`, token: null });
      expect([stranger.status, stranger.json['code']]).toEqual([401, 'auth/sign-in-needed']);
    }
  });
});

describe('the example world', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ KLIMASPUR_EXAMPLE: 'yes' });
  }, PATIENCE_MS);
  afterAll(() => app.stop());

  it(
    'takes Rüsselsheim in, once, in a name of its own',
    async () => {
      const first = await app.post(example, {});
      expect(first.status).toBe(200);
      const again = await app.post(example, {});
      expect(again.json).toEqual(first.json);
      const { json } = await app.ask({ path: '/api/v1/municipalities', token: null });
      expect(json['total']).toBe(2);
      const measures = await app.ask({
        path: `/api/v1/measures?municipality=${String(first.json['municipality'])}`,
        token: null,
      });
      const [measure] = measures.json['items'] as { id: string }[];
      const { text } = await app.ask({
        path: `/api/v1/measures/${measure!.id}/history`,
        token: null,
      });
      expect(text).toContain('Klimaspur, nach öffentlichen Quellen');
      expect(text).not.toContain('Musterstadt');
    },
    PATIENCE_MS,
  );

  it(
    'says on each page of Rüsselsheim that it is made of public sources',
    async () => {
      const { json } = await app.post(example, {});
      const id = String(json['municipality']);
      const page = async (path: string) => (await app.ask({ path })).text;
      const list = await app.ask({ path: `/api/v1/measures?municipality=${id}` });
      const [measure] = list.json['items'] as { id: string; municipality: { slug: string } }[];
      const town = `/de/kommunen/${measure!.municipality.slug}`;
      const one = `${town}/massnahmen/${measure!.id}`;
      const below = ['', '/massnahmen', '/beschluesse', '/wer-beobachtet', '/bearbeiten'];
      const said = 'Beispiel aus öffentlichen Quellen – nicht von RüsselsheimZero';
      for (const path of [...below.map((part) => town + part), one, `${one}/verlauf`]) {
        expect([path, (await page(path)).includes(said)]).toEqual([path, true]);
      }
      expect(await page('/de/kommunen/musterstadt-am-main')).not.toContain(said);
    },
    PATIENCE_MS,
  );
});
