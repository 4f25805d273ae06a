import { TestApp } from '../api/app.js';
import { Visitor, wordsOf } from './visitor.js';

const base = '/de/kommunen/teststadt';

let app: TestApp;
let measure: string;
let decision: string;
let organ: string;
let lead: Visitor;

beforeAll(async () => {
  app = await TestApp.start();
  const town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  const body = { municipality: town, kind: 'COMMITTEE', decidesFinally: true };
  organ = await app.given('organs', { ...body, text: { name: 'Umweltauschuss' } });
  measure = await app.given('measures', { municipality: town, text: { title: 'Bäume' } });
  for (const occurredOn of ['2024-05-13', '2026-05-13']) {
    const deferred = { occurredOn, outcome: 'DEFERRED', organ, text: {} };
    await app.post(`measures/${measure}/deliberate`, deferred);
  }
  decision = await app.given('decisions', {
    ...{ municipality: town, organ, outcome: 'ADOPTED', final: true, occurredOn: '2025-01-20' },
    effects: [{ measure, effect: 'ADOPTS', scope: 'FULL' }],
    text: { title: 'Baumbeschluss' },
  });
  await app.settle();
  lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town });
  const form = `${base}/bearbeiten/gremien/${organ}`;
  await lead.fill(form, { name: 'Klimaausschuss', since: '23.4.2026' });
  await app.settle();
});
afterAll(() => app.stop());

const votes = async () => {
  const words = wordsOf(await lead.get(`${base}/massnahmen/${measure}/verlauf`));
  return [...words.matchAll(/(\w+ausschuss|\w+auschuss): /g)].map(([, name]) => name);
};

describe('a body that was renamed', () => {
  it('is called as on the day of each entry', async () => {
    expect(await votes()).toEqual(['Klimaausschuss', 'Umweltauschuss', 'Umweltauschuss']);
    const { json } = await app.ask({ path: `/api/v1/decisions/${decision}` });
    expect(json['organ']).toEqual({ id: organ, name: 'Umweltauschuss' });
    const town = wordsOf(await lead.get(base));
    expect(town).toContain('Klimaausschuss: vertagt');
    expect(town).toContain('Umweltauschuss: vertagt');
    expect(wordsOf(await lead.get(`${base}/bearbeiten/gremien`))).toContain('Klimaausschuss');
  });

  it('refuses a day that cannot be read, or has not come, beside it', async () => {
    for (const since of ['bald', '1.1.2099']) {
      const form = `${base}/bearbeiten/gremien/${organ}`;
      const refused = await lead.fill(form, { name: 'Anders', since });
      expect([refused.status, refused.text.includes('href="#field-since"')]).toEqual([400, true]);
    }
  });

  it('that was only misspelt is called rightly all along', async () => {
    const given = { municipality: (await organItem()).municipality, kind: 'OFFICE' };
    const office = await app.given('organs', {
      ...{ ...given, decidesFinally: false, text: { name: 'Grünamnt' } },
    });
    const submitted = { occurredOn: '2024-01-10', outcome: 'NOTED', organ: office, text: {} };
    await app.post(`measures/${measure}/deliberate`, submitted);
    await app.settle();
    await lead.fill(`${base}/bearbeiten/gremien/${office}`, { name: 'Grünamt' });
    await app.settle();
    const words = wordsOf(await lead.get(`${base}/massnahmen/${measure}/verlauf`));
    expect(words).toContain('Grünamt: zur Kenntnis genommen');
    expect(words).not.toContain('Grünamnt');
  });
});

const organItem = async () =>
  (await app.ask({ path: `/api/v1/organs/${organ}` })).json as { municipality: string };
