import { Worlds } from '../../apps/api/src/persistence/worlds.js';
import { TestApp } from './app.js';

let app: TestApp;
/** Of a node that has just come, with a log that takes a while. */
let isDone = true;
beforeAll(async () => {
  app = await TestApp.start();
  await app.given('municipalities', { text: { name: 'Musterstadt' } });
  const { firstTelling } = app.app.get(Worlds).own;
  Object.defineProperty(firstTelling, 'isDone', { get: () => isDone });
});
afterAll(() => app.stop());

const statusOf = async (path: string) => (await app.ask({ path })).status;

describe('a node that tells its log for the first time', () => {
  beforeAll(() => {
    isDone = false;
  });

  it('says so to programs, and when to come again', async () => {
    const { status, json, headers } = await app.ask({ path: '/api/v1/municipalities' });
    expect([status, json['code']]).toEqual([503, 'views/first']);
    expect(headers.get('retry-after')).toBe('5');
  });

  it.each([
    ['de', 'zum ersten Mal'],
    ['en', 'for the first time'],
  ])('says so to people, in %s', async (lang, words) => {
    const headers = { accept: 'text/html' };
    const { status, text } = await app.ask({ path: `/${lang}`, token: null, headers });
    expect(status).toBe(503);
    expect(text).toContain(words);
  });

  it('takes no entry that would be checked against nothing', async () => {
    const before = await app.lastPosition();
    const { status } = await app.post('municipalities', { text: { name: 'Nebenan' } });
    expect(status).toBe(503);
    expect(await app.lastPosition()).toBe(before);
  });

  it('lives, is not ready, and tells operators how far it is', async () => {
    expect(await statusOf('/health/live')).toBe(200);
    expect(await statusOf('/health/ready')).toBe(503);
    expect(await statusOf('/health/node')).toBe(503);
    expect(await statusOf('/api/v1/projections')).toBe(200);
    expect(await statusOf('/metrics')).toBe(200);
  });
});

describe('once it has told it', () => {
  it('serves everybody', async () => {
    isDone = true;
    expect(await statusOf('/api/v1/municipalities')).toBe(200);
    expect(await statusOf('/health/ready')).toBe(200);
    expect(await statusOf('/health/node')).toBe(200);
  });
});
