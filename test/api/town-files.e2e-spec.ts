import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pngOf } from '@klimaspur/files';
import type { EventStore } from '@klimaspur/event-store';
import { openTownFile, takeIn } from '@klimaspur/transfer';
import { Vault } from '@klimaspur/vault';
import { examplePerson, loadExample } from '../../apps/api/src/example/load-example.js';
import { musterstadt } from '../../apps/api/src/example/musterstadt/musterstadt.js';
import { pictures } from '../../apps/api/src/example/musterstadt/pictures.js';
import { KeptFiles } from '../../apps/api/src/files/kept-files.js';
import { forged, opened, type Opened } from '../tools/town-file.js';
import { TestApp } from './app.js';
import { readPaths } from './read-routes.js';

/** Instants of the story; a day before, within and after what another town's clock had reached. */
const OTHER_CLOCK = '2022-06-01T00:00:00.000Z';

let there: TestApp;
let here: TestApp;
let town: string;
let slug: string;
let tar: Uint8Array;
let folder: string;

const exported = async (body: object): Promise<Uint8Array> => {
  const response = await fetch(`${there.url}/api/v1/town-files`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer a-token-of-enough-characters',
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  if (response.status !== 200) throw new Error(await response.text());
  return new Uint8Array(await response.arrayBuffer());
};

const take = (app: TestApp, bytes: Uint8Array, query = '') =>
  app.ask({
    method: 'POST',
    path: `/api/v1/town-files/import${query}`,
    body: bytes as Uint8Array<ArrayBuffer>,
    headers: { 'content-type': 'application/x-tar' },
  });

const allOf = ({ worlds }: TestApp) => worlds.own.log.readAll(null, 100_000);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-town-'));
  there = await TestApp.start({ KLIMASPUR_BASE_URL: 'https://alt.example' });
  here = await TestApp.start();
  const { own } = there.worlds;
  const person = examplePerson('monitor');
  await there.app.get(Vault).keepPerson({ id: person, label: 'Radgruppe', createdAt: 0 });
  const [alias, svg] = Object.entries(pictures)[0]!;
  const sent = { field: 'file', name: '', bytes: await pngOf(svg), tooLarge: false };
  const picture = await there.app.get(KeptFiles).receive(sent, { person, municipality: person });
  // Another town was recorded before, by a clock that was ahead of the first entries of this one.
  await own.log.append(
    `municipality-${crypto.randomUUID()}`,
    [
      {
        id: crypto.randomUUID(),
        type: 'MunicipalityFounded',
        data: { text: { name: 'Nachbarstadt' } },
        metadata: {
          occurredOn: null,
          recordedAt: OTHER_CLOCK,
          salt: '00'.repeat(16),
          schemaVersion: 1,
        },
      },
    ],
    'no_stream',
  );
  town = await loadExample(own, {
    ...{ name: 'musterstadt', steps: musterstadt, now: new Date().toISOString() },
    files: new Map([[alias, picture.sha256]]),
  });
  await there.worlds.look();
  await there.settle();
  const other = await here.given('municipalities', { text: { name: 'Hierstadt' } });
  await here.publish(other);
  await here.settle();
  slug = (await there.ask({ path: `/api/v1/municipalities/${town}` })).json['slug'] as string;
  tar = await exported({ municipality: town, labels: true });
});
afterAll(async () => {
  await there.stop();
  await here.stop();
  rmSync(folder, { recursive: true });
});

describe('a file of a town that is not as it was written', () => {
  type Event = Record<string, unknown> & { metadata: Record<string, unknown> };
  const eventOf = (line: Record<string, unknown>) => line['event'] as Event;
  const changed =
    (at: number, change: (event: Event, line: Record<string, unknown>) => void) =>
    ({ lines }: Opened) => {
      const copy = structuredClone(lines);
      const line = copy.at(at)!;
      change(eventOf(line), line);
      return { lines: copy };
    };
  const forgeries: Readonly<Record<string, [(file: Opened) => Partial<Opened>, string]>> = {
    'another word': [
      changed(
        -1,
        (event) =>
          (event['metadata'] = { ...event.metadata, recordedAt: '2023-01-01T00:00:00.000Z' }),
      ),
      'transfer/not-proven',
    ],
    'another place in the log': [
      changed(3, (_event, line) => (line['path'] = (line['path'] as string[]).toReversed())),
      'transfer/not-proven',
    ],
    'another id': [changed(5, (event) => (event['id'] = crypto.randomUUID())), 'transfer/wrong-id'],
    'an entry left out': [
      ({ lines, manifest }) => ({
        lines: lines.filter((_line, at) => at !== 1),
        manifest: { ...manifest, events: lines.length - 1 },
      }),
      'transfer/gap',
    ],
    'the end left out': [({ lines }) => ({ lines: lines.slice(0, -1) }), 'transfer/incomplete'],
    'two entries swapped': [
      ({ lines }) => ({ lines: [lines[1]!, lines[0]!, ...lines.slice(2)] }),
      'transfer/foreign-event',
    ],
    'the stream of another town': [
      changed(-1, (event) => {
        event['stream'] = `measure-${crypto.randomUUID()}`;
        event['revision'] = 0;
        event['data'] = { municipality: crypto.randomUUID(), text: { title: 'x' } };
      }),
      'transfer/foreign-event',
    ],
    'roles of a person': [
      changed(-1, (event) => {
        event['stream'] = `person-${crypto.randomUUID()}`;
        event['revision'] = 0;
        event['data'] = { municipality: town, role: 'LEAD' };
      }),
      'transfer/foreign-event',
    ],
    'an entry of a kind that is not known': [
      changed(-1, (event) => (event['type'] = 'MeasureDreamt')),
      'transfer/unknown-event',
    ],
    'an entry of a newer form': [
      changed(-1, (event) => (event['metadata'] = { ...event.metadata, schemaVersion: 99 })),
      'transfer/unknown-event',
    ],
    'an address that runs code': [
      changed(-1, (event) => {
        event['data'] = { ...(event['data'] as object), text: { website: 'javascript:alert(1)' } };
      }),
      'transfer/wrong-data',
    ],
    'a clock that is ahead': [
      changed(-1, (_event, line) => (line['knownSince'] = Date.now() + 86_400_000)),
      'transfer/from-the-future',
    ],
    'another checkpoint': [
      ({ manifest }) => ({
        manifest: {
          ...manifest,
          checkpoint: String(manifest['checkpoint']).replace(/\n\d+\n/, '\n9\n'),
        },
      }),
      'transfer/not-signed',
    ],
    'a newer format': [
      ({ manifest }) => ({ manifest: { ...manifest, format: 2 } }),
      'transfer/newer',
    ],
    'no manifest of ours': [
      () => ({ manifest: { madeAt: '2026-01-01' } }),
      'transfer/no-town-file',
    ],
  };

  it.each(Object.entries(forgeries))(
    'is refused with %s, and nothing is written',
    async (_name, [change, code]) => {
      const position = await here.lastPosition();
      const { status, json } = await take(here, await forged(tar, change));
      expect([json['code'], status]).toEqual([code, 400]);
      expect(json['detail']).not.toMatch(/undefined|\{|^transfer/);
      expect(await here.lastPosition()).toBe(position);
    },
  );

  it('is refused with a changed byte, cut, as another file, or signed by another key', async () => {
    const position = await here.lastPosition();
    const byte = tar.slice();
    byte[20_000] = byte[20_000]! ^ 1;
    const codeOf = async (bytes: Uint8Array, query?: string) =>
      (await take(here, bytes, query)).json['code'];
    expect(await codeOf(byte)).toBe('transfer/damaged');
    expect(await codeOf(tar.slice(0, tar.length - 3_000))).toBe('transfer/damaged');
    expect(await codeOf(Buffer.from('PK\u0003\u0004'))).toBe('transfer/no-town-file');
    const key = (await here.ask({ path: '/checkpoint/key' })).text.trim();
    expect(await codeOf(tar, `?key=${encodeURIComponent(key)}`)).toBe('transfer/not-signed');
    expect(await codeOf(tar, '?key=nothing')).toBe('transfer/not-signed');
    const json = await here.post('town-files/import', {});
    expect(json.status).toBe(415);
    for (const token of [null, 'wrong']) {
      const { status } = await here.ask({
        method: 'POST',
        path: '/api/v1/town-files',
        body: {},
        token,
      });
      expect(status).toBe(401);
    }
    expect(await here.lastPosition()).toBe(position);
  });
});

describe('a town from another server', () => {
  it('is only looked at when that is asked', async () => {
    const position = await here.lastPosition();
    const key = (await there.ask({ path: '/checkpoint/key' })).text.trim();
    const { status, json } = await take(here, tar, `?dryRun=true&key=${encodeURIComponent(key)}`);
    expect([status, json]).toMatchObject([
      200,
      {
        municipality: town,
        address: 'https://alt.example',
        keyKnown: true,
        here: 0,
        written: 0,
        done: false,
      },
    ]);
    expect(await here.lastPosition()).toBe(position);
  });

  it('goes on where an interrupted try stopped, and takes no entries meanwhile', async () => {
    const path = join(folder, 'town.tar');
    writeFileSync(path, tar);
    const file = await openTownFile(path, join(folder, 'parts'));
    const taking = { person: crypto.randomUUID(), now: new Date().toISOString() };
    for (const left of [1, 700]) {
      let appends = left;
      const dying = Object.create(here.worlds.own.log, {
        append: {
          value: (...args: Parameters<EventStore['append']>) =>
            appends-- > 0
              ? here.worlds.own.log.append(...args)
              : Promise.reject(new Error('no power')),
        },
      }) as EventStore;
      await expect(takeIn(dying, file, taking, () => here.settle())).rejects.toThrow('no power');
      await here.settle();
      await here.worlds.own.policies.catchUp();
    }
    const { status, json } = await here.post('measures', {
      ...{ municipality: town, text: { title: 'Dazwischen' } },
    });
    expect([status, json['code']]).toEqual([409, 'municipality/arriving']);
    for (const path of [`/de/kommunen/${slug}`, `/api/v1/municipalities/${town}`]) {
      expect([path, (await here.ask({ path, token: null })).status]).toEqual([path, 404]);
    }
    const { json: measures } = await here.ask({ path: '/api/v1/measures', token: null });
    expect(measures['total']).toBe(0);
  });

  it('has every entry with its id, place and bytes, and says where it came from', async () => {
    const before = (await allOf(here)).length;
    const { status, json, text } = await take(here, tar);
    expect([status, text]).toEqual([200, expect.any(String)]);
    const { lines } = await opened(tar);
    expect(json).toMatchObject({ events: lines.length, done: true, keyKnown: false });
    expect(Number(json['here']) + Number(json['written'])).toBe(lines.length);
    expect(Number(json['here'])).toBeGreaterThan(500);
    const all = await allOf(here);
    expect(all.length).toBeGreaterThan(before);
    const came = all.filter(({ id }) =>
      lines.some((line) => (line['event'] as { id: string }).id === id),
    );
    expect(came.map(({ position: _position, ...event }) => event)).toEqual(
      lines.map((line) => line['event']),
    );
    const named = await here.ask({ path: `/api/v1/municipalities/${town}`, token: null });
    expect(named.json['arrivals']).toMatchObject([
      { address: 'https://alt.example', log: there.store.logId, size: expect.any(Number) },
    ]);
    const page = await here.ask({ path: `/de/kommunen/${slug}`, token: null });
    expect(page.text).toContain('Übernommen von https://alt.example am');
    expect(await here.app.get(Vault).labels([examplePerson('monitor')])).toEqual(
      new Map([[examplePerson('monitor'), 'Radgruppe']]),
    );
  });

  it('adds nothing when it comes once more', async () => {
    const position = await here.lastPosition();
    const { status, json } = await take(here, tar);
    expect([status, json['written']]).toEqual([200, 0]);
    expect(await here.lastPosition()).toBe(position);
    expect((await take(there, tar)).json['written']).toBe(0);
  });

  it('is told as it was, for every day and all that was known until it moved', async () => {
    const moments = [
      '2021-12-31',
      '2022-06-02',
      '2023-05-01',
      '2024-10-01',
      '2025-06-30',
      '2026-10-01',
    ];
    const ids = new Map<string, string[]>();
    for (const { stream } of await there.store.readAll(null, 100_000)) {
      const [category = ''] = stream.split('-');
      const known = ids.get(category) ?? [];
      ids.set(category, known);
      if (!known.includes(stream.slice(-36))) known.push(stream.slice(-36));
    }
    const things = ['measure', 'plan', 'decision', 'organ', 'actor', 'roundtable'].flatMap((kind) =>
      (ids.get(kind) ?? []).filter((_id, at) => at % 8 === 0).map((id) => [id]),
    );
    const walked = [...readPaths(there, [[town], ...things], town)].filter(
      (path) => /^\/api\/v1\/.*[0-9a-f]{8}-/.test(path) && !/proof|persons/.test(path),
    );
    for (const token of [null, undefined]) {
      const ask = (app: TestApp, path: string) =>
        app.ask({ path, ...(token === null ? { token } : {}) });
      const paths: string[] = [];
      for (const path of walked) if ((await ask(there, path)).status === 200) paths.push(path);
      expect(paths.length).toBeGreaterThan(20);
      for (const [at, knownOn] of moments.entries()) {
        const asOf = moments[(at * 5 + 2) % moments.length]!;
        for (const path of paths) {
          const asked = `${path}?asOf=${asOf}&knownAt=${knownOn}T12:00:00.000Z`;
          const [was, is] = [await ask(there, asked), await ask(here, asked)];
          expect([asked, is.status]).toEqual([asked, was.status]);
          expect([asked, withoutPlace(is.text)]).toEqual([asked, withoutPlace(was.text)]);
        }
      }
    }
  });

  it('is refused where another history of it has begun', async () => {
    await here.post(`municipalities/${town}/set-target`, { targetYear: 2040, text: {} });
    const { status, json } = await take(here, tar);
    expect([status, json['code']]).toEqual([409, 'transfer/already-here']);
  });

  it('is led to from its old addresses, and can still be exported and verified there', async () => {
    const { status } = await there.post(`municipalities/${town}/move-municipality`, {
      text: { address: here.url },
    });
    expect(status).toBe(200);
    await there.settle();
    for (const path of [
      `/de/kommunen/${slug}`,
      `/api/v1/municipalities/${town}`,
      `/en/municipalities/${slug}/measures`,
    ]) {
      const asked = await there.ask({ path, token: null });
      expect([path, asked.status]).toEqual([path, 308]);
      expect((await fetch(asked.headers.get('location')!)).status).toBe(200);
    }
    const again = await exported({ municipality: town });
    const { manifest } = await opened(again);
    expect((manifest['parts'] as { name: string }[]).map(({ name }) => name)).not.toContain(
      'labels.json',
    );
    const { status: refused, json } = await take(here, again);
    expect([refused, json['code']]).toEqual([409, 'transfer/moved-on']);
  });
});

/** Places in the log and the address of the server are the only things that may differ. */
const withoutPlace = (text: string): string =>
  text
    .replaceAll(/"(position|next|cursor)":"[^"]*"/g, '"$1":""')
    .replaceAll(/https?:\/\/[^"/]+/g, (host) =>
      /127\.0\.0\.1|alt\.example/.test(host) ? '' : host,
    );
