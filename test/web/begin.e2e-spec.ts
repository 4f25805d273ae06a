import { TestApp } from '../api/app.js';
import { Visitor, wordsOf } from './visitor.js';

let app: TestApp;
const start = async (example: 'yes' | 'no' = 'no') => {
  app = await TestApp.start({ KLIMASPUR_EXAMPLE: example });
};
afterEach(() => app.stop());

const town = {
  name: 'Testdorf',
  state: 'HE',
  ags: '06433012',
  population: '21.500',
  populationOn: '31.12.2024',
  targetYear: '2035',
  resolution: 'DS 74/2023',
  resolvedOn: '28.1.2024',
  evidenceUrl: 'https://example.org/ds-74',
};
const position = () => app.lastPosition();

describe('„Eigene Kommune beginnen“', () => {
  it('is offered on the example, leads to the sign-in, and back', async () => {
    await start('yes');
    const visitor = Visitor.stranger(app);
    expect((await visitor.get('/de')).text).toContain('href="/de/beginnen"');
    const asked = await visitor.get('/de/beginnen');
    expect([asked.status, asked.headers.get('location')]).toEqual([
      303,
      '/de/anmelden?weiter=%2Fde%2Fbeginnen',
    ]);
    expect(wordsOf(await visitor.follow(asked))).toContain('dort weiter, wo Sie hinwollten');
    const signedIn = await visitor.signIn({ role: 'OPERATOR' });
    expect(signedIn.headers.get('location')).toBe('/de/beginnen');
    expect((await visitor.follow(signedIn)).text).toContain('Name der Kommune');
  });

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/de/../../evil',
    '/de//evil.example/..',
    '/de@evil.example',
    'javascript:alert(1)',
    '/de/abmelden',
    '/api/v1/me',
  ])('never leads from the sign-in to %s', async (address) => {
    await start();
    const visitor = Visitor.stranger(app);
    await visitor.get(`/de/anmelden?weiter=${encodeURIComponent(address)}`);
    const { headers } = await visitor.signIn({ role: 'OPERATOR' });
    expect(headers.get('location')).toBe('/de/arbeit');
  });

  it('founds a town with its target, and makes the founder its lead', async () => {
    await start();
    const operator = await Visitor.signedIn(app, { role: 'OPERATOR' });
    const founded = await operator.fill('/de/beginnen', town);
    expect(founded.headers.get('location')).toBe('/de/kommunen/testdorf/bearbeiten');
    const index = await operator.follow(founded);
    expect(wordsOf(index)).toContain('Die Kommune ist angelegt, als Entwurf.');
    expect(wordsOf(index)).toContain('Klimaneutral bis 2035');
    expect(wordsOf(await operator.get('/de/kommunen/testdorf/bearbeiten'))).not.toContain(
      'angelegt',
    );
    const me = await operator.get('/api/v1/me');
    expect(me.json['roles']).toEqual([
      { role: 'OPERATOR' },
      { role: 'LEAD', municipality: expect.any(String) },
    ]);
    const page = wordsOf(await operator.get('/de/kommunen/testdorf'));
    expect(page).toContain('Beschlossen: 28. Januar 2024. DS 74/2023');
    expect(page).toContain('21.500');
    expect((await Visitor.stranger(app).get('/de/kommunen/testdorf')).status).toBe(404);
  });

  it('says all that is wrong at once, keeps what was typed, and founds nothing', async () => {
    await start();
    const operator = await Visitor.signedIn(app, { role: 'OPERATOR' });
    const before = await position();
    const refused = await operator.fill('/de/beginnen', {
      ...town,
      ags: '12',
      population: 'viele',
      resolvedOn: '1.1.2099',
      evidenceUrl: 'kein Link',
    });
    expect(refused.status).toBe(400);
    for (const [field, typed] of [
      ['ags', '12'],
      ['population', 'viele'],
      ['resolvedOn', '1.1.2099'],
      ['evidenceUrl', 'kein Link'],
    ]) {
      expect(refused.text).toContain(`href="#field-${field}"`);
      expect(refused.text).toContain(`value="${typed}"`);
    }
    expect(refused.text).toContain('value="Testdorf"');
    expect(wordsOf(refused)).toContain('Amtlicher Gemeindeschlüssel (AGS): Das hat nicht die Form');
    expect(await position()).toBe(before);
  });

  it('founds once when it is sent twice, and not the same town again', async () => {
    await start();
    const operator = await Visitor.signedIn(app, { role: 'OPERATOR' });
    const form = { ...town, key: '0190e0c6-2f4a-7a3b-8c1d-2e3f4a5b6c7d' };
    await operator.fill('/de/beginnen', form);
    const before = await position();
    expect((await operator.fill('/de/beginnen', form)).status).toBe(303);
    expect(await position()).toBe(before);
    const again = await operator.fill('/de/beginnen', town);
    expect([again.status, wordsOf(again).includes('Diese Kommune gibt es hier schon.')]).toEqual([
      400,
      true,
    ]);
  });

  it('is for operators only', async () => {
    await start();
    const operator = await Visitor.signedIn(app, { role: 'OPERATOR' });
    await operator.fill('/de/beginnen', town);
    await app.settle();
    const { json } = await app.ask({ path: '/api/v1/municipalities' });
    const [{ id }] = json['items'] as [{ id: string }];
    const lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: id });
    for (const answered of [
      await lead.get('/de/beginnen'),
      await lead.send('/de/beginnen', { ...town, ags: '06433013' }),
    ]) {
      expect(answered.status).toBe(403);
      expect(wordsOf(answered)).toContain('wer diese Seiten betreibt');
    }
  });
});
