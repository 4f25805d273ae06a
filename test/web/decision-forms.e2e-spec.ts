import { TestApp } from '../api/app.js';
import { formIn, post as send, problemsIn } from './forms.js';

let app: TestApp;
let town: string;
let council: string;
let plan: string;
let measures: string[];
const base = '/de/kommunen/teststadt/beschluesse';

beforeEach(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  council = await app.given('organs', {
    ...{ municipality: town, kind: 'COUNCIL', decidesFinally: true },
    text: { name: 'Gemeinderat' },
  });
  plan = await app.given('plans', {
    ...{ municipality: town, kind: 'CLIMATE_PROTECTION' },
    text: { title: 'Klimaplan' },
  });
  measures = [];
  for (const title of ['Bäume', 'Radwege', 'Dächer']) {
    const measure = await app.given('measures', { municipality: town, text: { title } });
    measures.push(measure);
    if (title === 'Dächer') continue;
    await app.post(`plans/${plan}/place-measure`, { measure, rank: measures.length });
  }
  await app.settle();
});
afterEach(() => app.stop());

const post = (path: string, fields: Parameters<typeof send>[2]) => send(app, path, fields);
const vote = () => ({
  ...{ title: 'Klimaplan auf Verweis', organ: council, on: '2024-05-16', outcome: 'ADOPTED' },
  ...{ scope: 'IN_PRINCIPLE', yes: '20', no: '3' },
});
const recorded = async (fields: Parameters<typeof send>[2]) => {
  const { status, headers, text } = await post(`${base}/neu`, { ...vote(), ...fields });
  if (status !== 303) throw new Error(`${status}: ${problemsIn(text).join(', ')}`);
  await app.settle();
  return headers.get('location')!.split('/').at(-1)!;
};
const stateOf = async (measure: string) =>
  (await app.ask({ path: `/api/v1/measures/${measure}` })).json['decision'];

describe('recording a decision over HTTP', () => {
  it('takes effect in each chosen measure at once', async () => {
    await recorded({ measures: [measures[0]!, measures[2]!] });
    expect(await Promise.all(measures.map(stateOf))).toEqual([
      'ADOPTED_IN_PRINCIPLE',
      'UNKNOWN',
      'ADOPTED_IN_PRINCIPLE',
    ]);
  });

  it('takes effect in all measures of a plan, and in the plan itself where that is said', async () => {
    await recorded({ wholePlan: plan, plan });
    expect(await Promise.all(measures.map(stateOf))).toEqual([
      'ADOPTED_IN_PRINCIPLE',
      'ADOPTED_IN_PRINCIPLE',
      'UNKNOWN',
    ]);
    const { json } = await app.ask({ path: `/api/v1/plans/${plan}` });
    expect(json['adopted']).toMatchObject({ scope: 'IN_PRINCIPLE', on: '2024-05-16' });
  });

  it('means for the measures what the outcome means, unless something else is said', async () => {
    await recorded({ outcome: 'REJECTED', scope: 'FULL', measures: [measures[0]!] });
    await recorded({ outcome: 'ADOPTED', effect: 'FUNDS', measures: [measures[1]!] });
    expect(await stateOf(measures[0]!)).toBe('REJECTED');
    expect(await stateOf(measures[1]!)).toBe('UNKNOWN');
  });

  it('gives back everything typed, choices too, with what is wrong at its field', async () => {
    const before = await app.lastPosition();
    const fields = { ...vote(), title: '', organ: '', no: 'drei', measures: [measures[1]!] };
    const { status, text } = await post(`${base}/neu`, fields);
    expect(status).toBe(400);
    expect(problemsIn(text)).toEqual(['no']);
    expect(text).toContain('value="drei"');
    expect(formIn(text)).toMatchObject({ measures: measures[1], outcome: 'ADOPTED' });
    const again = await post(`${base}/neu`, { ...fields, no: '3' });
    expect(problemsIn(again.text)).toEqual(['organ', 'title']);
    expect(await app.lastPosition()).toBe(before);
  });

  it('is nothing for strangers', async () => {
    expect((await app.ask({ path: `${base}/neu`, token: null })).status).toBe(401);
  });
});

describe('changing a decision at its source', () => {
  it('shows what stands there, and carries the correction into the measures', async () => {
    const id = await recorded({ measures: [measures[0]!, measures[1]!] });
    const path = `${base}/${id}/berichtigen`;
    const form = formIn((await app.ask({ path })).text);
    expect(form).toMatchObject({ on: '2024-05-16', yes: '20', measures: measures.slice(0, 2) });
    const sent = await post(path, { ...form, measures: [measures[2]!], reason: 'verwechselt' });
    expect(sent.status).toBe(303);
    await app.settle();
    expect(await Promise.all(measures.map(stateOf))).toEqual([
      'UNKNOWN',
      'UNKNOWN',
      'ADOPTED_IN_PRINCIPLE',
    ]);
    expect((await app.ask({ path: `${base}/${id}` })).text).toContain('verwechselt');
  });

  it('takes it back everywhere, with a reason', async () => {
    const id = await recorded({ measures: [measures[0]!] });
    const path = `${base}/${id}/ruecknahme`;
    expect(problemsIn((await post(path, {})).text)).toEqual(['reason']);
    expect((await post(path, { reason: 'nur Entwurf der Niederschrift' })).status).toBe(303);
    await app.settle();
    expect(await stateOf(measures[0]!)).toBe('UNKNOWN');
    const { text } = await app.ask({ path: `${base}/${id}` });
    expect(text).toContain('wurde zurückgenommen');
    expect(text).not.toContain('/berichtigen');
  });
});
