import { TestApp } from '../api/app.js';
import { formIn, post as send, problemsIn } from './forms.js';

let app: TestApp;
let measure: string;
let council: string;
let entry: string;
const base = () => `/de/kommunen/teststadt/massnahmen/${measure}`;

beforeEach(async () => {
  app = await TestApp.start();
  const municipality = await app.given('municipalities', { text: { name: 'Teststadt' } });
  council = await app.given('organs', {
    ...{ municipality, kind: 'COUNCIL', decidesFinally: true },
    text: { name: 'Gemeinderat' },
  });
  measure = await app.given('measures', { municipality, text: { title: 'Bäume pflanzen' } });
  const { json } = await app.post(`measures/${measure}/decide`, {
    occurredOn: '2024-05-16',
    ...{ effect: 'ADOPTS', scope: 'FULL', final: true, organ: council, votes: { yes: 20, no: 3 } },
    text: { paper: 'DS-1', evidence: [{ kind: 'minutes', title: 'Niederschrift' }] },
  });
  entry = (json['events'] as string[])[0]!;
  await app.settle();
});
afterEach(() => app.stop());

const post = (path: string, fields: Parameters<typeof send>[2]) => send(app, path, fields);
const last = async () => (await app.eventsOf(`measure-${measure}`)).at(-1)!;
const formOf = async (path: string) => formIn((await app.ask({ path })).text);

describe('evidence that was added to an entry', () => {
  const measurePage = async () => (await app.ask({ path: base() })).text;

  it('stands on the page of the measure until the entry is taken back', async () => {
    const text = { evidence: [{ kind: 'press', title: 'Zeitungsbericht' }] };
    expect((await app.post(`measures/${measure}/add-evidence`, { entry, text })).status).toBe(200);
    await app.settle();
    const [, listed = ''] = (await measurePage()).split('id="evidence-heading"');
    expect(listed).toContain('Zeitungsbericht');
    const reason = { text: { reason: 'andere Maßnahme' } };
    await app.post(`measures/${measure}/void-entry`, { entry, ...reason });
    await app.settle();
    expect(await measurePage()).not.toContain('id="evidence-heading"');
  });
});

describe('correcting an entry over HTTP', () => {
  const path = () => `${base()}/berichtigen?eintrag=${entry}`;

  it('shows what stands there, records what is typed anew, and keeps the evidence', async () => {
    const form = await formOf(path());
    expect(form).toMatchObject({
      on: '2024-05-16',
      effect: 'ADOPTS',
      'votes.yes': '20',
      organ: council,
    });
    const sent = await post(path(), {
      ...form,
      'votes.no': '2',
      on: '2024-05-15',
      reason: 'verlesen',
    });
    expect(sent.status).toBe(303);
    expect(sent.headers.get('location')).toBe(`${base()}/verlauf#e-${entry}`);
    expect(await last()).toMatchObject({
      type: 'EntryCorrected',
      data: {
        entry,
        replacement: { effect: 'ADOPTS', final: true, organ: council, votes: { yes: 20, no: 2 } },
        text: {
          reason: 'verlesen',
          replacement: { paper: 'DS-1', evidence: [{ kind: 'minutes', title: 'Niederschrift' }] },
        },
      },
      metadata: { occurredOn: '2024-05-15' },
    });
    await app.settle();
    const { text } = await app.ask({ path: `${base()}/verlauf` });
    expect(text).toContain('20 Ja, 2 Nein');
    expect(text).toContain('verlesen');
  });

  it('gives back everything typed with what is wrong at its field, and records nothing', async () => {
    const before = await app.lastPosition();
    const form = await formOf(path());
    const { status, text } = await post(path(), {
      ...form,
      'votes.no': 'zwei',
      effect: 'WISHES',
      'text.note': 'ein langer Text',
      reason: 'verlesen',
    });
    expect(status).toBe(400);
    expect(problemsIn(text)).toEqual(['effect', 'votes.no']);
    const withoutReason = await post(path(), { ...form, reason: '' });
    expect(problemsIn(withoutReason.text)).toEqual(['reason']);
    expect(text).toContain('ein langer Text');
    expect(text).toContain('value="zwei"');
    expect(await app.lastPosition()).toBe(before);
  });

  it('asks why it is corrected beside the reason that the entry itself gives', async () => {
    const { json } = await app.post(`measures/${measure}/report-delay`, {
      ...{ occurredOn: '2024-09-01', reason: 'STAFF' },
    });
    await app.settle();
    const late = (json['events'] as string[])[0]!;
    const delay = `${base()}/berichtigen?eintrag=${late}`;
    const sent = { ...(await formOf(delay)), 'entry.reason': 'FUNDING' };
    const unexplained = await post(delay, sent);
    expect(problemsIn(unexplained.text)).toEqual(['reason']);
    expect(formIn(unexplained.text)).toMatchObject({ 'entry.reason': 'FUNDING' });
    const wrong = await post(delay, { ...sent, reason: 'verlesen', 'entry.reason': 'MOOD' });
    expect(problemsIn(wrong.text)).toEqual(['entry.reason']);
    expect((await post(delay, { ...sent, reason: 'verlesen' })).status).toBe(303);
    expect(await last()).toMatchObject({
      data: { replacement: { reason: 'FUNDING' }, text: { reason: 'verlesen' } },
    });
  });

  it('is nothing for strangers, and nothing for entries that are not there', async () => {
    expect((await app.ask({ path: path(), token: null })).status).toBe(401);
    const unknown = `${base()}/berichtigen?eintrag=00000000-0000-7000-8000-000000000001`;
    expect((await app.ask({ path: unknown })).status).toBe(404);
  });
});

describe('taking an entry back over HTTP', () => {
  const path = () => `${base()}/ruecknahme?eintrag=${entry}`;

  it('asks for the reason, which everybody can read beside the entry', async () => {
    const without = await post(path(), { reason: ' ' });
    expect(without.status).toBe(400);
    expect(problemsIn(without.text)).toEqual(['reason']);
    expect((await post(path(), { reason: 'andere Maßnahme' })).status).toBe(303);
    expect(await last()).toMatchObject({
      type: 'EntryVoided',
      data: { entry, text: { reason: 'andere Maßnahme' } },
    });
    await app.settle();
    expect((await app.ask({ path: `${base()}/verlauf` })).text).toContain('andere Maßnahme');
  });

  it('is offered to those who may, at each entry that still counts', async () => {
    const links = async (token?: null) =>
      (
        await app.ask({ path: `${base()}/verlauf`, ...(token === null ? { token } : {}) })
      ).text.match(/(berichtigen|ruecknahme)\?eintrag=/g) ?? [];
    expect(await links()).toHaveLength(2);
    await post(path(), { reason: 'andere Maßnahme' });
    await app.settle();
    expect(await links()).toHaveLength(0);
  });
});
