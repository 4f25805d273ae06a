import { TestApp } from '../api/app.js';

let app: TestApp;
let town: string;
let decision: string;
let shown: string;
let draft: string;
let aboutPlan: string;

const publish = async (path: string, what: string) => app.post(`${path}/publish-${what}`, {});
const page = (path: string, token?: null) =>
  app.ask({ path, headers: { accept: 'text/html' }, ...(token === null ? { token } : {}) });

beforeAll(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  const organ = await app.given('organs', {
    ...{ municipality: town, kind: 'COUNCIL', decidesFinally: true },
    text: { name: 'Gemeinderat' },
  });
  const measure = (title: string) => app.given('measures', { municipality: town, text: { title } });
  [shown, draft] = [await measure('Bäume pflanzen'), await measure('Noch ein Entwurf')];
  decision = await app.given('decisions', {
    occurredOn: '2024-05-16',
    ...{ municipality: town, organ, outcome: 'ADOPTED', final: true, votes: { yes: 20, no: 3 } },
    effects: [shown, draft].map((id) => ({ measure: id, effect: 'ADOPTS', scope: 'IN_PRINCIPLE' })),
    text: { title: 'Klimaplan auf Verweis', paper: 'DS-1' },
  });
  const plan = await app.given('plans', {
    ...{ municipality: town, kind: 'CLIMATE_PROTECTION' },
    text: { title: 'Klimaplan 2035' },
  });
  aboutPlan = await app.given('decisions', {
    occurredOn: '2024-06-20',
    ...{ municipality: town, organ, outcome: 'ADOPTED', final: true },
    ...{ plan: { plan, scope: 'IN_PRINCIPLE' }, effects: [] },
    text: { title: 'Grundsatzbeschluss' },
  });
  await publish(`plans/${plan}`, 'plan');
  await publish(`measures/${shown}`, 'measure');
  await app.publish(town);
  await app.settle();
});
afterAll(() => app.stop());

describe('the decisions of a town', () => {
  it('are listed with day, body, outcome, and how many measures they concern', async () => {
    const { status, text } = await page('/de/kommunen/teststadt/beschluesse');
    expect(status).toBe(200);
    for (const words of ['Klimaplan auf Verweis', '16. Mai 2024', 'Gemeinderat', 'beschlossen']) {
      expect(text).toContain(words);
    }
  });

  it('that concern a plan alone say which, and count no measures', async () => {
    const path = `/de/kommunen/teststadt/beschluesse/${aboutPlan}`;
    for (const token of [undefined, null] as const) {
      const { text } = await page(path, token);
      expect(text).toContain('Betrifft den Plan „Klimaplan 2035“');
      expect(text).not.toContain('0 Maßnahmen');
      expect(text).not.toContain('Beschluss für mehrere Maßnahmen');
    }
    expect((await page('/de/kommunen/teststadt/beschluesse')).text).toContain('nur der Plan');
    expect((await page(`${path}/teilen`)).text).toContain('Betrifft den Plan „Klimaplan 2035“');
  });

  it('say what a correction changed, from what to what', async () => {
    const stream = `decision-${aboutPlan}`;
    const [recorded] = await app.eventsOf(stream);
    const { text: said, ...terms } = recorded!.data as { text: { title: string } };
    const corrected = await app.post(`decisions/${aboutPlan}/correct-entry`, {
      occurredOn: '2024-06-27',
      entry: recorded!.id,
      replacement: { ...terms, votes: { yes: 18, no: 5 } },
      text: { reason: 'Laut Niederschrift', replacement: { ...said, paper: 'DS-7' } },
    });
    expect(corrected.status).toBe(200);
    await app.settle();
    const { text } = await page(`/de/kommunen/teststadt/beschluesse/${aboutPlan}`, null);
    const words = text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(words).toContain('Laut Niederschrift');
    expect(words).toContain('Tag der Sitzung vorher: 20. Juni 2024 jetzt: 27. Juni 2024');
    expect(words).toContain('Drucksache jetzt: DS-7');
    expect(words).toContain('Abstimmung jetzt: 18 Ja, 5 Nein');
    expect(words).not.toContain('Ergebnis vorher');
  });

  it('each have a page: the vote, what it means for which measure, and who recorded it', async () => {
    const { text } = await page(`/de/kommunen/teststadt/beschluesse/${decision}`);
    for (const words of ['20 Ja, 3 Nein', 'DS-1', 'Bäume pflanzen', 'Noch ein Entwurf']) {
      expect(text).toContain(words);
    }
    expect(text).toContain('grundsätzlich beschlossen – Einzelbeschluss steht aus');
  });

  it('name no draft to strangers, in no form', async () => {
    for (const ending of ['', '.json']) {
      const path = `/en/municipalities/teststadt/decisions/${decision}${ending}`;
      const { status, text } = await page(path, null);
      expect(status).toBe(200);
      expect(text).toContain('Bäume pflanzen');
      expect(text).not.toContain('Noch ein Entwurf');
      expect(text).not.toContain(draft);
    }
  });

  it('are linked from what they wrote into the history of a measure', async () => {
    const { text } = await page(`/de/kommunen/teststadt/massnahmen/${shown}/verlauf`);
    expect(text).toContain(`href="/de/kommunen/teststadt/beschluesse/${decision}"`);
  });

  it('are not there under an id that nobody gave', async () => {
    const unknown = '00000000-0000-7000-8000-000000000001';
    expect((await page(`/de/kommunen/teststadt/beschluesse/${unknown}`)).status).toBe(404);
    expect((await page('/de/kommunen/teststadt/beschluesse/42')).status).toBe(404);
  });
});
