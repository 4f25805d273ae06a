import { join } from 'node:path';
import { Writable } from 'node:stream';
import { checkFolder } from '@klimaspur/audit';
import type { RecordedEvent } from '@klimaspur/event-store';
import { leafHash } from '@klimaspur/proofs';
import { pino } from 'pino';
import { checkProof, leafOf, readKey } from '../proofs/c2sp.js';
import { Visitor } from '../web/visitor.js';
import { TestApp, token } from './app.js';
import { pathOf, slug } from './asked-paths.js';
import { addressesTelling, filesWith } from './marked.js';
import { meetingDay, things } from './past-town.js';
import { readRoutes } from './read-routes.js';

const MARK = 'Geheimname';

/** Texts with a private name come into the example, and are taken out again: in the browser and by the API. */
let app: TestApp;
let log = '';
let paths: readonly string[];
let entry: string;
let before: readonly RecordedEvent[];
let checkpoint: string;
let proven: { readonly proof: string; readonly key: string };

const collections: Readonly<Record<string, string>> = { municipality: 'municipalities' };

const tell = async (stream: string, command: string, body: object): Promise<string> => {
  const [category = '', ...rest] = stream.split('-');
  const path = `${collections[category] ?? `${category}s`}/${rest.join('-')}/${command}`;
  const revision = (await store().readStream(stream)).length - 1;
  const { status, text, json } = await app.post(path, body, { 'if-match': `"${revision}"` });
  if (status >= 300) throw new Error(`${path}: ${status} ${text}`);
  return (json['events'] as string[])[0]!;
};
const store = () => app.worlds.current().store;
const whole = () => app.worlds.current().log.readAll(null, 10_000);
const holdsMark = ({ data }: RecordedEvent) => JSON.stringify(data).includes(MARK);

beforeAll(async () => {
  const lines = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      log += chunk.toString();
      done();
    },
  });
  app = await TestApp.start(
    { KLIMASPUR_EXAMPLE: 'yes' },
    undefined,
    pino({ level: 'trace' }, lines),
  );
  await app.settle();
  const gaps = { day: await meetingDay(app), picture: '' };
  paths = [
    ...readRoutes(app).map((parts) => pathOf(parts, gaps)),
    `/api/v1/measures?q=${MARK.toLowerCase()}`,
    `/de/kommunen/${slug}/massnahmen?q=${MARK.toLowerCase().slice(0, 6)}`,
  ];
  const { measure, plan, organ, actor, table, town } = things;
  const evidence = [{ kind: 'press', title: MARK, url: `https://example.org/${MARK}` }];
  entry = await tell(`measure-${measure}`, 'report-progress', {
    ...{ percent: 41, occurredOn: '2026-01-10' },
    text: { note: `Sagt ${MARK}`, evidence },
  });
  await tell(`measure-${measure}`, 'correct-entry', {
    ...{ entry, replacement: { percent: 42 }, occurredOn: '2026-01-11' },
    text: { reason: MARK, replacement: { note: MARK } },
  });
  await tell(`measure-${measure}`, 'describe-measure', {
    text: { title: `Radachse ${MARK}`, description: MARK },
  });
  await tell(`plan-${plan}`, 'describe-plan', {
    kind: 'CLIMATE_PROTECTION',
    text: { title: `Plan ${MARK}`, description: MARK },
  });
  await tell(`organ-${organ}`, 'describe-organ', {
    ...{ kind: 'COUNCIL', decidesFinally: true },
    text: { name: `Versammlung ${MARK}` },
  });
  await tell(`actor-${actor}`, 'describe-actor', {
    kind: 'CITIZENS_GROUP',
    text: { name: `Gruppe ${MARK}` },
  });
  await tell(`roundtable-${table}`, 'convene-meeting', {
    ...{ meeting: crypto.randomUUID(), on: '2035-01-10' },
    text: { topic: MARK, place: MARK },
  });
  await tell(`municipality-${town}`, 'set-target', {
    ...{ targetYear: 2036, occurredOn: '2026-01-10' },
    text: { resolution: MARK },
  });
  await app.settle();
  before = await whole();
  const { json } = await app.ask({ path: `/api/v1/entries/${entry}/proof` });
  proven = json as unknown as typeof proven;
  ({ text: checkpoint } = await app.ask({ path: '/checkpoint' }));
});
afterAll(() => app.stop());

describe('marked texts in the example', () => {
  it('were in its files and at many addresses', async () => {
    expect(before.filter(holdsMark).length).toBeGreaterThan(6);
    expect(filesWith(MARK, app.folder)).toEqual(
      expect.arrayContaining(['example/log.db-wal', 'example/views.db-wal']),
    );
    const some = paths.filter((path) => /verlauf|massnahmen|exports|\?q=/.test(path));
    expect((await addressesTelling(MARK, app, some, null)).length).toBeGreaterThan(15);
  });

  it('are in no file, page, export, feed, search or line of the log once they were taken out', async () => {
    const visitor = await Visitor.signedIn(app, { role: 'OPERATOR' }, 'Betrieb');
    const form = `/de/kommunen/${slug}/bearbeiten/text-entfernen/${entry}`;
    const done = await visitor.send(form, { reason: 'Ein privater Name', confirmed: 'yes' });
    expect([done.status, done.text]).toEqual([303, '']);
    for (;;) {
      const event = (await whole()).find(holdsMark);
      if (!event) break;
      await tell(event.stream, 'redact-text', {
        ...{ entry: event.id, text: { reason: 'Ein privater Name' } },
      });
    }
    await app.settle();
    expect(filesWith(MARK, app.folder)).toEqual([]);
    // Whoever runs the server sees all that others see.
    expect(await addressesTelling(MARK, app, paths, token)).toEqual([]);
    expect(log.length).toBeGreaterThan(1000);
    expect(log.includes(MARK)).toBe(false);
  });

  it('leave the log in order, and what was proven and signed before still holds', async () => {
    const after = await whole();
    expect(after.slice(0, before.length).map(leafHash)).toEqual(before.map(leafHash));
    const { position: _position, ...kept } = after.find(({ id }) => id === entry)!;
    const signed = checkProof(proven.proof, readKey(proven.key), leafOf(kept));
    expect(Number(signed.size)).toBe(before.length);
    const report = await checkFolder(join(app.folder, 'example'), { notes: [checkpoint] });
    expect([report.ok, report.findings]).toEqual([true, []]);
  });
});
