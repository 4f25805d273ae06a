import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReadModels } from '@klimaspur/read-models';
import { TestApp, token } from '../api/app.js';
import { describeWith } from '../importers/real-files.js';
import { rowsOf } from './projected.js';

let app: TestApp;
afterEach(() => app.stop());

/** The rows that grew while the log was written, and those that are made of the finished log at once. */
const rowsLiveAndAnew = async ({ folder, store }: { folder: string; store: TestApp['store'] }) => {
  await app.settle();
  const anew = join(folder, 'anew.db');
  await (await ReadModels.openInThread({ log: store, views: anew })).close();
  return { live: rowsOf(join(folder, 'views.db')), anew: rowsOf(anew) };
};

const importing = async (
  kind: 'localzero' | 'measures',
  bytes: Uint8Array,
  query: Readonly<Record<string, string>> = {},
) => {
  await app.settle();
  const address = `${app.url}/api/v1/imports/${kind}?${new URLSearchParams(query)}`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' };
  const answer = await fetch(address, { method: 'POST', headers, body: new Uint8Array(bytes) });
  const told = (await answer.text()).trim().split('\n');
  const last = JSON.parse(told.at(-1)!) as { report: { done: boolean; measures: number } };
  expect(last).toMatchObject({ report: { done: true } });
  return last.report.measures;
};

const standsAnew = async (measures: number) => {
  const { live, anew } = await rowsLiveAndAnew(app.worlds.own);
  expect(measures).toBeGreaterThan(0);
  expect(live['measure_pack']?.length).toBe(measures);
  expect(anew).toEqual(live);
};

const sheet = (...rows: readonly string[]): Uint8Array =>
  Buffer.from(['Nr.;Handlungsfeld;Maßnahme;Status;Fertigstellung', ...rows].join('\n'));
const editions: readonly (readonly [stand: string, rows: Uint8Array])[] = [
  ['2023-04-30', sheet('1;Energie;Dächer;geplant;2025', '2;Verkehr;Radweg;geplant;2024')],
  ['2023-10-31', sheet('1;Energie;Dächer;läuft;2025', '2;Verkehr;Radweg;läuft;2026')],
  ['2024-04-30', sheet('1;Energie;Dächer;erledigt;2025', '3;Verkehr;Bus;verzögert;')],
];

describe('the rows that grew live are those of a replay from the beginning', () => {
  it('of the example', async () => {
    app = await TestApp.start({ KLIMASPUR_EXAMPLE: 'yes' });
    const { live, anew } = await rowsLiveAndAnew(app.worlds.example!);
    expect(live['measure_pack']?.length).toBeGreaterThan(60);
    expect(anew).toEqual(live);
  });

  it('of a LocalZero database with the names of 2023', async () => {
    app = await TestApp.start();
    const fixture = readFileSync('libs/importers/src/localzero/fixtures/database-2023.json');
    await standsAnew(await importing('localzero', fixture, { publish: 'true' }));
  });

  it('of three editions of one list, each imported into what the last one left', async () => {
    app = await TestApp.start();
    const town = await app.given('municipalities', { text: { name: 'Altenbach' } });
    for (const [stand, rows] of editions) await importing('measures', rows, { town, stand });
    await standsAnew(3);
  });
});

describe.each([
  ['localzero', 'localzero/test_database.sanitized.json'],
  ['localzero', 'localzero/mainzzero_measure_tree.json'],
  ['measures', 'measures/karlsruhe_ksk2030_monitoring2022.csv'],
] as const)('imported as %s: %s', (kind, file) => {
  describeWith(file, 'a real plan', (bytes) => {
    it.each(['true', 'false'])('has the rows of a replay, published: %s', async (publish) => {
      app = await TestApp.start();
      const fileName = file.split('/').at(-1)!;
      const query = {
        fileName,
        publish,
        ...(kind === 'measures' ? { stand: '2022-12-31' } : {}),
      };
      await standsAnew(await importing(kind, bytes, query));
    });
  });
});
