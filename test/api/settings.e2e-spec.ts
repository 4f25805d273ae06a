import { Worlds } from '../../apps/api/src/persistence/worlds.js';
import { TestApp } from './app.js';

describe('behind HTTPS', () => {
  it('the cookie belongs to this host alone and travels encrypted', async () => {
    const secure = await TestApp.start({ KLIMASPUR_BASE_URL: 'https://klima.example.org' });
    try {
      const { json } = await secure.post('login-links', { role: 'OPERATOR' });
      expect(json['url']).toMatch(/^https:\/\/klima\.example\.org\/de\/anmelden\?code=[\w-]{43}$/);
      const code = new URL(json['url'] as string).searchParams.get('code');
      const answer = await secure.ask({
        method: 'POST',
        path: '/api/v1/sessions',
        body: { code, label: 'AG' },
        token: null,
      });
      expect(answer.headers.get('set-cookie')).toMatch(/^__Host-klimaspur=.*; Secure/);
      expect(answer.headers.get('strict-transport-security')).toContain('max-age');
    } finally {
      await secure.stop();
    }
  });
});

describe('while the example is shown', () => {
  it('everybody who is signed in may try it; towns and people go into the own world', async () => {
    const fresh = await TestApp.start({ KLIMASPUR_EXAMPLE: 'yes' });
    try {
      const { own, example } = fresh.app.get(Worlds);
      const stream = 'municipality-0197c0de-0000-7000-8000-000000000001';
      const founded = {
        id: '0197c0de-0000-8000-8000-000000000002',
        type: 'MunicipalityFounded',
        data: { text: { name: 'Musterstadt am Main' } },
        metadata: { occurredOn: null, recordedAt: '2026-01-01T00:00:00.000Z' },
      };
      await example!.store.append(stream, [founded], 'no_stream');
      const municipality = stream.slice('municipality-'.length);
      const tried = await fresh.given('measures', { municipality, text: { title: 'Versuch' } });
      expect(await example!.store.readStream(`measure-${tried}`)).toHaveLength(1);
      expect(await own.store.lastPosition()).toBeNull();
      await fresh.given('municipalities', { text: { name: 'Eigene' } });
      expect(fresh.worlds.current().name).toBe('own');
      expect(await fresh.post(`measures/${tried}/check-unchanged`, {})).toMatchObject({
        status: 404,
      });
    } finally {
      await fresh.stop();
    }
  });
});
