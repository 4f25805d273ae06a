import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore } from '@klimaspur/event-store';
import { startBuiltServer, token } from '../tools/running-server.js';
import { klimaspurIn } from '../tools/shell.js';

const town = randomUUID();
const stream = `measure-${randomUUID()}`;
const poison = randomUUID();

/** As an operator's shell sees it: with the running server, which finds a log that somebody wrote into by hand. */
describe('projections in the shell', () => {
  let folder: string;
  let server: Awaited<ReturnType<typeof startBuiltServer>>;
  const environment = { KLIMASPUR_TOKEN: token };
  const klimaspur = (...words: string[]) =>
    klimaspurIn({ data: folder, environment }, 'projections', ...words);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
    const store = await openEventStore(`sqlite:${folder}`);
    const metadata = {
      ...{ occurredOn: null, recordedAt: '2024-01-01T12:00:00.000Z', schemaVersion: 1 },
      actor: { person: randomUUID(), role: 'LEAD' },
    };
    const event = (type: string, data: object, id: string = randomUUID()) => ({
      ...{ id, type, metadata },
      data: data as Record<string, never>,
    });
    const founded = event('MunicipalityFounded', { text: { name: 'Stadt' } });
    await store.append(`municipality-${town}`, [founded], 'no_stream');
    const recorded = event('MeasureRecorded', { municipality: town, text: { title: 'Title' } });
    const described = event('MeasureDescribed', { text: { title: 5 } }, poison);
    await store.append(stream, [recorded, described], 'no_stream');
    await store.close();
    server = await startBuiltServer({ KLIMASPUR_DATA: folder });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are listed with state, place and lag', async () => {
    const { code, out } = await klimaspur('list');
    expect([code, out]).toEqual([0, expect.stringMatching(/^views: up to date, with exceptions/)]);
    expect(out).toMatch(/^proofs: .*\n(.*\n)*policies: up to date, position \d+, lag none$/m);
    const json = JSON.parse((await klimaspur('list', '--json')).out) as { items: object[] };
    expect(json.items).toHaveLength(3);
  });

  it('name what is parked, and why', async () => {
    const { code, out } = await klimaspur('parked');
    expect([code, out]).toEqual([
      0,
      expect.stringContaining(`${stream} in views: MeasureDescribed`),
    ]);
    expect(out).toContain(poison);
  });

  it('refuse to call told what still cannot be told', async () => {
    const { code, err } = await klimaspur('replay', stream);
    expect([code, err]).toEqual([1, expect.stringContaining('still cannot be told')]);
    const other = await klimaspur('replay', `measure-${randomUUID()}`);
    expect([other.code, other.err]).toEqual([1, 'This history is not parked.\n']);
  });

  it('ask for a reason before something is left as it is', async () => {
    expect((await klimaspur('dismiss', stream)).code).toBe(2);
    expect((await klimaspur('dismiss', stream, '--reason', 'A test')).code).toBe(0);
    expect((await klimaspur('parked')).out).toContain('A test');
  });

  it('are built anew, one or all views', async () => {
    expect((await klimaspur('rebuild')).code).toBe(0);
    expect((await klimaspur('rebuild', 'proofs')).code).toBe(0);
    const { code, err } = await klimaspur('rebuild', 'nothing');
    expect([code, err]).toEqual([1, 'There is no projection of this name here.\n']);
  });
});
