import { workbook, type TestCell } from '@klimaspur/importers/testing';
import { TestApp, token } from '../api/app.js';
import { formIn, post } from './forms.js';

let app: TestApp;
let town: string;
const path = '/de/kommunen/teststadt/bearbeiten/import';

const sheet = (name: string, ...rows: TestCell[][]) => ({
  name,
  rows: [['Nr.', 'Maßnahme', 'Stand'], ...rows],
});
const cover = { name: 'Deckblatt', rows: [['Klimaschutzkonzept']] };
const mobility = sheet('Mobilität', ['M1', 'Radweg', 'läuft'], ['M2', '', 'läuft']);
const energy = sheet('Energie', ['E1', 'Solarpflicht', 'geplant']);
const archive = sheet('Archiv', ['X1', 'Altes Gutachten', 'erledigt']);
const file = workbook(cover, mobility, energy, archive) as Uint8Array<ArrayBuffer>;

beforeEach(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  await app.settle();
});
afterEach(() => app.stop());

const upload = async (bytes = file): Promise<string> => {
  const body = new FormData();
  body.append('standOn', '2024-04-30');
  body.append('file', new File([bytes], 'konzept.xlsx'));
  const headers = { authorization: `Bearer ${token}` };
  const options = { method: 'POST', body, redirect: 'manual' as const, headers };
  return (await fetch(app.url + path, options)).headers.get('location') ?? '';
};
const page = async (at: string) => (await app.ask({ path: at })).text;
const applied = async (at: string, fields: Record<string, string | readonly string[]>) => {
  await post(app, at, { ...formIn(await page(at)), ...fields, act: 'apply' });
  for (;;) {
    const html = await page(at);
    if (!html.includes('<look-again')) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await app.settle();
  const { json } = await app.ask({ path: `/api/v1/measures?municipality=${town}` });
  return (json['items'] as { title: string; place: { fieldName: string } }[])
    .map(({ title, place }) => `${place.fieldName}: ${title}`)
    .toSorted();
};

describe('a workbook with a sheet for each field', () => {
  it('shows which sheets are read, which are not and why, and where something is wrong', async () => {
    const at = await upload();
    const html = await page(at);
    expect(formIn(html)['sheets']).toEqual(['Mobilität', 'Energie', 'Archiv']);
    expect(html).toMatch(/Deckblatt[\s\S]*keine Tabelle mit Maßnahmen gefunden/);
    expect(html).toContain('Blatt „Mobilität“, Zeile 3');
    expect(html).toContain('Gelesen wurden die Blätter: Mobilität, Energie, Archiv');
    const report = await page(`${at}/bericht.csv`);
    expect(report).toContain('Blatt „Mobilität“, Zeile 3');
  });

  it('takes the sheets that are chosen, remembers those left out, and records nothing twice', async () => {
    const chosen = { sheets: ['Mobilität', 'Energie'], acceptGoodRows: 'yes' };
    const first = await applied(await upload(), chosen);
    expect(first).toEqual(['Energie: Solarpflicht', 'Mobilität: Radweg']);
    const before = await app.lastPosition();
    const next = await upload();
    expect(formIn(await page(next))['sheets']).toEqual(['Mobilität', 'Energie']);
    expect(await page(next)).toMatch(/Archiv[\s\S]*von Ihnen abgewählt/);
    expect(await applied(next, { acceptGoodRows: 'yes' })).toEqual(first);
    expect(await app.lastPosition()).toBe(before);
    const waste = sheet('Abfall', ['A1', 'Biotonne', 'läuft']);
    const more = workbook(cover, mobility, energy, waste, archive) as Uint8Array<ArrayBuffer>;
    expect(await applied(await upload(more), { acceptGoodRows: 'yes' })).toEqual([
      'Abfall: Biotonne',
      ...first,
    ]);
  });

  it('reads the sheets that the address names', async () => {
    const query = new URLSearchParams([
      ['town', town],
      ['fileName', 'konzept.xlsx'],
      ['sheet', 'Energie'],
      ['sheet', 'Archiv'],
    ]);
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/octet-stream',
    };
    const address = `${app.url}/api/v1/imports/measures?${query}`;
    const answer = await (await fetch(address, { method: 'POST', headers, body: file })).text();
    expect(answer).toContain('"measures":2');
    expect(answer).toContain('"use":"ignored"');
  });
});
