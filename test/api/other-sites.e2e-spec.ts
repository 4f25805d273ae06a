import { TestApp } from './app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  const town = await app.given('municipalities', { text: { name: 'Musterstadt' } });
  for (const title of ['Radwege', 'Bäume', 'Dächer']) {
    await app.given('measures', { municipality: town, text: { title } });
  }
  await app.settle();
});
afterAll(() => app.stop());

describe('the page of another site', () => {
  it('may read the API, as a stranger', async () => {
    for (const path of ['/api/v1/measures', '/api/openapi.json', '/api/v1/measures/x']) {
      const { headers } = await app.ask({
        path,
        token: null,
        headers: { origin: 'https://a.example' },
      });
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    }
    const page = await app.ask({ path: '/de/kommunen', token: null });
    expect(page.headers.get('access-control-allow-origin')).toBeNull();
    expect(page.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  it('may send no command', async () => {
    const { status, headers } = await app.ask({
      method: 'OPTIONS',
      path: '/api/v1/measures',
      token: null,
      headers: { origin: 'https://a.example', 'access-control-request-method': 'POST' },
    });
    expect([status, headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS, POST']);
    expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD');
    expect(headers.get('access-control-allow-headers')).not.toContain('Authorization');
  });
});

describe('an address', () => {
  it('says what can be done there, where there is one', async () => {
    const page = await app.ask({ method: 'OPTIONS', path: '/de/kommunen', token: null });
    expect([page.status, page.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
    const nothing = await app.ask({ method: 'OPTIONS', path: '/api/v1/nothing', token: null });
    expect([nothing.status, nothing.json['code']]).toEqual([404, 'route/unknown']);
  });
});

describe('a list', () => {
  it('is read to its end by following its links', async () => {
    const titles: string[] = [];
    let path: string | undefined = '/api/v1/measures?limit=2&sort=title&q=';
    for (let page = 0; path !== undefined && page < 5; page += 1) {
      const { json, headers } = await app.ask({ path });
      titles.push(...(json['items'] as { title: string }[]).map(({ title }) => title));
      const link = headers.get('link');
      expect(link === null).toBe(json['next'] === null);
      path = /^<(\/api\/v1\/measures\?[^>]+)>; rel="next"$/.exec(link ?? '')?.[1];
    }
    expect(titles).toEqual(['Bäume', 'Dächer', 'Radwege']);
  });
});
