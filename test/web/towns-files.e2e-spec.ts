import { parse } from 'csv-parse/sync';
import { TestApp } from '../api/app.js';

let app: TestApp;
let town: string;

beforeAll(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  await app.given('municipalities', { text: { name: 'Entwurfsstadt' } });
  await app.publish(town);
  await app.settle();
});
afterAll(() => app.stop());

const ask = (path: string, headers = {}) => app.ask({ path, token: null, headers });

describe('the list of towns as a file', () => {
  it.each(['/de.json', '/en.json', '/de/kommunen.json', '/en/municipalities.json?q=test'])(
    'is at %s what the page shows',
    async (path) => {
      const { json, headers } = await ask(path);
      expect(json).toMatchObject({ total: 1, items: [{ id: town, name: 'Teststadt' }] });
      expect(headers.get('vary')).toContain('Cookie');
    },
  );

  it.each([
    ['/de/kommunen.csv', 'Kommune'],
    ['/en/municipalities.csv', 'Municipality'],
  ])('opens in a spreadsheet from %s', async (path, heading) => {
    const { text, headers } = await ask(path);
    const rows = parse(text, { delimiter: ';', bom: true, columns: true }) as object[];
    expect(rows).toMatchObject([{ id: town, [heading]: 'Teststadt' }]);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  });

  it('is linked from the page, with what was searched for', async () => {
    expect((await ask('/de/kommunen?q=test')).text).toContain('/de/kommunen.csv?q=test');
  });
});

describe('a page that cannot show yet what its reader wrote', () => {
  it('says so', async () => {
    const after = `${app.store.logId}:9999999999999999`;
    const { text } = await ask('/de/kommunen', { 'klimaspur-after': after });
    expect(text).toContain('Ihr letzter Eintrag ist gespeichert');
    expect((await ask('/de/kommunen')).text).not.toContain('Ihr letzter Eintrag');
  });
});
