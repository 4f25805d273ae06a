import { TestApp } from '../api/app.js';
import { type BreakableLine, breakableLine } from '../tools/breakable-line.js';
import { freshDatabase } from '../tools/postgres.js';

let line: BreakableLine;
let app: TestApp;
let cookie: string;

beforeAll(async () => {
  const url = new URL(await freshDatabase());
  line = await breakableLine(Number(url.port));
  url.port = String(line.port);
  app = await TestApp.start({ KLIMASPUR_VAULT: url.href });
  const town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  await app.publish(town);
  await app.settle();
  const { json } = await app.post('login-links', { role: 'MONITOR', municipality: town });
  const code = new URL(String(json['url'])).searchParams.get('code');
  const session = { method: 'POST', path: '/api/v1/sessions', token: null } as const;
  const answer = await app.ask({ ...session, body: { code, label: 'AG Klima' } });
  cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
});
afterAll(async () => {
  line.mend();
  await app.stop();
  await line.close();
});

const me = () => app.ask({ path: '/api/v1/me', token: null, headers: { cookie } });
const page = () => app.ask({ path: '/de/kommunen/teststadt', token: null });
const ready = () => app.ask({ path: '/health/ready', token: null });
const node = () => app.ask({ path: '/health/node', token: null });

describe('while the database of the vault does not answer', () => {
  it('what needs it says so, pages that are kept are shown, and all goes on when it is back', async () => {
    const shown = await page();
    expect([shown.status, (await me()).status, (await ready()).status]).toEqual([200, 200, 200]);
    line.cut();
    const refused = await me();
    expect(refused).toMatchObject({ status: 503, json: { code: 'vault/unavailable' } });
    expect(refused.headers.get('retry-after')).toBe('2');
    expect(refused.text).not.toMatch(/127\.0\.0\.1|ECONN/);
    expect(await page()).toMatchObject({ status: 200, text: shown.text });
    expect([(await ready()).status, (await node()).status]).toEqual([503, 200]);
    line.mend();
    expect([(await me()).status, (await ready()).status]).toEqual([200, 200]);
    expect((await page()).status).toBe(200);
  });
});
