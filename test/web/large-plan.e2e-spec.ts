import { TestApp } from '../api/app.js';
import { Visitor, wordsOf } from './visitor.js';

const MEASURES = 230;
let app: TestApp;
let plan: string;
let field: string;
let lead: Visitor;
let measures: string[];
const work = '/de/kommunen/musterstadt/bearbeiten';
const RANK = 2 ** 20;

beforeAll(async () => {
  app = await TestApp.start();
  const town = await app.given('municipalities', { text: { name: 'Musterstadt' } });
  plan = await app.given('plans', {
    municipality: town,
    kind: 'CLIMATE_PROTECTION',
    text: { title: 'Großer Plan' },
  });
  field = '0197c0de-0000-7000-8000-000000000001';
  await app.post(`plans/${plan}/add-field`, { field, rank: RANK, text: { name: 'Alles' } });
  measures = [];
  for (let n = 0; n < MEASURES; n += 1) {
    const text = { title: `Maßnahme ${n}` };
    const measure = await app.given('measures', { municipality: town, text });
    const placed = { measure, field, rank: (n + 1) * RANK, text: {} };
    await app.post(`plans/${plan}/place-measure`, placed);
    measures.push(measure);
  }
  await app.settle();
  lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town });
});
afterAll(() => app.stop());

const order = (page: string) =>
  [...page.matchAll(/id="m-([0-9a-f-]{36})"/g)].map(([, id]) => measures.indexOf(id ?? ''));
const fieldPage = (page: number) =>
  lead.get(`${work}/plaene/${plan}/handlungsfelder/${field}${page > 1 ? `?seite=${page}` : ''}`);

describe('a plan with many measures', () => {
  it('is put in order field by field, a hundred at a time', async () => {
    const overview = await lead.get(`${work}/plaene/${plan}/massnahmen`);
    expect(order(overview.text)).toEqual([]);
    expect(wordsOf(overview)).toContain(`Alles Reihenfolge, Nummern, neue Maßnahmen. ${MEASURES}`);
    expect(order((await fieldPage(1)).text)).toEqual(Array.from({ length: 100 }, (_, n) => n));
    expect(order((await fieldPage(3)).text)).toHaveLength(30);
    expect(order((await fieldPage(99)).text)).toHaveLength(30);
  });

  it('lets a measure step over the edge of a page, and shows it where it stands', async () => {
    const last = measures[99] ?? '';
    const path = `${work}/massnahmen/${last}/platz`;
    const moved = await lead.send(path, { plan, from: 'field', direction: 'down' });
    expect(moved.headers.get('location')).toBe(
      `${work}/plaene/${plan}/handlungsfelder/${field}?seite=2#m-${last}`,
    );
    await app.settle();
    expect(order((await fieldPage(2)).text)[0]).toBe(99);
    expect(order((await fieldPage(1)).text).at(-1)).toBe(100);
  });

  it('is published with all its measures by one button', async () => {
    await lead.fill(`${work}/plaene/${plan}/veroeffentlichen`, {});
    await app.settle();
    const rows = await app.ask({ path: `/api/v1/measures?plan=${plan}&limit=200` });
    const { items, total } = rows.json as { items: { published: boolean }[]; total: number };
    expect([total, items.every(({ published }) => published)]).toEqual([MEASURES, true]);
    const page = wordsOf(await lead.get(`${work}/plaene/${plan}/verbergen`));
    expect(page).toContain(`alle ${MEASURES} Maßnahmen des Plans`);
  });
});
