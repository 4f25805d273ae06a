import { beginPath } from '../../apps/api/src/web/paths.js';
import { TestApp } from '../api/app.js';
import { post } from './forms.js';
import { Visitor, wordsOf } from './visitor.js';

let app: TestApp;
let lead: Visitor;
let measure: string;

beforeAll(async () => {
  app = await TestApp.start();
  const town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  measure = await app.given('measures', { municipality: town, text: { title: 'Bäume' } });
  const plan = { municipality: town, kind: 'CLIMATE_PROTECTION', text: { title: 'Plan' } };
  await app.given('plans', plan);
  const body = { kind: 'COUNCIL', decidesFinally: true, text: { name: 'Gemeinderat' } };
  await app.given('organs', { municipality: town, ...body });
  await app.settle();
  lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town });
});
afterAll(() => app.stop());

const town = '/de/kommunen/teststadt';
const log = async () => {
  const said = { what: 'checked', on: '2026-01-01', note: 'x' };
  const saved = await lead.send(`${town}/massnahmen/${measure}/eintragen`, said);
  await app.settle();
  return saved.headers.get('location') ?? '';
};
/** What the summary of problems says, one line each. */
const problems = (html: string): string[] =>
  [...html.matchAll(/<a href="#field-[^"]*">([^<]*)<\/a>/g)].map(([, words = '']) => words);

describe('the summary of a refused form', () => {
  it.each([
    ['bearbeiten/massnahmen/neu', {}, 'Titel der Maßnahme: Diese Angabe fehlt.'],
    ['bearbeiten/gremien/neu', {}, 'Name: Diese Angabe fehlt.'],
    ['bearbeiten/plaene/neu', {}, 'Titel des Plans: Diese Angabe fehlt.'],
    ['beschluesse/neu', {}, 'Worüber wurde abgestimmt? Diese Angabe fehlt.'],
    [
      'bearbeiten/zieljahr',
      { targetYear: '21500' },
      'Zieljahr: Geben Sie ein Jahr von 2000 bis 2100 an, zum Beispiel 2035.',
    ],
  ])('of %s names the field, once', async (path, fields, words) => {
    const { status, text } = await lead.fill(`${town}/${path}`, fields);
    expect(status).toBe(400);
    const said = problems(text).filter((line) => line === words);
    expect(said).toHaveLength(1);
    const [, label] = /^(.*?)[:?]/.exec(said[0] ?? '') ?? [];
    expect(problems(text).filter((line) => line.startsWith(`${label}`))).toHaveLength(1);
  });

  it('names it once, where several parts of a form are looked at before the first is sent', async () => {
    const { text } = await post(app, beginPath('de'), { name: 'Neustadt', targetYear: 'bald' });
    expect(problems(text).filter((line) => line.startsWith('Zieljahr'))).toEqual([
      'Zieljahr: Geben Sie ein Jahr von 2000 bis 2100 an, zum Beispiel 2035.',
    ]);
  });

  it('names it in the log form, where one corrects, takes back and gives evidence', async () => {
    const form = await lead.fill(`${town}/massnahmen/${measure}/eintragen`, { on: '' });
    expect(problems(form.text)).toEqual([
      expect.stringMatching(/^Was ist geschehen\? Wählen Sie/),
      expect.stringMatching(/^Wann\? /),
    ]);
    const saved = await log();
    for (const [page, label] of [
      ['berichtigen', 'Warum wird berichtigt?'],
      ['ruecknahme', 'Warum wird er zurückgenommen?'],
      ['beleg', 'Bezeichnung des Belegs:'],
    ] as const) {
      const { status, text } = await lead.fill(saved.replace('eingetragen', page), {});
      expect(status).toBe(400);
      expect(problems(text)).toEqual([
        expect.stringMatching(new RegExp(`^${label.replace('?', '\\?')} `)),
      ]);
    }
  });

  it('names it at the door too', async () => {
    const { json } = await app.post('login-links', { role: 'OPERATOR' });
    const code = new URL(String(json['url'])).searchParams.get('code') ?? '';
    const refused = await Visitor.stranger(app).send('/de/anmelden', { code, label: ' ' });
    expect(refused.status).toBe(400);
    expect(problems(refused.text)).toEqual([
      expect.stringMatching(/^Unter welcher Bezeichnung .*\? Hier steht nichts\.$/),
    ]);
    expect(wordsOf(refused)).toContain('Eine Angabe fehlt oder stimmt nicht');
  });
});
