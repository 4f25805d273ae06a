import { createServer, request as ask, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { TestApp } from './app.js';

const publicAddress = 'https://klima.example.org';
const host = 'klima.example.org';

/** Forwards as Caddy does: the host stays, and the headers name client, scheme and host. */
function startProxy(target: string): Promise<Server> {
  const proxy = createServer((incoming, outgoing) => {
    const headers = {
      ...incoming.headers,
      'x-forwarded-for': '203.0.113.7',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': host,
    };
    const { method, url } = incoming;
    const forwarded = ask(new URL(url ?? '/', target), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    forwarded.on('error', () => outgoing.destroy());
    outgoing.on('close', () => forwarded.destroy());
    incoming.pipe(forwarded);
  });
  proxy.listen(0, '127.0.0.1');
  return once(proxy, 'listening').then(() => proxy);
}

describe('behind a proxy that speaks HTTPS', () => {
  let app: TestApp;
  let proxy: Server;

  beforeAll(async () => {
    app = await TestApp.start({ KLIMASPUR_BASE_URL: publicAddress });
    proxy = await startProxy(app.url);
  });
  afterAll(async () => {
    proxy.closeAllConnections();
    proxy.close();
    await app.stop();
  });

  const browser = async (
    path: string,
    { method = 'GET', headers = {}, body = '' } = {},
  ): Promise<IncomingMessage> => {
    const { port } = proxy.address() as { port: number };
    const sent = ask({ host: '127.0.0.1', port, path, method, headers: { host, ...headers } });
    sent.end(body);
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    return answer;
  };

  /** A form as browsers send it that say nothing but the origin. */
  const signIn = async (origin: string) => {
    const { json } = await app.post('login-links', { role: 'OPERATOR' });
    const code = new URL(json['url'] as string).searchParams.get('code');
    return browser('/de/anmelden', {
      method: 'POST',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ code: code ?? '', label: 'AG Klima' }).toString(),
    });
  };

  it('pages name the public address', async () => {
    const page = await text(await browser('/de/kommunen'));
    expect(page).toContain(`hreflang="de" href="${publicAddress}/de/kommunen"`);
    expect(page).not.toContain('127.0.0.1');
  });

  it('a form of our own pages gets a cookie for this host alone', async () => {
    const answer = await signIn(publicAddress);
    expect(answer.statusCode).toBe(303);
    const [cookie] = answer.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^__Host-klimaspur=[^;]+;.*Path=\/;.*Secure/);
    const me = await browser('/api/v1/me', { headers: { cookie: cookie!.split(';', 1)[0]! } });
    expect(JSON.parse(await text(me))).toMatchObject({ label: 'AG Klima' });
  });

  it.each(['https://evil.example', 'http://klima.example.org', 'null'])(
    'a form from %s gets nothing',
    async (origin) => {
      const answer = await signIn(origin);
      expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([403, undefined]);
    },
  );

  it('news come at once, and proxies are asked not to collect them', async () => {
    const stream = await browser('/api/v1/changes', {
      headers: { accept: 'text/event-stream', 'accept-encoding': 'gzip, br' },
    });
    expect(stream.headers['content-encoding']).toBeUndefined();
    expect(stream.headers['x-accel-buffering']).toBe('no');
    const municipality = await app.given('municipalities', { text: { name: 'Musterstadt' } });
    await app.publish(municipality);
    let news = '';
    for await (const chunk of stream) {
      news += String(chunk);
      if (news.includes(municipality)) break;
    }
    expect(news).toContain('changed');
    stream.destroy();
  });
});

describe('without a public address', () => {
  it('what a request says about a proxy does not count', async () => {
    const app = await TestApp.start();
    try {
      const { text: page } = await app.ask({
        path: '/de/kommunen',
        headers: { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example' },
      });
      expect(page).toContain(app.url);
      expect(page).not.toContain('evil.example');
    } finally {
      await app.stop();
    }
  });
});
