import { TestApp } from '../api/app.js';
import { expectWhole } from './checks.js';
import { randomOf } from './random.js';
import { SqliteFaults } from './sqlite-faults.js';
import { type Answer, TownModel, type Wish } from './town-model.js';

/** Each is a storm of its own; the bench takes more. */
const STORMS = Number(process.env['KLIMASPUR_STORMS'] ?? 80);
const CHECKED_EVERY = 4;
const CLIENTS = 4;
/** So that a log stays small enough to be replayed after each storm. */
const STORMS_OF_ONE_LOG = 20;
const FILES = ['log.db', 'views.db', 'tree.db', 'vault.db'];
const KNOWN = /^(storage|log|vault|views)\//;

let klimaspur: TestApp;
let model: TownModel;
let faults: SqliteFaults;

beforeAll(() => {
  faults = new SqliteFaults();
});
afterAll(() => faults.uninstall());

/** As a client does that wants to be sure: the same again under the same key. */
async function insist(wish: Wish): Promise<void> {
  for (;;) {
    const { status, json, text } = await klimaspur.post(wish.path, wish.body, {
      'idempotency-key': wish.key,
    });
    if (status === 200 || status === 201) {
      return model.grant(wish, {
        id: String(json['id']),
        revision: Number(json['revision']),
      } as Answer);
    }
    const refused = [status, KNOWN.test(String(json['code']))];
    if (String(refused) !== '503,true') throw new Error(`${wish.path}: ${status} ${text}`);
  }
}

async function storm(seed: number): Promise<void> {
  const random = randomOf(seed);
  const files = FILES.filter(() => random() < 0.6);
  faults.begin({
    random,
    every: 2 + Math.floor(random() * 30),
    faults: 1 + Math.floor(random() * 12),
    files,
  });
  const client = async () => {
    for (let n = 0; n < 2; n += 1) await insist(model.wish(random(), random()));
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  faults.end();
}

describe('storms of faults in log, views, tree and vault', () => {
  it('leave everything that was acknowledged, once, and read models and proofs that say the same', async () => {
    for (let seed = 1; seed <= STORMS; seed += 1) {
      if (seed % STORMS_OF_ONE_LOG === 1) {
        if (seed > 1) await klimaspur.stop();
        klimaspur = await TestApp.start();
        model = await TownModel.found(klimaspur);
      }
      try {
        await storm(seed);
        if (seed % CHECKED_EVERY === 0) await expectWhole(klimaspur, model);
      } catch (error) {
        throw new Error(`Storm ${seed}`, { cause: error });
      }
    }
    await klimaspur.stop();
    // Each file was hit.
    for (const file of FILES) expect(faults.seen.get(file)).toBeGreaterThan(STORMS / 20);
  });
});
