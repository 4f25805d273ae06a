import { type EventStore, nameBasedId, newCommandId } from '@klimaspur/event-store';
import { TestApp } from './app.js';

let klimaspur: TestApp;
let town: string;

beforeAll(async () => {
  klimaspur = await TestApp.start();
  town = await klimaspur.given('municipalities', {
    ags: '06433012',
    text: { name: 'Musterstadt' },
  });
});
afterAll(() => klimaspur.stop());

const aMeasure = (title = 'Solardächer auf Schulen') =>
  klimaspur.given('measures', { municipality: town, text: { title } });

describe('a creation', () => {
  it('answers where the new thing lies and what was recorded', async () => {
    const { status, headers, json } = await klimaspur.post('measures', {
      municipality: town,
      text: { title: 'Radwege' },
    });
    const [event] = await klimaspur.eventsOf(`measure-${json['id'] as string}`);
    expect(status).toBe(201);
    expect(json).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      revision: 0,
      position: `${klimaspur.store.logId}:${event!.position}`,
      events: [event!.id],
    });
    expect(headers.get('etag')).toBe('"0"');
    expect(headers.get('klimaspur-position')).toBe(json['position']);
    expect(headers.get('location')).toBe(`/api/v1/measures/${json['id'] as string}`);
    expect(event).toMatchObject({
      type: 'MeasureRecorded',
      data: { municipality: town, text: { title: 'Radwege' } },
      metadata: { occurredOn: null, schemaVersion: 1, actor: { role: 'OPERATOR' } },
    });
  });

  it('of a town with a key finds the town that is there', async () => {
    expect(town).toBe(nameBasedId('ags', '06433012'));
    const { status, json } = await klimaspur.post('municipalities', {
      ags: '06433012',
      text: { name: 'Noch einmal' },
    });
    expect(status).toBe(409);
    expect(json).toMatchObject({ code: 'municipality/already-exists' });
  });

  it('of a town whose key another one had by mistake takes it over', async () => {
    const key = { 'idempotency-key': 'found-once' };
    const mistaken = { ags: '06412000', state: 'HE', text: { name: 'Hofheim' } };
    const first = await klimaspur.post('municipalities', mistaken, key);
    const id = first.json['id'] as string;
    const corrected = await klimaspur.post(`municipalities/${id}/correct-entry`, {
      occurredOn: null,
      entry: (first.json['events'] as string[])[0],
      replacement: { ags: '06436007', state: 'HE' },
      text: { reason: 'Verwechselt', replacement: { name: 'Hofheim' } },
    });
    expect(corrected.status).toBe(200);
    const other = await klimaspur.given('municipalities', {
      ...{ ags: '06412000', state: 'HE', text: { name: 'Frankfurt am Main' } },
    });
    expect(other).not.toBe(id);
    const again = await klimaspur.post('municipalities', mistaken, key);
    expect(again.json).toMatchObject({ id, repeated: true });
  });

  it('of a town with a key that another came to have is refused by its field, whichever comes first', async () => {
    const found = (ags: string) =>
      klimaspur.post('municipalities', { ags, state: 'HE', text: { name: `Ort ${ags}` } });
    const correct = async ({ json }: Awaited<ReturnType<typeof found>>, ags: string) =>
      klimaspur.post(`municipalities/${String(json['id'])}/correct-entry`, {
        occurredOn: null,
        entry: (json['events'] as string[])[0],
        replacement: { ags, state: 'HE' },
        text: { reason: 'Verwechselt', replacement: { name: 'Ort' } },
      });
    const refusal = ({ status, json }: Awaited<ReturnType<typeof found>>) => [
      ...[status, json['code']],
      (json['errors'] as { field: string }[])[0]?.field,
    ];
    const one = await found('06431001');
    const code = 'municipality/key-taken';
    const before = await klimaspur.lastPosition();
    expect(refusal(await correct(one, '06433012'))).toEqual([409, code, 'replacement.ags']);
    expect(await klimaspur.lastPosition()).toBe(before);
    expect((await correct(one, '06431002')).status).toBe(200);
    expect(refusal(await found('06431002'))).toEqual([409, code, 'ags']);
    const other = await found('06431003');
    expect(refusal(await correct(other, '06431002'))).toEqual([409, code, 'replacement.ags']);
    // Its own key is no other town's.
    expect((await correct(other, '06431003')).status).toBe(200);
  });

  it('of a town with the key of another state is refused by its field', async () => {
    const { status, json } = await klimaspur.post('municipalities', {
      ...{ ags: '09162000', state: 'HE', text: { name: 'München' } },
    });
    expect([status, json['errors']]).toMatchObject([
      400,
      [{ field: 'ags', code: 'municipality/key-of-other-state' }],
    ]);
  });

  it('writes letters in one spelling', async () => {
    const id = await aMeasure('Fu\u0308r alle');
    const [event] = await klimaspur.eventsOf(`measure-${id}`);
    expect(event!.data).toMatchObject({ text: { title: 'F\u00fcr alle' } });
  });
});

describe('an entry', () => {
  it('is recorded with the day it happened', async () => {
    const id = await aMeasure();
    const { status, json } = await klimaspur.post(`measures/${id}/start-implementation`, {
      occurredOn: '2024-03',
      duration: 'PROJECT',
      text: { note: 'Gerüst steht', evidence: [{ kind: 'site-visit' }] },
    });
    expect(status).toBe(200);
    expect(json).toMatchObject({ id, revision: 1 });
    const [, event] = await klimaspur.eventsOf(`measure-${id}`);
    expect(event).toMatchObject({
      type: 'MeasureImplementationStarted',
      data: { duration: 'PROJECT', text: { note: 'Gerüst steht' } },
      metadata: { occurredOn: '2024-03' },
    });
  });

  it('without a body is one, where nothing needs to be said', async () => {
    const id = await aMeasure();
    expect(await klimaspur.post(`measures/${id}/publish-measure`)).toMatchObject({ status: 200 });
    expect(await klimaspur.post(`measures/${id}/publish-measure`)).toMatchObject({
      status: 200,
      json: { unchanged: true, events: [], revision: 1 },
    });
  });

  it('can be corrected, voided and given evidence', async () => {
    const id = await aMeasure();
    const path = `measures/${id}`;
    const organ = await klimaspur.given('organs', {
      municipality: town,
      kind: 'COMMITTEE',
      decidesFinally: false,
      text: { name: 'Umweltausschuss' },
    });
    const entry = (
      await klimaspur.post(`${path}/deliberate`, {
        outcome: 'NOTED',
        occurredOn: '2024-03-01',
        text: { note: 'zur Kenntnis' },
      })
    ).json['events'] as string[];
    const corrected = await klimaspur.post(`${path}/correct-entry`, {
      entry: entry[0],
      occurredOn: '2024-03-02',
      replacement: { outcome: 'DEFERRED', organ },
      text: { reason: 'verlesen', replacement: { note: 'vertagt' } },
    });
    expect(corrected).toMatchObject({ status: 200 });
    const evidence = { entry: entry[0], text: { evidence: [{ kind: 'minutes', page: '3' }] } };
    expect(await klimaspur.post(`${path}/add-evidence`, evidence)).toMatchObject({ status: 200 });
    const voided = { entry: entry[0], text: { reason: 'andere Maßnahme' } };
    expect(await klimaspur.post(`${path}/void-entry`, voided)).toMatchObject({ status: 200 });
    expect(await klimaspur.post(`${path}/void-entry`, voided)).toMatchObject({
      status: 409,
      json: { code: 'entry/already-voided' },
    });
    expect((await klimaspur.eventsOf(`measure-${id}`)).map(({ type }) => type)).toEqual([
      'MeasureRecorded',
      'MeasureDeliberated',
      'EntryCorrected',
      'EvidenceAdded',
      'EntryVoided',
    ]);
  });

  it('of many at once finds its place, one after the other', async () => {
    const id = await aMeasure();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => klimaspur.post(`measures/${id}/check-unchanged`, {})),
    );
    expect(answers.map(({ json }) => json['revision']).toSorted()).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('a change that replaces', () => {
  const text = { title: 'Neuer Titel' };

  it('is made on the revision it was based on', async () => {
    const id = await aMeasure();
    const changed = await klimaspur.post(
      `measures/${id}/describe-measure`,
      { text },
      { 'if-match': '"0"' },
    );
    expect(changed).toMatchObject({ status: 200, json: { revision: 1 } });
  });

  it('is refused without one, and on a stale one told what came between', async () => {
    const id = await aMeasure();
    const path = `measures/${id}/describe-measure`;
    expect(await klimaspur.post(path, { text })).toMatchObject({
      status: 428,
      json: { code: 'stream/revision-required' },
    });
    await klimaspur.post(`measures/${id}/check-unchanged`, {});
    const stale = await klimaspur.post(path, { text }, { 'if-match': '"0"' });
    expect(stale).toMatchObject({
      status: 412,
      json: {
        code: 'stream/revision-conflict',
        actual: 1,
        since: [{ type: 'MeasureCheckedUnchanged', revision: 1 }],
      },
    });
    expect(stale.headers.get('etag')).toBe('"1"');
  });
});

describe('a repeated request', () => {
  it('gets the first answer, under a UUIDv7 or any other key', async () => {
    for (const key of [newCommandId(), 'my-key']) {
      const body = { municipality: town, text: { title: 'Einmal' } };
      const first = await klimaspur.post('measures', body, { 'idempotency-key': key });
      const again = await klimaspur.post('measures', body, { 'idempotency-key': key });
      expect(again).toMatchObject({ status: 201, json: { ...first.json, repeated: true } });
    }
  });

  it('is refused with another body', async () => {
    const id = await aMeasure();
    const headers = { 'idempotency-key': 'one-entry' };
    const path = `measures/${id}/check-unchanged`;
    await klimaspur.post(path, { text: { note: 'a' } }, headers);
    expect(await klimaspur.post(path, { text: { note: 'b' } }, headers)).toMatchObject({
      status: 422,
      json: { code: 'idempotency/key-reused' },
    });
  });
});

describe('a decision', () => {
  it('has had its effect on the measures it names when it is answered', async () => {
    const organ = await klimaspur.given('organs', {
      municipality: town,
      kind: 'COUNCIL',
      decidesFinally: true,
      text: { name: 'Stadtverordnetenversammlung' },
    });
    const measure = await aMeasure();
    const { json } = await klimaspur.post('decisions', {
      occurredOn: '2024-05-01',
      municipality: town,
      organ,
      outcome: 'ADOPTED',
      final: true,
      effects: [{ measure, effect: 'ADOPTS', scope: 'FULL' }],
      text: { title: 'Klimaplan' },
    });
    const [, decided] = await klimaspur.eventsOf(`measure-${measure}`);
    expect(decided).toMatchObject({
      type: 'MeasureDecided',
      metadata: { occurredOn: '2024-05-01' },
    });
    expect(json['position']).toBe(`${klimaspur.store.logId}:${decided!.position}`);
    const voided = { entry: decided!.id, text: { reason: 'nur hier' } };
    expect(await klimaspur.post(`measures/${measure}/void-entry`, voided)).toMatchObject({
      status: 409,
      json: { code: 'entry/correct-at-source', source: { decision: json['id'] } },
    });
  });
});

describe('thirty-two people who write about one measure at the same moment', () => {
  /** As on a disk that takes its time: on a fast one they hardly ever meet. */
  const slowly = (store: EventStore) => {
    const append = store.append.bind(store);
    store.append = async (...call) => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      return append(...call);
    };
    return () => void (store.append = append);
  };

  it('are all heard, each with a revision of their own', async () => {
    const measure = await aMeasure();
    const notes = Array.from({ length: 32 }, (_, number) => `Stimme ${number}`);
    const quickly = slowly(klimaspur.store);
    const answers = await Promise.all(
      notes.map((note) =>
        klimaspur.post(`measures/${measure}/report-progress`, { text: { note } }),
      ),
    );
    quickly();
    expect(answers.map(({ status }) => status)).toEqual(notes.map(() => 200));
    const revisions = answers.map(({ json }) => json['revision'] as number);
    expect(revisions.toSorted((a, b) => a - b)).toEqual(notes.map((_, number) => number + 1));
    const said = (await klimaspur.eventsOf(`measure-${measure}`)).map(({ data }) => data['text']);
    expect(said).toEqual(expect.arrayContaining(notes.map((note) => ({ note }))));
  });
});
