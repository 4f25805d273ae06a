import type { RecordedEvent } from '@klimaspur/event-store';
import { checkProof, leafOf, openNote, readCheckpoint, readKey } from '../proofs/c2sp.js';
import { TestApp, token } from './app.js';

let app: TestApp;
let town: string;
let shown: string;
let draft: string;

beforeAll(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Prüfstadt' } });
  const measure = (title: string) => app.given('measures', { municipality: town, text: { title } });
  [shown, draft] = [await measure('Radweg'), await measure('Noch geheim')];
  await app.publish(town);
  await app.post(`measures/${shown}/publish-measure`, {});
  await app.settle();
});
afterAll(() => app.stop());

const public_ = (path: string) => app.ask({ path, token: null });
const keyHere = async () => readKey((await public_('/checkpoint/key')).text.trim());
const firstOf = async (measure: string): Promise<RecordedEvent> =>
  (await app.eventsOf(`measure-${measure}`))[0]!;
const write = () =>
  app.post(`measures/${shown}/report-delay`, { reason: 'STAFF', text: { note: 'Später' } });
const all = async () => (await app.store.readAll(null, 10_000)).length;

describe('a checkpoint', () => {
  it('is not there before anything was signed', async () => {
    expect((await public_('/checkpoint')).status).toBe(404);
    expect((await public_('/api/v1/checkpoints')).json).toMatchObject({ items: [], total: 0 });
  });

  it('is read by a program that knows only the published formats, and tells the whole log', async () => {
    const { id } = await firstOf(shown);
    await public_(`/api/v1/entries/${id}/proof`);
    const { text, headers } = await public_('/checkpoint');
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const checkpoint = readCheckpoint(text, await keyHere());
    expect(checkpoint.origin).toBe(`klimaspur/${app.store.logId}`);
    expect(checkpoint.origin).toBe((await keyHere()).name);
    expect(Number(checkpoint.size)).toBe(await all());
    const again = await public_(`/checkpoints/${checkpoint.size}`);
    expect(again.text).toBe(text);
    expect(again.headers.get('cache-control')).toContain('immutable');
  });

  it('is refused by that program wherever a byte of it was changed', async () => {
    const key = await keyHere();
    const bytes = Buffer.from((await public_('/checkpoint')).text);
    for (let at = 0; at < bytes.length; at++) {
      const forged = Buffer.from(bytes);
      forged[at]! ^= 1;
      expect(() => openNote(forged.toString(), key)).toThrow();
    }
    const [origin, size, ...rest] = bytes.toString().split('\n');
    const larger = [origin, String(Number(size) + 1), ...rest].join('\n');
    expect(() => readCheckpoint(larger, key)).toThrow('does not verify');
  });

  it('is kept for ever, and each later one is proven to go on from it', async () => {
    const before = Number(
      readCheckpoint((await public_('/checkpoint')).text, await keyHere()).size,
    );
    await write();
    const { id } = (await app.eventsOf(`measure-${shown}`)).at(-1)!;
    await public_(`/api/v1/entries/${id}/proof`);
    const { json } = await public_('/api/v1/checkpoints?limit=1');
    const after = await all();
    expect(json).toMatchObject({ total: 2, next: String(after) });
    const { json: rest } = await public_(
      `/api/v1/checkpoints?limit=1&cursor=${String(json['next'])}`,
    );
    expect(rest).toMatchObject({ items: [{ size: before }], next: null });
    const { json: consistent } = await public_(
      `/api/v1/checkpoints/${before}/consistency/${after}`,
    );
    expect(consistent).toMatchObject({
      origin: `klimaspur/${app.store.logId}`,
      from: (await public_(`/checkpoints/${before}`)).text,
      to: (await public_('/checkpoint')).text,
    });
    for (const path of [
      `/api/v1/checkpoints/${after}/consistency/${before}`,
      `/api/v1/checkpoints/${before}/consistency/${after + 1}`,
      `/checkpoints/${after + 1}`,
      '/checkpoints/x',
    ]) {
      expect([path, (await public_(path)).status]).toEqual([path, 404]);
    }
    expect((await public_('/api/v1/checkpoints?limit=0')).status).toBe(400);
  });

  it('shows in the health of the server', async () => {
    const { json, status } = await public_('/health/ready');
    expect(status).toBe(200);
    const entries = await all();
    expect(json['checkpoints']).toMatchObject({ entries, signed: { entries }, refused: null });
  });
});

describe('the proof of an entry', () => {
  const proofOf = async (id: string, token: string | null = null) =>
    app.ask({ path: `/api/v1/entries/${id}/proof`, token });

  it('is whole: entry, path and signed checkpoint, to be checked without us', async () => {
    const stored = await firstOf(shown);
    const { json, headers, status } = await proofOf(stored.id);
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toContain(`${stored.id}.json`);
    const { event, proof, key, origin } = json as unknown as Proven;
    const said = leafed(stored);
    expect(event).toEqual(said);
    expect(origin).toBe(`klimaspur/${app.store.logId}`);
    const { size } = checkProof(proof, readKey(key), leafOf(event));
    expect(Number(size)).toBeGreaterThan(0);
    const forged = { ...said, data: { ...said.data, text: { title: 'Autobahn' } } };
    expect(() => checkProof(proof, readKey(key), leafOf(forged))).toThrow('another root');
  });

  it('holds for ever: the one of before is good beside the one of now', async () => {
    const stored = await firstOf(shown);
    const proofs = [(await proofOf(stored.id)).json['proof'] as string];
    await write();
    const { id } = (await app.eventsOf(`measure-${shown}`)).at(-1)!;
    await proofOf(id);
    proofs.push((await proofOf(stored.id)).json['proof'] as string);
    const sizes = proofs.map(async (proof) =>
      Number(checkProof(proof, await keyHere(), leafOf(leafed(stored))).size),
    );
    const [before, after] = await Promise.all(sizes);
    expect(after).toBeGreaterThan(before!);
  });

  it('is not given of what strangers may not read, but to those who may', async () => {
    const { id } = await firstOf(draft);
    const closed = await app.given('municipalities', { text: { name: 'Noch geheime Stadt' } });
    const [founded] = (await app.eventsOf(`municipality-${closed}`)) as [RecordedEvent];
    for (const hidden of [id, founded.id, crypto.randomUUID(), 'x']) {
      const { status, text } = await proofOf(hidden);
      expect([hidden, status, text.includes('geheim')]).toEqual([hidden, 404, false]);
    }
    const { json } = await app.ask({ path: `/api/v1/entries/${id}/proof` });
    expect(json['event']).toMatchObject({ id });
  });

  it('is of the hash alone where not all of the entry is told', async () => {
    const council = await app.given('organs', {
      ...{ municipality: town, kind: 'COUNCIL', decidesFinally: true },
      text: { name: 'Stadtrat' },
    });
    const vote = await app.given('decisions', {
      ...{ municipality: town, organ: council, outcome: 'ADOPTED', final: true },
      text: { title: 'Sammelbeschluss' },
      effects: [shown, draft].map((id) => ({ measure: id, effect: 'ADOPTS', scope: 'FULL' })),
    });
    await app.settle();
    const [stored] = (await app.eventsOf(`decision-${vote}`)) as [RecordedEvent];
    const { json, text } = await proofOf(stored.id);
    expect(text).not.toContain(draft);
    expect(json).not.toHaveProperty('event');
    const leaf = leafOf(leafed(stored));
    expect(json['leaf']).toBe(leaf.toString('hex'));
    expect(Number(checkProof(json['proof'] as string, await keyHere(), leaf).size)).toBe(
      await all(),
    );
  });
});

describe('a file of events with proofs', () => {
  const linesOf = async (token: string | null) => {
    const { text, headers } = await app.ask({ path: '/api/v1/exports/events?proofs=yes', token });
    expect(headers.get('klimaspur-checkpoint')).toMatch(/^klimaspur\/[\da-f-]{36} \d+ \S{44}$/);
    const [head, ...lines] = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    return { head: head as Head, lines: lines as Line[] };
  };

  it('has every entry for the operator, in its place below the checkpoint', async () => {
    await write();
    const { head, lines } = await linesOf(token);
    const { size } = readCheckpoint(head.checkpoint, readKey(head.key));
    expect(lines.map(({ leaf }) => [leaf.index, leaf.hash])).toEqual(
      lines.map((_, index) => [index, undefined]),
    );
    expect(head.complete).toBe(true);
    expect([Number(size), lines.length]).toEqual([await all(), await all()]);
  });

  it('proves each line that strangers get, and tells those it shows in part by their leaf', async () => {
    await write();
    const { head, lines } = await linesOf(null);
    const key = readKey(head.key);
    expect(lines.length).toBeGreaterThan(4);
    expect(head.complete).toBe(false);
    for (const { leaf, ...event } of lines) {
      const proof = ['c2sp.org/tlog-proof@v1', `index ${leaf.index}`, ...leaf.path!];
      const hash = leaf.hash === undefined ? leafOf(event) : Buffer.from(leaf.hash, 'hex');
      checkProof([...proof, '', head.checkpoint].join('\n'), key, hash);
    }
    const inPart = lines.filter(({ leaf }) => leaf.hash !== undefined);
    expect(inPart.map(({ type }) => type)).toEqual(['DecisionRecorded']);
    expect(JSON.stringify(lines)).not.toContain(draft);
  });

  it('is not what was asked for by another word', async () => {
    expect((await public_('/api/v1/exports/events?proofs=true')).status).toBe(400);
  });
});

describe('on the pages', () => {
  it('each entry of a history leads to its proof, and everybody gets those they can see', async () => {
    const { text } = await public_(`/de/kommunen/pruefstadt/massnahmen/${shown}/verlauf`);
    const links = [...text.matchAll(/href="(\/api\/v1\/entries\/[^"]+)" download/g)].map(
      ([, href]) => href!,
    );
    expect(links.length).toBeGreaterThan(3);
    expect(text).toContain('Unverändertheit nachweisen');
    for (const link of links) expect([link, (await public_(link)).status]).toEqual([link, 200]);
  });

  it('each file says in its head what was signed last', async () => {
    const town = '/de/kommunen/pruefstadt';
    const files = [
      ...['.json', '.csv', '/massnahmen.csv', '/massnahmen.xlsx', '/verlauf.csv'],
      ...['/verlauf.jsonl', '/aenderungen.json', '/sachstandsbericht.csv', '/termine.ics'],
      ...[`/massnahmen/${shown}/verlauf.csv`, `/massnahmen/${shown}/verlauf.jsonl`],
    ];
    const { text } = await public_('/checkpoint');
    const newest = text.split('\n').slice(0, 3).join(' ');
    for (const file of files) {
      const { status, headers } = await public_(town + file);
      expect([file, status, headers.get('klimaspur-checkpoint')]).toEqual([file, 200, newest]);
    }
  });

  it('the checksums are told in words, with their addresses, and at the foot of what is printed', async () => {
    const { text } = await public_('/de/pruefsummen');
    const { size } = readCheckpoint((await public_('/checkpoint')).text, await keyHere());
    expect(text).toContain(`href="/checkpoints/${size}"`);
    expect(text).toContain(`${app.url}/checkpoints/${size}</p>`);
    expect((await public_('/en/checksums')).text).toContain('How to check for yourself');
  });
});

interface Head {
  readonly checkpoint: string;
  readonly key: string;
  readonly complete: boolean;
}

interface Line extends ReturnType<typeof leafed> {
  readonly leaf: { readonly index: number; readonly hash?: string; readonly path?: string[] };
}

interface Proven {
  readonly event: ReturnType<typeof leafed>;
  readonly proof: string;
  readonly key: string;
  readonly origin: string;
}

const leafed = (stored: RecordedEvent) => {
  const { position: _position, ...event } = stored;
  return event;
};
