import { TestApp } from '../api/app.js';
import { wordsOf } from './visitor.js';

let app: TestApp;
let measure: string;

beforeAll(async () => {
  app = await TestApp.start();
  const municipality = await app.given('municipalities', { text: { name: 'Teststadt' } });
  measure = await app.given('measures', { municipality, text: { title: 'Bäume' } });
  const plan = await app.given('plans', {
    ...{ municipality, kind: 'CLIMATE_PROTECTION', text: { title: 'Plan' } },
  });
  const field = '0190e0c6-2f4a-7a3b-8c1d-2e3f4a5b6c7d';
  const rated = { scale: 'TRAFFIC_LIGHT', rating: 'RED', occurredOn: null };
  for (const [path, body] of [
    [
      `measures/${measure}/decide`,
      { effect: 'ADOPTS', scope: 'FULL', final: true, occurredOn: '2024' },
    ],
    [`measures/${measure}/start-implementation`, { occurredOn: '2025-03' }],
    [`measures/${measure}/assess`, rated],
    [`plans/${plan}/add-field`, { field, rank: 1, text: { name: 'Verkehr' } }],
    [`plans/${plan}/assess-field`, { field, ...rated }],
  ] as const) {
    const { status, text } = await app.post(path, body);
    if (status >= 300) throw new Error(`${path}: ${text}`);
  }
  await app.settle();
});
afterAll(() => app.stop());

const words = async (path: string) => wordsOf(await app.ask({ path }));

describe('a day of which only the year, the month or nothing is known', () => {
  it('is said on the page of a measure as precisely as it is known', async () => {
    const page = await words(`/de/kommunen/teststadt/massnahmen/${measure}`);
    expect(page).toContain('beschlossen (seit 2024)');
    expect(page).toContain('(seit März 2025)');
    expect(page).toContain('braucht mehr Aufmerksamkeit (rot), Tag unbekannt');
    expect(page).not.toContain('31. Dezember 2024');
  });

  it('is no day of recording where a field was assessed', async () => {
    expect(await words('/de/kommunen/teststadt')).toContain(
      'braucht mehr Aufmerksamkeit (rot), Tag unbekannt',
    );
  });

  it('stands in the answers beside the day that counts', async () => {
    const { json } = await app.ask({ path: `/api/v1/measures/${measure}` });
    expect(json['facts']).toMatchObject({ decision: { since: '2024-12-31', on: '2024' } });
    expect(json['assessment']).toMatchObject({ on: null });
  });
});
