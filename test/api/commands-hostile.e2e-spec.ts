import type { Field, Fields } from '@klimaspur/domain';
import { collections, type Door } from '../../apps/api/src/commands/doors.js';
import { type Answered, TestApp } from './app.js';
import { aTown, type Json, type Known, routes, validBody } from './requests.js';

let klimaspur: TestApp;
let known: Known;

beforeAll(async () => {
  klimaspur = await TestApp.start();
  known = await aTown(klimaspur);
});
afterAll(() => klimaspur.stop());

const nobody = '0197c0de-0000-7000-8000-000000000009';

const addressOf = ({ category, definition }: Door, id = known[category]) =>
  definition.mode === 'creating'
    ? `/api/v1/${collections[category]}`
    : `/api/v1/${collections[category]}/${id}/${definition.command}`;

interface Sent {
  readonly id?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly token?: string | null;
}

/** Sends a command that must be refused, in both languages, and must leave the log as it was. */
async function refused(door: Door, { id, headers = {}, body, token }: Sent): Promise<Answered> {
  const before = await klimaspur.lastPosition();
  const ask = (language: string) =>
    klimaspur.ask({
      method: 'POST',
      path: addressOf(door, id),
      body,
      headers: {
        ...(door.definition.mode === 'replacing' ? { 'if-match': '"0"' } : {}),
        'accept-language': language,
        ...headers,
      },
      ...(token === undefined ? {} : { token }),
    });
  const [german, english] = [await ask('de'), await ask('en')];
  expect(await klimaspur.lastPosition()).toBe(before);
  expect(german.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(english.status).toBe(german.status);
  expect(english.json['code']).toBe(german.json['code']);
  expect(english.json['detail']).not.toBe(german.json['detail']);
  for (const { json } of [german, english]) {
    expect(json['detail']).not.toMatch(/undefined|NaN|^[a-z-]+\/[a-z-]+$/);
  }
  return german;
}

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
    detail: expect.stringMatching(/^[A-ZÄÖÜt].{5,}\.$/),
  });
};

/** Each field of a command with its path, and the way to put another value there. */
function* fieldsOf({ definition }: Door): Generator<{ path: string[]; field: Field }> {
  yield* fieldsIn(definition.data, []);
  yield* fieldsIn(definition.text, ['text']);
}

function* fieldsIn(fields: Fields, parent: string[]): Generator<{ path: string[]; field: Field }> {
  for (const [name, field] of Object.entries(fields)) {
    const path = [...parent, name];
    yield { path, field };
    if (field.kind === 'object') yield* fieldsIn(field.fields, path);
    if (field.kind === 'list') {
      yield { path: [...path, '0'], field: field.of };
      if (field.of.kind === 'object') yield* fieldsIn(field.of.fields, [...path, '0']);
    }
  }
}

const nested = (depth: number) => '{"text":'.repeat(depth) + '1' + '}'.repeat(depth);

const spelled = (path: readonly string[]) => path.join('.').replaceAll(/\.(\d+)/g, '[$1]');

function changed(body: Json, path: readonly string[], value: unknown): Json {
  const copy = structuredClone(body);
  const last = path.at(-1)!;
  const parent = path.slice(0, -1).reduce((at, name) => at[name] as Json, copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

/** Values that a kind of field must not take, each with what is said about it. */
const wrongValues = (field: Field): [unknown, string][] => {
  switch (field.kind) {
    case 'code':
      return [
        ['no such word', 'field/unknown-code'],
        [7, 'field/unknown-code'],
        [null, 'field/unknown-code'],
      ];
    case 'text':
      return [
        [7, 'field/not-a-text'],
        [{}, 'field/not-a-text'],
        [' \n', 'field/empty'],
        ['x'.repeat(field.max + 1), 'field/too-long'],
      ];
    case 'url':
      return [
        ['javascript:alert(1)', 'field/not-a-web-address'],
        [7, 'field/not-a-web-address'],
      ];
    case 'date':
      return [
        ['2024-02-30', 'field/not-a-date'],
        ['gestern', 'field/not-a-date'],
        [20240301, 'field/not-a-date'],
      ];
    case 'integer':
      return [
        ['1', 'field/not-an-integer'],
        [1.5, 'field/not-an-integer'],
        [field.min - 1, 'field/not-an-integer'],
      ];
    case 'boolean':
      return [
        ['true', 'field/not-a-boolean'],
        [1, 'field/not-a-boolean'],
      ];
    case 'id':
      return [
        ['42', 'field/not-an-id'],
        [{}, 'field/not-an-id'],
      ];
    case 'pattern':
      return [
        ['?', 'field/wrong-form'],
        [7, 'field/wrong-form'],
      ];
    case 'list':
      return [
        ['one', 'field/not-a-list'],
        [{}, 'field/not-a-list'],
        [Array.from({ length: field.max + 1 }, () => 1), 'field/too-many'],
      ];
    case 'object':
    case 'entry-data':
      return [
        ['one', 'field/not-an-object'],
        [[], 'field/not-an-object'],
        [7, 'field/not-an-object'],
      ];
  }
};

/** Null stands for a missing value where one is needed; the domain names what it is not where none is. */
const withoutNull = (field: Field, pairs: [unknown, string][]): [unknown, string][] =>
  field.optional ? pairs : pairs.filter(([value]) => value !== null);

describe.each(routes)('$name', ({ door }) => {
  const body = () => validBody(door, known);
  const { mode } = door.definition;

  it('needs somebody who may', async () => {
    const stranger = await refused(door, { body: body(), token: null });
    expect(stranger).toMatchObject({ status: 401, json: { code: 'auth/sign-in-needed' } });
    expect(stranger.headers.get('www-authenticate')).toContain('Bearer');
    const wrong = await refused(door, { body: body(), token: 'a-token-of-somebody-else' });
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
      for (const [value, code] of withoutNull(field, wrongValues(field))) {
        await refusedField(door, changed(body(), path, value), spelled(path), code);
      }
    }
    for (const path of [['surprise'], ['text', 'surprise']]) {
      await refusedField(door, changed(body(), path, 1), spelled(path), 'field/unknown');
    }
  });

  it('names the id of something that does not exist', async () => {
    for (const { path, field } of fieldsOf(door)) {
      if (field.kind !== 'id' || ['entry', 'field', 'edition'].includes(field.of)) continue;
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
    const of = async (sent: Sent) => (await refused(door, sent)).json;
    expect(await of({ body: '{"text":' })).toMatchObject({
      code: 'request/broken-json',
      status: 400,
    });
    expect(await of({ body: '[]' })).toMatchObject({ code: 'request/not-an-object', status: 400 });
    expect(await of({ body: '{"__proto__":{}}' })).toMatchObject({ status: 400 });
    expect(await of({ body: nested(100) })).toMatchObject({
      code: 'request/too-deep',
      status: 400,
    });
    const half = { ...body(), text: { note: '\ud800', reason: '\ud800', title: '\ud800' } };
    expect(await of({ body: half })).toMatchObject({ status: 400 });
    for (const type of ['application/xml', 'application/x-www-form-urlencoded', 'text/plain']) {
      const json = await of({ body: 'a=b', headers: { 'content-type': type } });
      expect(json).toMatchObject({ code: 'request/wrong-media-type', status: 415 });
    }
    const large = { ...body(), surprise: 'x'.repeat(1_100_000) };
    expect(await of({ body: large })).toMatchObject({ code: 'request/too-large', status: 413 });
  });

  if (mode !== 'creating') {
    it('needs a stream that is there', async () => {
      for (const id of [nobody, 'x', '../municipalities']) {
        const answer = await refused(door, { id: encodeURIComponent(id), body: body() });
        if (door.category === 'person' && id === nobody) {
          expect(answer.status).toBeGreaterThanOrEqual(400);
        } else {
          expect(answer).toMatchObject({ status: 404, json: { code: `${door.category}/unknown` } });
        }
      }
    });

    it('refuses a stale or senseless If-Match', async () => {
      const stale = await refused(door, { body: body(), headers: { 'if-match': '"999"' } });
      if (door.category !== 'person') {
        expect(stale).toMatchObject({ status: 412, json: { code: 'stream/revision-conflict' } });
      }
      for (const match of ['*', '0', 'W/"0"', '"x"']) {
        const answer = await refused(door, { body: body(), headers: { 'if-match': match } });
        expect(answer).toMatchObject({ status: 400, json: { code: 'request/wrong-if-match' } });
      }
    });
  }

  it('is not to be had in another way', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH'] as const) {
      const { status, json, headers } = await klimaspur.ask({ method, path: addressOf(door) });
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
