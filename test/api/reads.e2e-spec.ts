import { Ajv } from 'ajv';
import { TestApp, token } from './app.js';

let app: TestApp;
let town: string;
let plan: string;
let field: string;
let trees: string;
let solar: string;
let organ: string;
let decision: string;

const ask = (path: string, headers?: Readonly<Record<string, string>>) =>
  app.ask({ path: `/api/v1/${path}`, token: null, ...(headers ? { headers } : {}) });
const items = async (path: string) =>
  (await ask(path)).json['items'] as readonly Record<string, unknown>[];
const ids = async (path: string) => (await items(path)).map(({ id }) => id);

beforeAll(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Musterstadt' } });
  plan = await app.given('plans', {
    municipality: town,
    kind: 'CLIMATE_PROTECTION',
    text: { title: 'Klimaplan' },
  });
  field = crypto.randomUUID();
  await app.post(`plans/${plan}/add-field`, { field, rank: 1, text: { name: 'Energie' } });
  trees = await app.given('measures', { municipality: town, text: { title: 'Bäume pflanzen' } });
  solar = await app.given('measures', { municipality: town, text: { title: 'Sonnendächer' } });
  await app.post(`plans/${plan}/place-measure`, { measure: solar, field, rank: 1, text: {} });
  await app.post(`measures/${solar}/start-implementation`, {
    duration: 'PROJECT',
    occurredOn: '2025-03-01',
    text: { evidence: [{ kind: 'site-visit', title: 'Ortstermin' }] },
  });
  await app.post(`measures/${solar}/complete-implementation`, { occurredOn: '2026-02-03' });
  const ends = ['2029', '2030-06-30'];
  for (const plannedEnd of ends) {
    await app.post(`measures/${trees}/reschedule`, { plannedEnd, occurredOn: '2025-04' });
  }
  await app.post(`measures/${trees}/assess`, {
    ...{ scale: 'ONE_TO_FIVE', rating: '2', occurredOn: '2025-10-01' },
  });
  organ = await app.given('organs', {
    ...{ municipality: town, kind: 'COUNCIL', decidesFinally: true },
    text: { name: 'Stadtverordnetenversammlung' },
  });
  decision = await app.given('decisions', {
    ...{ municipality: town, organ, outcome: 'NOTED', final: true, plan: { plan, scope: 'FULL' } },
    effects: [{ measure: solar, effect: 'NOTES', scope: 'FULL' }],
    text: { title: 'Bericht', evidence: [{ kind: 'minutes', page: '3' }] },
  });
  const [recorded] = await app.eventsOf(`decision-${decision}`);
  await app.post(`decisions/${decision}/correct-entry`, {
    entry: recorded!.id,
    replacement: { ...recorded!.data, votes: { yes: 20 }, text: undefined },
    occurredOn: null,
    text: { reason: 'Stimmen', replacement: { title: 'Bericht' } },
  });
  await app.publish(town);
  for (const path of [
    `plans/${plan}/publish-plan`,
    `measures/${trees}/publish-measure`,
    `measures/${solar}/publish-measure`,
  ]) {
    const { status, text } = await app.post(path, {});
    if (status !== 200) throw new Error(`${path}: ${text}`);
  }
  await app.settle();
});
afterAll(() => app.stop());

describe('questions over HTTP', () => {
  it('answer as the description of the API says, every one of them', async () => {
    const { json: document } = await app.ask({ path: '/api/openapi.json', token: null });
    const paths = document['paths'] as Record<string, Record<string, Described>>;
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const asked = {
      '/api/v1/municipalities': 'municipalities',
      '/api/v1/municipalities/{id}': `municipalities/${town}`,
      '/api/v1/municipalities/{id}/progress': 'municipalities/musterstadt/progress',
      '/api/v1/municipalities/{id}/progress/over-time': `municipalities/${town}/progress/over-time`,
      '/api/v1/municipalities/{id}/progress/stages': `municipalities/${town}/progress/stages`,
      '/api/v1/municipalities/{id}/comparison': `municipalities/${town}/comparison?from=2020-01-01`,
      '/api/v1/municipalities/{id}/assessments': `municipalities/${town}/assessments`,
      '/api/v1/municipalities/{id}/moved-dates': `municipalities/${town}/moved-dates`,
      '/api/v1/municipalities/{id}/organs': `municipalities/${town}/organs`,
      '/api/v1/municipalities/{id}/changes': `municipalities/${town}/changes`,
      '/api/v1/measures': 'measures',
      '/api/v1/measures/{id}': `measures/${solar}`,
      '/api/v1/measures/{id}/history': `measures/${solar}/history`,
      '/api/v1/plans/{id}': `plans/${plan}`,
      '/api/v1/organs/{id}': `organs/${organ}`,
      '/api/v1/decisions/{id}': `decisions/${decision}`,
    };
    for (const [path, address] of Object.entries(asked)) {
      const { status, json } = await ask(address);
      const schema = paths[path]?.['get']?.responses['200'].content['application/json'].schema;
      const fits = ajv.compile(schema ?? { not: {} });
      fits(json);
      expect([path, status, fits.errors]).toEqual([path, 200, null]);
    }
  });

  it('filter by everything a measure is', async () => {
    expect(await ids(`measures?municipality=musterstadt`)).toEqual([solar, trees]);
    expect(await ids(`measures?plan=${plan}`)).toEqual([solar]);
    expect(await ids(`measures?field=${field}`)).toEqual([solar]);
    expect(await ids('measures?field=none')).toEqual([trees]);
    expect(await ids('measures?status=unknown,delayed')).toEqual([trees]);
    expect(await ids('measures?status=unknown&status=completed&sort=title')).toEqual([
      trees,
      solar,
    ]);
    expect(await ids('measures?implementation=COMPLETED')).toEqual([solar]);
    expect(await ids('measures?decision=ADOPTED')).toEqual([]);
    expect(await ids('measures?late=true')).toEqual([]);
    expect(await ids('measures?q=daecher')).toEqual([solar]);
    expect(await ids('measures?sort=-status')).toEqual([trees, solar]);
    expect(await ids('measures?sort=status')).toEqual([solar, trees]);
    expect(await ids('measures?implementation=IN_PROGRESS&asOf=2025-06-01')).toEqual([solar]);
    expect(await ids('measures?status=')).toHaveLength(2);
  });

  it('page by a cursor', async () => {
    const first = await ask('measures?limit=1&sort=title');
    expect(first.json).toMatchObject({ total: 2, items: [{ id: trees }] });
    const next = await ask(`measures?limit=1&sort=title&cursor=${String(first.json['next'])}`);
    expect(next.json).toMatchObject({ total: 2, next: null, items: [{ id: solar }] });
  });

  it('tell the history with both times, and the name of whoever recorded it', async () => {
    const [newest] = (await items(`measures/${solar}/history`)).filter(({ status }) => status);
    expect(newest).toMatchObject({
      type: 'MeasureImplementationCompleted',
      occurredOn: '2026-02-03',
      recordedBy: 'Betrieb',
      status: { from: 'in-progress', to: 'completed' },
    });
  });

  it.each([
    ['measures?status=done', 'status[0]', 'field/unknown-code'],
    ['measures?limit=0', 'limit', 'field/not-an-integer'],
    ['measures?limit=ten', 'limit', 'field/not-an-integer'],
    ['measures?late=perhaps', 'late', 'field/not-a-boolean'],
    ['measures?late=constructor', 'late', 'field/not-a-boolean'],
    ['measures?plan=1', 'plan', 'field/not-an-id'],
    ['measures?field=1', 'field', 'field/wrong-form'],
    ['measures?sort=colour', 'sort', 'field/unknown-code'],
    ['measures?q=a&q=b', 'q', 'field/not-a-text'],
    ['measures?asOf=2024', 'asOf', 'field/not-a-day'],
    ['measures?asOf=2024-02-30', 'asOf', 'field/not-a-day'],
    ['measures?knownAt=now', 'knownAt', 'field/not-a-day'],
    ['measures?cursor=abc', 'cursor', 'field/not-a-cursor'],
    ['measures?field=x', 'field', 'field/wrong-form'],
    ['municipalities?cursor=*', 'cursor', 'field/wrong-form'],
    ['municipalities/musterstadt/progress/over-time?to=2099-01-01', 'to', 'field/in-the-future'],
    ['measures?satus=completed', 'satus', 'field/unknown'],
    ['municipalities?state=XX', 'state', 'field/unknown-code'],
    ['municipalities/musterstadt/changes?from=2024', 'from', 'field/not-a-day'],
    ['municipalities/musterstadt/progress/over-time?to=x', 'to', 'field/not-a-day'],
    ['municipalities/musterstadt/changes?to=2024-01-01&to=x', 'to', 'field/not-a-day'],
    ['municipalities/musterstadt/changes?from=2024-02-30', 'from', 'field/not-a-day'],
    ['municipalities/musterstadt/changes?from=2024-03-02&to=2024-03-01', 'to', 'field/wrong-order'],
    ['municipalities/musterstadt/comparison?from=2024', 'from', 'field/not-a-day'],
    ['municipalities/musterstadt/comparison?fromKnownAt=x', 'fromKnownAt', 'field/not-a-day'],
    [
      'municipalities/musterstadt/comparison?from=2024-03-02&to=2024-03-01',
      'to',
      'field/wrong-order',
    ],
    ['municipalities/musterstadt/progress/over-time?points=1', 'points', 'field/not-an-integer'],
    ['municipalities/musterstadt/progress/stages?plan=1', 'plan', 'field/not-an-id'],
    ['municipalities/musterstadt/assessments?from=2024-01-01', 'from', 'field/unknown'],
    ['municipalities/musterstadt/moved-dates?limit=0', 'limit', 'field/not-an-integer'],
    ['municipalities/musterstadt/organs?kind=COUNCIL', 'kind', 'field/unknown'],
    ['changes?town=1', 'town', 'field/unknown'],
  ])('refuse %s by name', async (path, name, code) => {
    const { status, json } = await ask(path);
    expect([status, json['code']]).toEqual([400, 'query/invalid']);
    expect(json['errors']).toMatchObject([{ field: name, code }]);
  });

  it('ask for an exact day, where a year or a month would be a date', async () => {
    const { json } = await ask('measures?asOf=2024-05');
    expect(JSON.stringify(json['errors'])).toMatch(/needs an exact day|einen genauen Tag/);
  });

  it('refuse a day that has not come, and lead to the same of today', async () => {
    const { status, json } = await ask('measures?asOf=2099-01-01&status=delayed');
    expect([status, json['code']]).toEqual([400, 'query/future-day']);
    expect(json['errors']).toMatchObject([{ field: 'asOf', code: 'field/in-the-future' }]);
    expect(json['today']).toBe('/api/v1/measures?status=delayed');
  });

  it.each([
    ['municipalities/nowhere', 'municipality/unknown'],
    ['municipalities/nowhere/progress', 'municipality/unknown'],
    ['municipalities/nowhere/progress/over-time', 'municipality/unknown'],
    ['municipalities/nowhere/progress/stages', 'municipality/unknown'],
    ['municipalities/nowhere/assessments', 'municipality/unknown'],
    ['municipalities/nowhere/moved-dates', 'municipality/unknown'],
    ['municipalities/nowhere/organs', 'municipality/unknown'],
    ['municipalities/nowhere/changes', 'municipality/unknown'],
    ['changes?municipality=nowhere', 'municipality/unknown'],
    ['measures?municipality=nowhere', 'municipality/unknown'],
    ['measures/nowhere', 'measure/unknown'],
    ['measures/nowhere/history', 'measure/unknown'],
    ['plans/nowhere', 'plan/unknown'],
    ['organs/nowhere', 'organ/unknown'],
    ['decisions/nowhere', 'decision/unknown'],
  ])('say that there is no %s', async (path, code) => {
    const { status, json } = await ask(path);
    expect([status, json['code']]).toEqual([404, code]);
  });
});

describe('what was written', () => {
  it('is read back at once by whoever says what they wrote', async () => {
    for (const percent of [10, 20, 30]) {
      const { headers } = await app.post(`measures/${trees}/report-progress`, {
        percent,
        text: { note: 'Nachgesehen' },
      });
      const after = headers.get('klimaspur-position')!;
      const read = await ask(`measures/${trees}`, { 'klimaspur-after': after });
      expect(read.json['percent']).toBe(percent);
      expect(read.headers.get('klimaspur-behind')).toBeNull();
    }
  });
});

describe('the trends of a town', () => {
  const of = async (what: string, question = '') =>
    (await ask(`municipalities/musterstadt/${what}?${question}`)).json;

  it('tell how many came how far, half-year by half-year', async () => {
    const { items: points, recordedSince } = (await of('progress/stages', 'asOf=2026-03-01')) as {
      items: unknown[];
      recordedSince: string;
    };
    const none = { total: 2, decided: 0, begun: 0, finished: 0, givenUp: 0, decisionUnknown: 2 };
    expect(points).toEqual([
      { day: '2025-06-30', ...none, begunUndecided: 1 },
      { day: '2025-12-31', ...none, begunUndecided: 1 },
      { day: '2026-03-01', ...none, begunUndecided: 1 },
    ]);
    expect(recordedSince).toMatch(/^20\d\d-/);
  });

  it('tell what the observers think, apart from it', async () => {
    const { items: points } = (await of('assessments', 'asOf=2026-03-01')) as {
      items: { day: string; assessed: number; scales: { ratings: object[] }[] }[];
    };
    expect(points.map(({ day, assessed }) => [day, assessed])).toEqual([
      ['2025-06-30', 0],
      ['2025-12-31', 1],
      ['2026-03-01', 1],
    ]);
    expect(points[1]?.scales[0]?.ratings).toContainEqual({ rating: '2', count: 1 });
    const [inPlan] = (await of('assessments', `plan=${plan}`))['items'] as object[];
    expect(inPlan).toMatchObject({ total: 1, assessed: 0, scales: [] });
  });

  it('tell how far planned ends were moved, for any day and plan', async () => {
    expect(await of('moved-dates')).toMatchObject({
      ...{ measures: 2, planned: 1, total: 1, moves: 1, next: null },
      items: [
        {
          id: trees,
          title: 'Bäume pflanzen',
          first: '2029',
          now: '2030-06-30',
          times: 1,
          days: 181,
        },
      ],
    });
    expect(await of('moved-dates', 'asOf=2025-01-01')).toMatchObject({ planned: 0, items: [] });
    expect(await of('moved-dates', `plan=${plan}`)).toMatchObject({ measures: 1, total: 0 });
  });
});

describe('how a town stood over time', () => {
  const overTime = (question: string) =>
    items(`municipalities/musterstadt/progress/over-time?${question}`);

  it('is counted for days evenly spread', async () => {
    const points = await overTime('from=2025-01-01&to=2026-03-01&points=5');
    expect(points).toHaveLength(5);
    expect(points.at(0)).toMatchObject({ day: '2025-01-01', total: 2 });
    expect(points.at(-1)).toMatchObject({ day: '2026-03-01', byStatus: { completed: 1 } });
  });

  it('begins with the first day that anything is dated for', async () => {
    const [first] = await overTime('');
    expect(first!['day']).toBe('2025-03-01');
    const [alone] = await overTime('to=2020-01-01');
    expect(alone!['day']).toBe('2020-01-01');
  });
});

const longer = { text: { title: 'Bäume pflanzen', teaser: 'Hundert Bäume' } };

describe('an answer that somebody has already', () => {
  it('is not sent again until something happens', async () => {
    const { headers } = await ask('measures');
    const etag = headers.get('etag')!;
    expect(headers.get('vary')).toContain('Cookie');
    expect((await ask('measures', { 'if-none-match': etag })).status).toBe(304);
    expect((await ask('measures?sort=title', { 'if-none-match': etag })).status).toBe(200);
    await app.post(`measures/${trees}/plan-implementation`, { occurredOn: '2026-01-02' });
    await app.settle();
    expect((await ask('measures', { 'if-none-match': etag })).status).toBe(200);
  });

  it('is no refusal: what is not there yet may come', async () => {
    const { status, headers } = await ask('municipalities/neustadt');
    expect([status, headers.get('etag'), headers.get('cache-control')]).toEqual([
      404,
      null,
      'no-store',
    ]);
  });

  it('is named by its revision where it is one measure', async () => {
    const { headers, json } = await ask(`measures/${trees}`);
    const etag = headers.get('etag')!;
    expect(etag).toBe(`"${String(json['revision'])}"`);
    const same = await ask(`measures/${trees}`, { 'if-none-match': etag });
    expect([same.status, same.text]).toEqual([304, '']);
    const { status } = await app.post(`measures/${trees}/describe-measure`, longer, {
      'if-match': etag,
    });
    expect(status).toBe(200);
    await app.settle();
    const moved = await ask(`measures/${trees}`, { 'if-none-match': etag });
    expect([moved.status, moved.json['teaser']]).toEqual([200, 'Hundert Bäume']);
  });

  it('is kept by nobody where it was made for somebody', async () => {
    const { headers } = await app.ask({ path: '/api/v1/measures' });
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('etag')).toBeNull();
  });
});

describe('the stream of changes', () => {
  /** What is said, until it speaks of `town`. */
  const heard = async (question: string, reader: string | null) => {
    const leave = new AbortController();
    const { body, headers } = await fetch(`${app.url}/api/v1/changes${question}`, {
      signal: leave.signal,
      headers: reader === null ? {} : { authorization: `Bearer ${reader}` },
    });
    expect(headers.get('content-type')).toContain('text/event-stream');
    const hidden = await app.given('municipalities', { text: { name: 'Geheimstadt' } });
    await app.post(`measures/${trees}/report-delay`, { reason: 'STAFF', text: { note: 'Stau' } });
    let said = '';
    const decoder = new TextDecoder();
    for await (const chunk of body!) {
      said += decoder.decode(chunk as Uint8Array);
      if (said.includes(town)) break;
    }
    leave.abort();
    return { said, hidden };
  };

  it('names towns that changed, never a draft, and says no word of what happened', async () => {
    const { said, hidden } = await heard('', null);
    expect(said).toContain(`event: changed\nid: 1\ndata: {"municipality":"${town}"}\n\n`);
    expect(said).not.toContain(hidden);
    expect(said).not.toContain('Stau');
  });

  it('begins with a comment, which keeps it open', async () => {
    expect((await heard('', null)).said.trimStart()).toMatch(/^: still here\n\n/);
  });

  it('names drafts to those who may see them', async () => {
    const { said, hidden } = await heard('', token);
    expect(said).toContain(`data: {"municipality":"${hidden}"}`);
  });

  it('speaks of one town where that is asked for', async () => {
    const { said, hidden } = await heard('?municipality=musterstadt', token);
    expect(said).not.toContain(hidden);
  });

  it('ends with the server', async () => {
    const other = await TestApp.start();
    const { body } = await fetch(`${other.url}/api/v1/changes`);
    await other.stop();
    expect(await new Response(body).text()).toContain(': still here');
  });
});

interface Described {
  readonly responses: {
    readonly 200: {
      readonly content: { readonly 'application/json': { readonly schema: object } };
    };
  };
}

describe('an address that is no text', () => {
  const nowhere = '%E0%A4%A';

  it.each(['de', 'en'])('is answered with a page in words: %s', async (lang) => {
    const { status, text, headers } = await app.ask({
      path: `/${lang}/${nowhere}?x=%zz`,
      token: null,
      headers: { accept: 'text/html' },
    });
    expect(status).toBe(404);
    expect(headers.get('content-type')).toContain('text/html');
    expect(headers.get('content-security-policy')).toBeTruthy();
    expect(text).toContain(
      lang === 'de' ? 'Diese Adresse gibt es nicht' : 'There is no such address',
    );
    expect(text).not.toContain('FST_ERR');
  });

  it.each([`api/v1/measures/${nowhere}`, `api/v1/${nowhere}`, '%'])(
    'is a problem for machines: /%s',
    async (path) => {
      const { status, json, headers } = await app.ask({ path: `/${path}`, token: null });
      expect(headers.get('content-type')).toContain('application/problem+json');
      expect([status, json['status']]).toEqual([404, 404]);
      expect(json['code']).toMatch(/\/unknown$/);
    },
  );
});
