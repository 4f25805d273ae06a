import { collections, type Door } from '../../apps/api/src/commands/doors.js';
import { type Answered, TestApp } from './app.js';
import { aTown, type Json, type Known, routes, validBody } from './requests.js';
import { changed, fieldsOf, nested, spelled, wrongValues } from './wrong-values.js';

let klimaspur: TestApp;
let known: Known;
/** A town of which everything is said that must be before it is public. */
let complete: string;
/** Of the round table, whose stream holds its parts; the other streams hold one entry each. */
let tableRevision: number;

beforeAll(async () => {
  klimaspur = await TestApp.start();
  known = await aTown(klimaspur);
  complete = await klimaspur.given('municipalities', { text: { name: 'Fertigstadt' } });
  await klimaspur.allowPublishing(complete);
  const atTable = await klimaspur.eventsOf(`roundtable-${known['roundtable']}`);
  tableRevision = atTable.length - 1;
});
afterAll(() => klimaspur.stop());

const nobody = '0197c0de-0000-7000-8000-000000000009';

/** What lives in a stream of its own is known before the stream is read. */
const withinStreams: readonly string[] = [
  ...['entry', 'field', 'edition', 'seat', 'meeting', 'item', 'follow-up'],
];

const subjectOf = ({ category, definition }: Door) =>
  definition.command === 'publish-municipality' ? complete : known[category];

const revisionOf = ({ category }: Door) => (category === 'roundtable' ? tableRevision : 0);

const addressOf = ({ category, definition }: Door, id?: string) =>
  definition.mode === 'creating'
    ? `/api/v1/${collections[category]}`
    : `/api/v1/${collections[category]}/${id}/${definition.command}`;

interface Sent {
  readonly id?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly token?: string | null;
}

const send = (door: Door, { id, headers = {}, body, token }: Sent, language: string) =>
  klimaspur.ask({
    method: 'POST',
    path: addressOf(door, id ?? subjectOf(door)),
    body,
    headers: {
      ...(door.definition.mode === 'replacing' ? { 'if-match': `"${revisionOf(door)}"` } : {}),
      'accept-language': language,
      ...headers,
    },
    ...(token === undefined ? {} : { token }),
  });

/** Sends a command that must be refused, in German or English, and must leave the log as it was. */
async function refused(door: Door, sent: Sent, language = 'de'): Promise<Answered> {
  const before = await klimaspur.lastPosition();
  const answer = await send(door, sent, language);
  expect(await klimaspur.lastPosition()).toBe(before);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(answer.headers.get('content-language')).toBe(language);
  expect(answer.json['detail']).not.toMatch(/undefined|NaN|^[a-z-]+\/[a-z-]+$/);
  return answer;
}

const refusal = async (door: Door, sent: Sent) => (await refused(door, sent)).json;

/** The refusal of one field, by its path. */
const refusedField = async (door: Door, body: Json, field: string, code: string) => {
  const { status, json } = await refused(door, { body });
  expect({ field, status, code: json['code'] }).toEqual({
    field,
    status: 400,
    code: 'command/invalid',
  });
  expect(json['errors']).toContainEqual({
    field,
    code,
    detail: expect.stringMatching(
      /^[A-ZÄÖÜt].{5,}\.( (Ein Beispiel|An example|For example): \S+)?$/,
    ),
  });
};

describe.each(routes)('$name', ({ door }) => {
  const body = () => validBody(door, known);
  const { mode } = door.definition;

  it('needs somebody who may', async () => {
    const stranger = await refused(door, { body: body(), token: null });
    expect(stranger).toMatchObject({ status: 401, json: { code: 'auth/sign-in-needed' } });
    expect(stranger.headers.get('www-authenticate')).toContain('Bearer');
    const sent = { body: body(), token: 'a-token-of-somebody-else' };
    const wrong = await refused(door, sent, 'en');
    expect(wrong).toMatchObject({ status: 401, json: { code: 'auth/token-unknown' } });
  });

  it('names each required field that is missing', async () => {
    for (const { path, field } of fieldsOf(door)) {
      if (field.optional || path.at(-1) === '0') continue;
      await refusedField(door, changed(body(), path, undefined), spelled(path), 'field/missing');
    }
  });

  it('names each field of the wrong kind, too long or unknown', async () => {
    for (const { path, field } of fieldsOf(door)) {
      for (const [value, code] of wrongValues(field)) {
        await refusedField(door, changed(body(), path, value), spelled(path), code);
      }
    }
    for (const path of [['surprise'], ['text', 'surprise']]) {
      await refusedField(door, changed(body(), path, 1), spelled(path), 'field/unknown');
    }
  });

  it('names the id of something that does not exist', async () => {
    for (const { path, field } of fieldsOf(door)) {
      if (field.kind !== 'id' || withinStreams.includes(field.of)) continue;
      if (field.of === door.category && mode !== 'creating' && door.category === 'person') continue;
      await refusedField(door, changed(body(), path, nobody), spelled(path), 'reference/unknown');
    }
  });

  it('takes a day that has begun, and nothing else', async () => {
    for (const [day, code] of [
      ['31.03.2024', 'field/not-a-date'],
      ['2023-02-29', 'field/not-a-date'],
      ['2199', 'field/in-the-future'],
      ['2199-12-31', 'field/in-the-future'],
    ] as const) {
      await refusedField(door, { ...body(), occurredOn: day }, 'occurredOn', code);
    }
    await refusedField(door, { ...body(), occurredOn: 5 }, 'occurredOn', 'field/not-a-date');
  });

  it('takes JSON only, one object, not too deep and not too large', async () => {
    expect(await refusal(door, { body: '{"text":' })).toMatchObject({
      code: 'request/broken-json',
      status: 400,
    });
    const latin1 = Buffer.from('{"text":{"note":"M\u00fcll"}}', 'latin1');
    expect(await refusal(door, { body: latin1 })).toMatchObject({
      code: 'request/not-utf8',
      status: 400,
    });
    expect(await refusal(door, { body: '[]' })).toMatchObject({
      code: 'request/not-an-object',
      status: 400,
    });
    expect(await refusal(door, { body: '{"__proto__":{}}' })).toMatchObject({ status: 400 });
    expect(await refusal(door, { body: nested(100) })).toMatchObject({
      code: 'request/too-deep',
      status: 400,
    });
    const half = { ...body(), text: { note: '\ud800', reason: '\ud800', title: '\ud800' } };
    expect(await refusal(door, { body: half })).toMatchObject({ status: 400 });
    for (const type of ['application/xml', 'application/x-www-form-urlencoded', 'text/plain']) {
      const json = await refusal(door, { body: 'a=b', headers: { 'content-type': type } });
      expect(json).toMatchObject({ code: 'request/wrong-media-type', status: 415 });
    }
    const large = { ...body(), surprise: 'x'.repeat(1_100_000) };
    expect(await refusal(door, { body: large })).toMatchObject({
      code: 'request/too-large',
      status: 413,
    });
  });

  if (mode !== 'creating') {
    it('needs a stream that is there', async () => {
      for (const id of [nobody, 'x', '../municipalities']) {
        const answer = await refused(door, { id: encodeURIComponent(id), body: body() });
        expect(answer).toMatchObject({ status: 404, json: { code: `${door.category}/unknown` } });
      }
    });

    it('refuses a stale or senseless If-Match', async () => {
      const stale = await refused(door, { body: body(), headers: { 'if-match': '"999"' } });
      expect(stale).toMatchObject({ status: 412, json: { code: 'stream/revision-conflict' } });
      for (const match of ['*', '0', 'W/"0"', '"x"']) {
        const answer = await refused(door, { body: body(), headers: { 'if-match': match } });
        expect(answer).toMatchObject({ status: 400, json: { code: 'request/wrong-if-match' } });
      }
    });
  }

  it('is not to be had in another way', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH'] as const) {
      const { status, json, headers } = await klimaspur.ask({
        method,
        path: addressOf(door, subjectOf(door)),
      });
      expect({ status, code: json['code'] }).toEqual({ status: 405, code: 'route/wrong-method' });
      expect(headers.get('allow')).toContain('POST');
    }
  });
});

describe('a body', () => {
  const [{ door }] = routes as [(typeof routes)[number]];

  it('of 50 MB is refused before it is read', async () => {
    const answer = await refused(door, { body: `"${'x'.repeat(50_000_000)}"` });
    expect(answer).toMatchObject({ status: 413, json: { code: 'request/too-large' } });
  });

  it('nested a hundred thousand times does no harm', async () => {
    const answer = await refused(door, { body: nested(100_000) });
    expect(answer).toMatchObject({ status: 400, json: { code: 'request/too-deep' } });
  });
});

describe('an idempotency key', () => {
  it.each(['', 'x'.repeat(201), 'zwei Worte'])('may not be %j', async (key) => {
    const [{ door }] = routes as [(typeof routes)[number]];
    const answer = await refused(door, {
      body: validBody(door, known),
      headers: { 'idempotency-key': key },
    });
    expect(answer.json).toMatchObject({ status: 400, code: 'request/wrong-idempotency-key' });
  });
});

describe('an address', () => {
  it('that does not exist says so', async () => {
    for (const path of ['/api/v1/nothing', '/api/v1/measures/x/y/z', '/nothing']) {
      const { status, json } = await klimaspur.ask({ path });
      expect({ status, code: json['code'] }).toEqual({ status: 404, code: 'route/unknown' });
    }
  });
});
