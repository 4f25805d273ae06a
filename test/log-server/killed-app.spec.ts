import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { TestApp, token } from '../api/app.js';
import { type RunningServer, startBuiltServer } from '../tools/running-server.js';
import { expectWhole } from '../weather/checks.js';
import { randomOf } from '../weather/random.js';
import { TownModel, type Wish } from '../weather/town-model.js';
import { describeWithServer } from './at-server.js';

const KILLS = Number(process.env['KLIMASPUR_TEST_ESDB_ROUNDS'] ?? 3);
const CLIENTS = 8;
/** Refused for now, by a server that may be gone in the next moment. */
const UNAVAILABLE = 503;

const post = (at: RunningServer, path: string, body: object, key = ''): Promise<Response> =>
  fetch(`${at.url}/api/v1/${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(key && { 'idempotency-key': key }),
    },
    body: JSON.stringify(body),
  });

describeWithServer('a process whose log lies on a server', (server) => {
  const folder = mkdtempSync(join(tmpdir(), 'klimaspur-killed-'));
  let app: RunningServer;
  let model: TownModel;
  const start = async (): Promise<void> => {
    app = await startBuiltServer({ KLIMASPUR_DATA: folder, KLIMASPUR_LOG: server.url });
  };
  beforeAll(async () => {
    await server.start();
    await start();
    const given = async (path: string, body: unknown): Promise<string> => {
      const { id } = (await (await post(app, path, body as object)).json()) as { id: string };
      return id;
    };
    model = await TownModel.found({ given });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  /** Until there is an answer, from whichever process is there. */
  async function insist(wish: Wish): Promise<void> {
    for (;;) {
      const answer = await post(app, wish.path, wish.body, wish.key).catch(() => undefined);
      const text = await answer?.text().catch(() => undefined);
      if (answer?.ok && text !== undefined) {
        const { id, revision } = JSON.parse(text) as { id: string; revision: number };
        return model.grant(wish, { id, revision });
      }
      if (answer && text !== undefined && answer.status !== UNAVAILABLE) throw new Error(text);
      await setTimeout(20);
    }
  }

  it(`has lost nothing after ${KILLS} kills, written nothing twice, and shows and proves what the log says`, async () => {
    const random = randomOf(1);
    let over = false;
    const client = async (): Promise<void> => {
      while (!over) await insist(model.wish(random(), random()));
    };
    const clients = Promise.all(Array.from({ length: CLIENTS }, client));
    for (let kill = 0; kill < KILLS; kill++) {
      const enough = model.granted.size + 5 + Math.floor(random() * 40);
      while (model.granted.size < enough) await Promise.race([clients, setTimeout(1)]);
      await app.kill();
      await start();
    }
    over = true;
    await clients;
    await app.stop();
    const after = await TestApp.start({ KLIMASPUR_DATA: folder, KLIMASPUR_LOG: server.url });
    await expectWhole(after, model);
    process.stderr.write(`${KILLS} kills, ${model.granted.size} acknowledged\n`);
    await after.stop();
  });
});
