import { TestApp, token } from './app.js';

let app: TestApp;
let town: string;
let council: string;
let plan: string;
let drafted: string;
let shown: string;
let draft: string;
let decision: string;

const field = crypto.randomUUID();
const ask = (path: string, reader: string | null = null, headers = {}) =>
  app.ask({ path: `/api/v1/${path}`, token: reader, headers });
const told = async (path: string, body: object = {}) => {
  const answer = await app.post(path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
  return answer.json['events'] as readonly string[];
};
const draftPlan = (title: string) =>
  app.given('plans', { municipality: town, kind: 'CLIMATE_PROTECTION', text: { title } });
const measure = (title: string) => app.given('measures', { municipality: town, text: { title } });
const vote = () => ({
  municipality: town,
  organ: council,
  outcome: 'ADOPTED',
  final: true,
  votes: { majority: 'MAJORITY', yes: 23, no: 2 },
  plan: { plan, scope: 'IN_PRINCIPLE' },
  effects: [
    { measure: shown, effect: 'ADOPTS', scope: 'IN_PRINCIPLE' },
    { measure: draft, effect: 'ADOPTS', scope: 'FULL' },
  ],
});

beforeAll(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Musterstadt' } });
  council = await app.given('organs', {
    municipality: town,
    kind: 'COUNCIL',
    decidesFinally: true,
    text: { name: 'Stadtverordnetenversammlung' },
  });
  plan = await draftPlan('Klimaplan');
  drafted = await draftPlan('Entwurf');
  shown = await measure('Radwege');
  draft = await measure('Noch ein Entwurf');
  await told(`plans/${plan}/add-field`, { field, rank: 1, text: { name: 'Verkehr' } });
  const inner = { field: crypto.randomUUID(), parent: field, rank: 1, text: { name: 'Rad' } };
  await told(`plans/${plan}/add-field`, inner);
  decision = await app.given('decisions', {
    ...vote(),
    occurredOn: '2025-06-05',
    text: { title: 'Klimaplan 2025', paper: 'DS 12/25', note: 'auf Verweis' },
  });
  await app.publish(town);
  await told(`plans/${plan}/publish-plan`);
  await told(`measures/${shown}/publish-measure`);
  await app.settle();
});
afterAll(() => app.stop());

describe('what was created', () => {
  it.each([
    ['municipalities', () => ({ text: { name: 'Anderswo' } })],
    [
      'organs',
      () => ({ municipality: town, kind: 'OFFICE', decidesFinally: false, text: { name: 'Amt' } }),
    ],
    [
      'plans',
      () => ({ municipality: town, kind: 'CLIMATE_PROTECTION', text: { title: 'Noch einer' } }),
    ],
    ['measures', () => ({ municipality: town, text: { title: 'Noch eine' } })],
    [
      'decisions',
      () => ({ ...vote(), occurredOn: '2025-07-01', text: { title: 'Noch ein Beschluss' } }),
    ],
  ])('lies where its answer says: %s', async (collection, body) => {
    const { status, headers, json } = await app.post(collection, body());
    expect([status, headers.get('location')]).toEqual([
      201,
      `/api/v1/${collection}/${String(json['id'])}`,
    ]);
    const there = await app.ask({
      path: headers.get('location')!,
      headers: { 'klimaspur-after': headers.get('klimaspur-position')! },
    });
    expect(there).toMatchObject({ status: 200, json: { id: json['id'], revision: 0 } });
  });
});

describe('a decision', () => {
  it('says what was voted where, and what it means for which measure', async () => {
    const { status, json } = await ask(`decisions/${decision}`);
    expect([status, json]).toMatchObject([
      200,
      {
        id: decision,
        municipality: town,
        organ: { id: council, name: 'Stadtverordnetenversammlung' },
        outcome: 'ADOPTED',
        final: true,
        votes: { majority: 'MAJORITY', yes: 23, no: 2 },
        occurredOn: '2025-06-05',
        title: 'Klimaplan 2025',
        paper: 'DS 12/25',
        note: 'auf Verweis',
        result: null,
        plan: { id: plan, title: 'Klimaplan', scope: 'IN_PRINCIPLE' },
        evidence: [],
        voidedBy: null,
      },
    ]);
  });

  it('is silent about measures and plans that are drafts, but not to those who work on them', async () => {
    const effects = [{ measure: shown, title: 'Radwege', effect: 'ADOPTS', scope: 'IN_PRINCIPLE' }];
    const open = await ask(`decisions/${decision}`);
    expect(open.json).toMatchObject({ effects });
    expect(open.text).not.toContain(draft);
    expect((await ask(`decisions/${decision}`, token)).json['effects']).toHaveLength(2);
    const body = {
      ...vote(),
      plan: { plan: drafted, scope: 'FULL' },
      text: { title: 'Zum Entwurf' },
    };
    const other = await app.given('decisions', body);
    await app.settle();
    expect((await ask(`decisions/${other}`)).json['plan']).toBeNull();
    expect((await ask(`decisions/${other}`)).text).not.toContain(drafted);
    expect((await ask(`decisions/${other}`, token)).json['plan']).toMatchObject({ id: drafted });
  });

  it('keeps every correction and all evidence, and counts as corrected', async () => {
    const given = await app.given('decisions', {
      ...vote(),
      occurredOn: '2025-06-05',
      text: { title: 'Klimaplann' },
    });
    await app.settle();
    const entry = (await ask(`decisions/${given}`)).json['entry'] as string;
    const { effects: _effects, ...rest } = vote();
    const [correction] = await told(`decisions/${given}/correct-entry`, {
      entry,
      occurredOn: '2025-06-12',
      replacement: { ...rest, effects: [] },
      text: { reason: 'verlesen', replacement: { title: 'Klimaplan' } },
    });
    const text = { evidence: [{ kind: 'minutes', title: 'Niederschrift' }] };
    await told(`decisions/${given}/add-evidence`, { entry, text });
    await app.settle();
    const { json, headers, text: all } = await ask(`decisions/${given}`);
    expect(headers.get('etag')).toBe('"2"');
    expect(json).toMatchObject({
      ...{ title: 'Klimaplan', occurredOn: '2025-06-12', effects: [], revision: 2 },
      evidence: [{ kind: 'minutes', title: 'Niederschrift' }],
    });
    expect(all).not.toContain(draft);
    const history = json['history'] as readonly Record<string, unknown>[];
    expect(history.map(({ type }) => type).toSorted()).toEqual([
      'DecisionRecorded',
      'EntryCorrected',
      'EvidenceAdded',
    ]);
    expect(history.find(({ id }) => id === entry)).toMatchObject({
      original: { occurredOn: '2025-06-05', data: { text: { title: 'Klimaplann' } } },
      correctedBy: [correction],
      recordedBy: 'Betrieb',
    });
    const before = await ask(`decisions/${given}?asOf=2025-06-10`);
    expect(before).toMatchObject({ status: 404, json: { code: 'decision/not-known-yet' } });
  });

  it('that was taken back says so', async () => {
    const given = await app.given('decisions', { ...vote(), text: { title: 'Irrtum' } });
    await app.settle();
    const entry = (await ask(`decisions/${given}`)).json['entry'] as string;
    const [voiding] = await told(`decisions/${given}/void-entry`, {
      entry,
      text: { reason: 'nie getagt' },
    });
    await app.settle();
    expect((await ask(`decisions/${given}`)).json).toMatchObject({
      title: 'Irrtum',
      voidedBy: voiding,
    });
  });
});

describe('a plan', () => {
  it('comes with its fields in their order', async () => {
    const { json } = await ask(`plans/${plan}`);
    expect(json).toMatchObject({
      ...{ id: plan, municipality: town, title: 'Klimaplan', published: true },
      adopted: { scope: 'IN_PRINCIPLE' },
      fields: [
        { id: field, parent: null, depth: 0, name: 'Verkehr' },
        { parent: field, depth: 1, name: 'Rad' },
      ],
    });
  });

  it('is unknown while it is a draft', async () => {
    expect(await ask(`plans/${drafted}`)).toMatchObject({
      status: 404,
      json: { code: 'plan/unknown' },
    });
    expect((await ask(`plans/${drafted}`, token)).status).toBe(200);
  });
});

describe('what has a revision', () => {
  it('is tagged by it, and is not sent again while that stays', async () => {
    for (const [path, reader] of [
      [`decisions/${decision}`, null],
      [`plans/${plan}`, token],
      [`organs/${council}`, null],
    ] as const) {
      const { headers, json } = await ask(path, reader);
      const etag = headers.get('etag')!;
      expect([path, etag]).toEqual([path, `"${String(json['revision'])}"`]);
      expect(await ask(path, reader, { 'if-none-match': etag })).toMatchObject({
        status: 304,
        text: '',
      });
    }
  });

  it('says nothing of it to strangers where it would count drafts', async () => {
    const { headers, json } = await ask(`plans/${plan}`);
    expect(json).toMatchObject({ title: 'Klimaplan', revision: null });
    expect(headers.get('etag')).not.toMatch(/^"\d+"$/);
  });

  it.each(['decisions', 'plans', 'organs'])(
    'is unknown among %s under an id of something else',
    async (collection) => {
      for (const id of [shown, 'nowhere', `${shown}.json`]) {
        const code = `${collection.slice(0, -1)}/unknown`;
        expect(await ask(`${collection}/${id}`)).toMatchObject({ status: 404, json: { code } });
      }
      expect(await ask(`${collection}/${shown}?surprise=1`)).toMatchObject({ status: 400 });
    },
  );
});

describe('a person', () => {
  const signedIn = async () => {
    const invited = await app.post('login-links', { role: 'MONITOR', municipality: town });
    const code = new URL(invited.json['url'] as string).searchParams.get('code');
    const answer = await app.ask({
      method: 'POST',
      path: '/api/v1/sessions',
      body: { code, label: 'AG Rad' },
      token: null,
    });
    const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
    return { cookie, person: answer.json['person'] as string };
  };

  it('is told to the operator and to themselves: a label and roles, nothing else', async () => {
    const { cookie, person } = await signedIn();
    const roles = [{ role: 'MONITOR', municipality: town }];
    const expected = { id: person, label: 'AG Rad', roles, revision: 0 };
    const own = await ask(`persons/${person}`, null, { cookie });
    expect([own.status, own.json, own.headers.get('etag')]).toEqual([200, expected, '"0"']);
    expect((await ask(`persons/${person}`, token)).json).toEqual(expected);
    expect((await ask('persons/nowhere', token)).json).toMatchObject({ code: 'person/unknown' });
  });

  it('is nobody to all others, whether there is such a person or not', async () => {
    const { person } = await signedIn();
    const { cookie } = await signedIn();
    for (const id of [person, 'nowhere']) {
      expect(await ask(`persons/${id}`)).toMatchObject({ status: 401 });
      const answer = await ask(`persons/${id}`, null, { cookie });
      expect(answer).toMatchObject({ status: 403, json: { code: 'auth/not-allowed' } });
    }
  });

  it('who has no roles yet has no revision', async () => {
    const { json } = await ask('me', token);
    const {
      status,
      json: operator,
      headers,
    } = await ask(`persons/${String(json['person'])}`, token);
    expect([status, operator['revision'], headers.get('etag')]).toEqual([200, null, null]);
  });
});
