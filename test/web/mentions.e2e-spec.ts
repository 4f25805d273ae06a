import { randomUUID } from 'node:crypto';
import { Vault } from '@klimaspur/vault';
import { TestApp } from '../api/app.js';
import { problemsIn } from './forms.js';
import { Visitor, wordsOf } from './visitor.js';

const path = '/de/admin/personendaten';
const email = 'hannelore@beispiel.example';

let app: TestApp;
let town: string;
beforeAll(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  const actor = await app.given('actors', {
    municipality: town,
    kind: 'ASSOCIATION',
    text: { name: 'Radverein' },
  });
  await app.settle();
  const id = randomUUID();
  const name = 'Hannelore Ähnlich';
  await app.app
    .get(Vault)
    .contacts.keep({ id, municipality: town, actor, name, email, changedAt: 0 });
});
afterAll(() => app.stop());

describe('looking up somebody who asks', () => {
  it('tells the operator what is kept, and leads to where it is deleted', async () => {
    const operator = await Visitor.signedIn(app, { role: 'OPERATOR' }, 'Ähnlich, Betrieb');
    expect((await operator.get('/de/arbeit')).text).toContain(`href="${path}"`);
    const found = await operator.fill(path, { text: 'ähnlich' });
    const words = wordsOf(found);
    expect(words).toContain('2 Stellen');
    expect(words).toContain('Kontakt einer Organisation (Teststadt)');
    expect(words).toContain(email);
    const [, place = ''] = /href="([^"]+\/kontakte)"/.exec(found.text) ?? [];
    const contacts = await operator.get(place);
    const shown = contacts.status === 200 ? contacts : await operator.follow(contacts);
    expect(shown.text).toContain(email);
    const [, data = ''] = /href="(\/api\/v1\/persons\/[^"]+\/data)"/.exec(found.text) ?? [];
    expect((await operator.get(data)).json).toMatchObject({ label: 'Ähnlich, Betrieb' });
    expect(wordsOf(await operator.fill(path, { text: 'niemand' }))).toContain('Nichts gefunden');
    const empty = await operator.fill(path, { text: ' ' });
    expect([empty.status, problemsIn(empty.text)]).toEqual([400, ['text']]);
  });

  it('is for the operator alone', async () => {
    const lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town }, 'Leitung');
    expect((await lead.get(path)).status).toBe(403);
    expect((await lead.send(path, { text: 'a' })).status).toBe(403);
    expect((await lead.get('/de/arbeit')).text).not.toContain(path);
  });
});
