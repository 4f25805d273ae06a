import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newCommandId } from '@klimaspur/event-store';
import { ask } from '../tools/ask.js';
import { type RunningServer, startBuiltServer } from '../tools/running-server.js';

const DAY = 86_400_000;
const fakedClock = new URL('../tools/faked-clock.mjs', import.meta.url).href;

let folder: string;
let server: RunningServer;

/** By so many days the clock of the server is off from now on. */
const setClock = (days: number) => writeFileSync(join(folder, 'clock'), String(days * DAY));

const start = async () => {
  server = await startBuiltServer({
    KLIMASPUR_DATA: join(folder, 'data'),
    KLIMASPUR_TEST_CLOCK: join(folder, 'clock'),
    NODE_OPTIONS: `--import=${fakedClock}`,
  });
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-clock-'));
  setClock(0);
  await start();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const post = async (path: string, body: object, key = newCommandId()) => {
  const headers = { 'idempotency-key': key };
  const answer = await ask(server, { path: `/api/v1/${path}`, body, headers });
  expect([path, answer.status < 300, answer.text]).toEqual([path, true, answer.text]);
  return answer.json as { id: string; revision: number; position: string };
};

interface Entry {
  readonly id: string;
  readonly recordedAt: string;
  readonly knownSince?: string;
}

describe('a clock that jumps', () => {
  it('changes neither the order of entries nor what was known when, live or told again', async () => {
    const { id: municipality } = await post('municipalities', { text: { name: 'Musterau' } });
    const { id } = await post('measures', { municipality, text: { title: 'Radweg' } });
    const key = newCommandId();
    const note = (text: string) => ({ text: { note: text } });
    const path = `measures/${id}/check-unchanged`;
    const instants = [Date.now()];
    setClock(2);
    await post(path, note('two days ahead'), key);
    setClock(-1);
    await post(path, note('a day behind'));
    // A retry that lives by another clock gets the first answer.
    expect((await post(path, note('two days ahead'), key)).revision).toBe(1);
    setClock(0);
    const { position } = await post(path, note('right again'));
    instants.push(Date.now() + DAY, Date.now() + 2 * DAY + 60_000);

    setClock(3);
    const headers = { 'klimaspur-after': position };
    const told = async () => {
      const answers = [];
      for (const instant of instants) {
        const knownAt = new Date(instant).toISOString();
        const asked = `/api/v1/measures/${id}/history?knownAt=${encodeURIComponent(knownAt)}`;
        const { status, json } = await ask(server, { path: asked, headers });
        expect(status).toBe(200);
        answers.push((json['items'] as Entry[]).map((entry) => entry.id));
      }
      return answers;
    };
    const live = await told();
    // What came while the clock was behind is known since the latest instant before it.
    expect(live.map((ids) => ids.length)).toEqual([1, 1, 4]);
    const { json } = await ask(server, { path: `/api/v1/measures/${id}/history`, headers });
    const entries = json['items'] as Entry[];
    expect(new Set(entries.map((entry) => entry.id))).toEqual(new Set(live[2]));

    await server.kill();
    for (const name of ['views.db', 'views.db-wal', 'views.db-shm']) {
      rmSync(join(folder, 'data', name), { force: true });
    }
    await start();
    expect(await told()).toEqual(live);
    const ready = await ask(server, { path: '/health/ready' });
    expect([ready.status, ready.json['checkpoints']]).toMatchObject([200, { refused: null }]);
  });

  it('is told to whoever watches, as long as it is behind the last entry', async () => {
    const behind = async () => {
      const { json } = await ask(server, { path: '/health/ready' });
      return (json['clock'] as { behindSeconds: number }).behindSeconds;
    };
    setClock(0);
    expect(await behind()).toBe(0);
    setClock(-2);
    expect(await behind()).toBeGreaterThan(DAY / 1_000);
  });
});
