import { TestApp } from './app.js';
import { aTown } from './requests.js';

let app: TestApp;
afterEach(() => app.stop());

const rebuild = 'read-models/rebuild';
const example = 'examples/ruesselsheim';

describe('the upkeep', () => {
  it('builds the read models anew from every event', async () => {
    app = await TestApp.start();
    const { measure } = await aTown(app);
    const stored = await app.store.readAll(null, 1_000);
    const { status, json } = await app.post(rebuild, {});
    expect([status, json['events']]).toEqual([200, stored.length]);
    expect(json['seconds']).toBeGreaterThan(0);
    expect((await app.ask({ path: `/api/v1/measures/${measure}` })).status).toBe(200);
  });

  it('adds Rüsselsheim to the example, once, in a name of its own', async () => {
    app = await TestApp.start({ KLIMASPUR_EXAMPLE: 'yes' });
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
  });

  it('has nowhere to put an example where no example world is open', async () => {
    app = await TestApp.start();
    const { status, json } = await app.post(example, {});
    expect([status, json['code']]).toEqual([409, 'example/not-open']);
    expect(json['detail']).toContain('KLIMASPUR_EXAMPLE');
  });

  it('is for operators', async () => {
    app = await TestApp.start({ KLIMASPUR_EXAMPLE: 'yes' });
    for (const path of [rebuild, example]) {
      const stranger = await app.ask({ method: 'POST', path: `/api/v1/${path}`, token: null });
      expect([stranger.status, stranger.json['code']]).toEqual([401, 'auth/sign-in-needed']);
    }
  });
});
