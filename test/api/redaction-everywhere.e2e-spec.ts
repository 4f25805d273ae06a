import { strFromU8, unzipSync } from 'fflate';
import { checkFolder } from '@klimaspur/audit';
import { textsOf, type Past } from '@klimaspur/domain';
import type { RecordedEvent } from '@klimaspur/event-store';
import { leafHash } from '@klimaspur/proofs';
import { checkProof, leafOf, readKey } from '../proofs/c2sp.js';
import { TestApp, token } from './app.js';
import { addressesTelling, filesWith } from './marked.js';
import { readPaths } from './read-routes.js';

const MARK = 'Geheimname';
const evidence = [
  { kind: 'press', title: MARK, quote: `„${MARK}“`, url: `https://example.org/${MARK}` },
];

let app: TestApp;
let things: readonly (readonly string[])[];

const given = async () => {
  const municipality = await app.given('municipalities', { text: { name: `Bad ${MARK}` } });
  const sent = async (path: string, body: object, headers = {}) => {
    const { status, json, text } = await app.post(path, body, headers);
    if (status !== 200) throw new Error(`${path}: ${text}`);
    return (json['events'] as string[])[0]!;
  };
  const at = (revision: number) => ({ 'if-match': `"${revision}"` });
  const said = {
    name: `Stadt ${MARK}`,
    teaser: MARK,
    description: MARK,
    website: evidence[0]!.url,
  };
  await sent(`municipalities/${municipality}/describe-municipality`, { text: said }, at(0));
  const organ = await app.given('organs', {
    ...{ municipality, kind: 'COUNCIL', decidesFinally: true },
    text: { name: `Rat ${MARK}` },
  });
  const plan = await app.given('plans', {
    ...{ municipality, kind: 'CLIMATE_PROTECTION' },
    text: { title: `Plan ${MARK}`, description: MARK },
  });
  const [field, edition] = [crypto.randomUUID(), crypto.randomUUID()];
  const source = { system: 'LocalZero', town: MARK, key: MARK };
  await sent(`plans/${plan}/add-field`, {
    ...{ field, rank: 1 },
    text: { name: `Feld ${MARK}`, number: 'A', source },
  });
  await sent(`plans/${plan}/add-edition`, { edition, text: { label: MARK } });
  const measure = await app.given('measures', {
    municipality,
    text: { title: `Haus von ${MARK}`, source },
  });
  const sheet = { title: `Haus von ${MARK}`, teaser: MARK, description: MARK };
  await sent(`measures/${measure}/describe-measure`, { text: sheet }, at(0));
  await sent(`plans/${plan}/place-measure`, {
    ...{ measure, field, rank: 1 },
    text: { number: MARK },
  });
  const entry = await sent(`measures/${measure}/start-implementation`, {
    occurredOn: '2024-03-01',
    text: { note: `Sagt ${MARK}`, evidence },
  });
  await sent(`measures/${measure}/add-evidence`, { entry, text: { evidence, note: MARK } });
  await sent(`measures/${measure}/correct-entry`, {
    ...{ entry, replacement: {}, occurredOn: '2024-03-02' },
    text: { reason: MARK, replacement: { note: MARK, evidence } },
  });
  await sent(`measures/${measure}/assign-responsible-body`, {
    responsibility: 'PARTNER',
    text: { name: `Firma ${MARK}` },
  });
  const decision = await app.given('decisions', {
    ...{ municipality, organ, outcome: 'ADOPTED', final: true, occurredOn: '2024-02-01' },
    effects: [{ measure, effect: 'ADOPTS', scope: 'FULL' }],
    text: { title: `Beschluss ${MARK}`, note: MARK, evidence },
  });
  const actor = await app.given('actors', {
    ...{ municipality, kind: 'ASSOCIATION' },
    text: { name: `Verein ${MARK}` },
  });
  const roundtable = await app.given('roundtables', {
    ...{ municipality, format: 'ROUND_TABLE' },
    text: { name: `Tisch ${MARK}` },
  });
  const atTable = (command: string, body: object) =>
    sent(`roundtables/${roundtable}/${command}`, body);
  const [meeting, item] = [crypto.randomUUID(), crypto.randomUUID()];
  await atTable('convene-meeting', { meeting, on: '2024-03-01', text: { topic: MARK } });
  await atTable('add-item', { item, meeting, kind: 'PROPOSAL', rank: 1, text: { topic: MARK } });
  await app.publish(municipality);
  await sent(`plans/${plan}/publish-plan`, {});
  await sent(`measures/${measure}/publish-measure`, {});
  await atTable('publish-roundtable', {});
  await sent(`actors/${actor}/publish-actor`, {});
  await app.settle();
  const names = [`stadt-${MARK.toLowerCase()}`, municipality];
  const ids = [measure, plan, decision, organ, roundtable, actor, municipality];
  things = names.flatMap((name) => ids.map((id) => [name, id, '2024-03-01']));
};

const filesWithMark = () => filesWith(MARK, app.folder);
const tellingTo = (reader: string | null) => {
  const paths = [...readPaths(app, things, '1')].flatMap((path) => [path, `${path}?q=haus`]);
  return addressesTelling(MARK, app, paths, reader);
};

beforeAll(async () => {
  app = await TestApp.start();
  await given();
});
afterAll(() => app.stop());

const whole = () => app.worlds.own.log.readAll(null, 10_000);
const holdsMark = ({ data }: RecordedEvent) => JSON.stringify(data).includes(MARK);

describe('texts of all kinds, taken out', () => {
  let before: RecordedEvent[];
  let checkpoint: string;
  let proven: { readonly id: string; readonly proof: string; readonly key: string };

  it('were everywhere', async () => {
    before = await whole();
    expect(filesWithMark()).toEqual(expect.arrayContaining(['log.db-wal', 'views.db-wal']));
    expect((await tellingTo(token)).length).toBeGreaterThan(20);
    const { id } = before.find(({ type }) => type === 'MeasureImplementationStarted')!;
    const { json } = await app.ask({ path: `/api/v1/entries/${id}/proof` });
    proven = { id, proof: String(json['proof']), key: String(json['key']) };
    ({ text: checkpoint } = await app.ask({ path: '/checkpoint' }));
  });

  it('are in no file and at no address any more', async () => {
    const states = await app.ask({ path: '/api/v1/measures' });
    for (;;) {
      const event = (await whole()).find(holdsMark);
      if (!event) break;
      const { stream, id } = event;
      const [category = '', ...rest] = stream.split('-');
      const history = (await app.worlds.own.log.readStream(stream)) as unknown as Past[];
      expect(textsOf(id, history).map((past) => past.id)).toContain(id);
      const collection = category === 'municipality' ? 'municipalities' : `${category}s`;
      const { status, text } = await app.post(`${collection}/${rest.join('-')}/redact-text`, {
        entry: id,
        text: { reason: 'Privater Name' },
      });
      expect([event.type, status, text]).toEqual([event.type, 200, expect.any(String)]);
    }
    await app.settle();
    expect(filesWithMark()).toEqual([]);
    expect(await tellingTo(token)).toEqual([]);
    expect(await tellingTo(null)).toEqual([]);
    const item = (answer: typeof states) => (answer.json['items'] as Record<string, unknown>[])[0]!;
    const after = item(await app.ask({ path: '/api/v1/measures' }));
    for (const name of ['id', 'status', 'decision', 'implementation', 'startedOn']) {
      expect([name, after[name]]).toEqual([name, item(states)[name]]);
    }
    expect(after['title']).toMatch(/^\[entfernt am /);
  });

  it('are told to be gone in the language of the page and of its files', async () => {
    const { json } = await app.ask({ path: '/api/v1/municipalities' });
    const [town] = json['items'] as { slug: string }[];
    const here = things.map(([, id, day]) => [town!.slug, id!, day!]);
    const english = [...readPaths(app, here, '1')].filter((path) => /^\/en[/.]/.test(path));
    const said = new Map<string, string>();
    for (const path of english) {
      const { status, text } = await app.ask({ path, token: null });
      if (status === 200) said.set(path, text);
    }
    const files = (words: string) =>
      [...said].filter(([path, text]) => /\.(csv|json|jsonl)$/.test(path) && text.includes(words));
    expect(files('[removed on ').length).toBeGreaterThan(8);
    expect([...said].filter(([, text]) => text.includes('[entfernt')).map(([at]) => at)).toEqual(
      [],
    );
    const workbooks = english.filter((path) => path.endsWith('.xlsx'));
    let opened = 0;
    for (const path of workbooks) {
      const answer = await fetch(app.url + path);
      if (answer.status !== 200) continue;
      opened += 1;
      const parts = Object.values(unzipSync(new Uint8Array(await answer.arrayBuffer())));
      const words = parts.map((part) => strFromU8(part)).join('');
      const said = ['[removed on ', '[entfernt'].map((one) => words.includes(one));
      expect([path, ...said]).toEqual([path, true, false]);
    }
    expect(opened).toBeGreaterThan(1);
  });

  it('leave the slug of the town behind', async () => {
    const old = await app.ask({ path: `/de/kommunen/stadt-${MARK.toLowerCase()}`, token: null });
    expect(old.status).toBe(404);
    const { json } = await app.ask({ path: '/api/v1/municipalities' });
    const [town] = json['items'] as { slug: string }[];
    expect(town!.slug).toMatch(/^entfernt/);
    expect((await app.ask({ path: `/de/kommunen/${town!.slug}`, token: null })).status).toBe(200);
  });

  it('leave every leaf as it was, so that what was proven and signed before still holds', async () => {
    const after = await whole();
    expect(after.slice(0, before.length).map(leafHash)).toEqual(before.map(leafHash));
    const { position: _position, ...kept } = after.find(({ id }) => id === proven.id)!;
    expect(JSON.stringify(kept)).not.toContain(MARK);
    const leaf = leafOf(kept);
    expect(Number(checkProof(proven.proof, readKey(proven.key), leaf).size)).toBe(before.length);
    const again = await app.ask({ path: `/api/v1/entries/${proven.id}/proof`, token: null });
    const { event, proof } = again.json as { event: Parameters<typeof leafOf>[0]; proof: string };
    expect(checkProof(proof, readKey(proven.key), leafOf(event))).toBeDefined();
    const report = await checkFolder(app.folder, { notes: [checkpoint] });
    expect([report.ok, report.findings]).toEqual([true, []]);
  });
});
