import { TestApp } from './app.js';

let klimaspur: TestApp;
let town: string;

beforeAll(async () => {
  klimaspur = await TestApp.start();
  town = await klimaspur.given('municipalities', { text: { name: 'Musterstadt' } });
});
afterAll(() => klimaspur.stop());

const invite = async (body: object): Promise<string> => {
  const { status, json, text } = await klimaspur.post('login-links', body);
  if (status !== 201) throw new Error(text);
  return new URL(json['url'] as string).searchParams.get('code')!;
};

/** Signs somebody in and answers how they ask from then on. */
async function signedIn(invitation: object, label = 'AG Klima') {
  const code = await invite(invitation);
  const answer = await klimaspur.ask({
    method: 'POST',
    path: '/api/v1/sessions',
    body: { code, label },
    token: null,
  });
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
  const ask = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown, headers = {}) =>
    klimaspur.ask({
      method,
      path: `/api/v1/${path}`,
      body,
      token: null,
      headers: { cookie, origin: klimaspur.url, ...headers },
    });
  return { answer, cookie, ask, person: answer.json['person'] as string };
}

describe('a sign-in link', () => {
  it('lets in once, under the name that was chosen, in the role it is for', async () => {
    const { answer, ask, person } = await signedIn({ role: 'MONITOR', municipality: town });
    const roles = [{ role: 'MONITOR', municipality: town }];
    expect(answer).toMatchObject({ status: 201, json: { person, label: 'AG Klima', roles } });
    expect((await ask('GET', 'me')).json).toEqual({ person, label: 'AG Klima', roles });
    const [granted] = await klimaspur.eventsOf(`person-${person}`);
    expect(granted).toMatchObject({
      type: 'PersonRoleGranted',
      data: { role: 'MONITOR', municipality: town },
      metadata: { actor: { role: 'OPERATOR' } },
    });
    expect(JSON.stringify(granted)).not.toContain('AG Klima');
  });

  it('sets a cookie that scripts and other sites do not get', async () => {
    const { answer } = await signedIn({ role: 'OPERATOR' });
    const cookie = answer.headers.get('set-cookie')!;
    expect(cookie).toMatch(/^klimaspur=[\w-]{43}; /);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
    expect(cookie).toContain('Path=/');
  });

  it('is not used up by looking at it, and cannot be used twice', async () => {
    const code = await invite({ role: 'MONITOR', municipality: town });
    const path = `/de/anmelden?code=${code}`;
    for (let looks = 0; looks < 3; looks++) {
      const page = await klimaspur.ask({ path, token: null });
      expect(page.status).toBe(200);
      expect(page.text).toContain('Unter welcher Bezeichnung erscheinen Ihre Einträge?');
    }
    const form = (label: string) =>
      klimaspur.ask({
        method: 'POST',
        path: '/de/anmelden',
        token: null,
        body: new URLSearchParams({ code, label }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: klimaspur.url },
      });
    const nameless = await form('  ');
    expect(nameless.status).toBe(400);
    expect(nameless.text).toContain('Hier steht nichts.');
    const done = await form('Klimagruppe');
    expect([done.status, done.headers.get('location')]).toEqual([303, '/de/arbeit']);
    expect((await form('Klimagruppe')).status).toBe(410);
    const used = await klimaspur.ask({ path, token: null });
    expect([used.status, used.text.includes('schon benutzt')]).toEqual([410, true]);
  });

  it('stands in no address that is copied, printed or sent on', async () => {
    const code = await invite({ role: 'MONITOR', municipality: town });
    const { text } = await klimaspur.ask({ path: `/de/anmelden?code=${code}`, token: null });
    expect(text.match(/<[^>]*code=[^>]*>/g)).toEqual([
      expect.stringContaining(`<a href="/en/sign-in?code=${code}" lang="en"`),
    ]);
    expect(text.split(code)).toHaveLength(3);
    expect(text).toContain(`<link rel="canonical" href="${klimaspur.url}/de/anmelden"`);
  });

  it('that was made up leads nowhere', async () => {
    for (const path of ['/de/anmelden?code=x', '/en/sign-in?code=x']) {
      expect((await klimaspur.ask({ path, token: null })).status).toBe(404);
    }
    const body = { code: 'x', label: 'x' };
    const answer = await klimaspur.ask({
      method: 'POST',
      path: '/api/v1/sessions',
      body,
      token: null,
    });
    expect(answer).toMatchObject({ status: 404, json: { code: 'link/unknown' } });
  });

  it.each([
    [{}, 'role', 'field/missing'],
    [{ role: 'KING' }, 'role', 'field/unknown-code'],
    [{ role: 'LEAD' }, 'municipality', 'field/missing'],
    [
      { role: 'OPERATOR', municipality: '0197c0de-0000-7000-8000-000000000009' },
      'municipality',
      'role/instance-wide',
    ],
    [
      { role: 'LEAD', municipality: '0197c0de-0000-7000-8000-000000000009' },
      'municipality',
      'reference/unknown',
    ],
    [
      { role: 'OPERATOR', person: '0197c0de-0000-7000-8000-000000000009' },
      'person',
      'reference/unknown',
    ],
    [{ role: 'OPERATOR', surprise: 1 }, 'surprise', 'field/unknown'],
  ])('for %j is refused', async (body, field, code) => {
    expect(await klimaspur.post('login-links', body)).toMatchObject({
      status: 400,
      json: { errors: [{ field, code }] },
    });
  });

  it('may be made by a lead for their own town', async () => {
    const lead = await signedIn({ role: 'LEAD', municipality: town });
    const make = (role: string, municipality?: string) =>
      lead.ask('POST', 'login-links', { role, municipality });
    expect(await make('MONITOR', town)).toMatchObject({ status: 201 });
    expect(await make('OPERATOR')).toMatchObject({ status: 403 });
    const elsewhere = await klimaspur.given('municipalities', { text: { name: 'Anderswo' } });
    expect(await make('MONITOR', elsewhere)).toMatchObject({ status: 403 });
    const monitor = await signedIn({ role: 'MONITOR', municipality: town });
    const body = { role: 'MONITOR', municipality: town };
    expect(await monitor.ask('POST', 'login-links', body)).toMatchObject({ status: 403 });
  });
});

describe('a session', () => {
  it('writes in the role of its person, who is found behind the pseudonym only', async () => {
    const monitor = await signedIn({ role: 'MONITOR', municipality: town });
    const measure = await klimaspur.given('measures', {
      municipality: town,
      text: { title: 'Radwege' },
    });
    const written = await monitor.ask('POST', `measures/${measure}/report-progress`, {
      percent: 10,
    });
    expect(written.status).toBe(200);
    expect(written.headers.get('set-cookie')).toContain(`klimaspur-after=`);
    const [, event] = await klimaspur.eventsOf(`measure-${measure}`);
    expect(event!.metadata['actor']).toEqual({
      person: monitor.person,
      role: 'MONITOR',
      municipality: town,
    });
    const own = { entry: event!.id, text: { reason: 'verzählt' } };
    expect(await monitor.ask('POST', `measures/${measure}/void-entry`, own)).toMatchObject({
      status: 200,
    });
    const [first] = await klimaspur.eventsOf(`measure-${measure}`);
    const others = { entry: first!.id, text: { reason: 'gefällt mir nicht' } };
    expect(await monitor.ask('POST', `measures/${measure}/void-entry`, others)).toMatchObject({
      status: 403,
      json: { code: 'auth/not-allowed' },
    });
    expect(await monitor.ask('POST', `measures/${measure}/publish-measure`, {})).toMatchObject({
      status: 403,
    });
  });

  it('loses a role the moment it is taken away', async () => {
    const lead = await signedIn({ role: 'LEAD', municipality: town });
    const body = { municipality: town, text: { title: 'Radwege' } };
    expect((await lead.ask('POST', 'measures', body)).status).toBe(201);
    await klimaspur.post(`persons/${lead.person}/revoke-role`, {
      role: 'LEAD',
      municipality: town,
    });
    expect((await lead.ask('POST', 'measures', body)).status).toBe(403);
  });

  it('writes nothing that another site asked for', async () => {
    const lead = await signedIn({ role: 'LEAD', municipality: town });
    const body = { municipality: town, text: { title: 'Von woanders' } };
    const before = await klimaspur.lastPosition();
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      expect(await lead.ask('POST', 'measures', body, headers)).toMatchObject({
        status: 403,
        json: { code: 'auth/foreign-origin' },
      });
    }
    const silent = await klimaspur.ask({
      method: 'POST',
      path: '/api/v1/measures',
      body,
      token: null,
      headers: { cookie: lead.cookie },
    });
    expect(silent.status).toBe(403);
    expect(await klimaspur.lastPosition()).toBe(before);
  });

  it('takes another name for all entries, and ends', async () => {
    const monitor = await signedIn({ role: 'MONITOR', municipality: town });
    const renamed = await monitor.ask('POST', 'me/label', { label: '  Rad  für alle ' });
    expect(renamed.json).toMatchObject({ label: 'Rad für alle' });
    expect((await monitor.ask('GET', 'me')).json).toMatchObject({ label: 'Rad für alle' });
    expect((await monitor.ask('DELETE', 'sessions/current')).status).toBe(204);
    expect((await monitor.ask('GET', 'me')).status).toBe(401);
  });
});

describe('a read after a write', () => {
  it('is not kept by positions of other logs, or of none', async () => {
    for (const after of ['x', 'x:0000000000000001', `${klimaspur.store.logId}:1`]) {
      const answer = await klimaspur.ask({
        path: '/api/v1/me',
        headers: { 'klimaspur-after': after },
      });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('klimaspur-behind')).toBeNull();
    }
  });
});

describe('a read after a write that is not shown yet', () => {
  it('is answered after two seconds, and says so', async () => {
    const after = `${klimaspur.store.logId}:0000000000999999`;
    const answer = await klimaspur.ask({
      path: '/api/v1/me',
      headers: { 'klimaspur-after': after },
    });
    expect([answer.status, answer.headers.get('klimaspur-behind')]).toEqual([200, after]);
  });
});
