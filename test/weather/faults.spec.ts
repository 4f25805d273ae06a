import { Vault } from '@klimaspur/vault';
import { expectWhole } from './checks.js';
import { randomOf } from './random.js';
import { SqliteFaults } from './sqlite-faults.js';
import { WeatheredTown } from './weathered-town.js';

/** Each is a storm of its own; the bench takes more. */
const STORMS = Number(process.env['KLIMASPUR_STORMS'] ?? 80);
const CHECKED_EVERY = 4;
const CLIENTS = 4;
/** So that a log stays small enough to be replayed after each storm. */
const STORMS_OF_ONE_LOG = 20;
const FILES = ['log.db', 'views.db', 'tree.db', 'vault.db'];

let town: WeatheredTown;
let faults: SqliteFaults;

beforeAll(() => {
  faults = new SqliteFaults();
});
afterAll(() => faults.uninstall());

const refusals = new Set<string>();
const leave = (): Promise<void> => {
  for (const code of town.refusals) refusals.add(code);
  return town.end();
};

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
    for (let n = 0; n < 2; n += 1) await town.insist(town.model.wish(random(), random()));
  };
  await Promise.all([...Array.from({ length: CLIENTS }, client), town.invite(), town.invite()]);
  faults.end();
}

/** Who was promised a way in has it. */
async function expectInvited({ klimaspur, invitations }: WeatheredTown): Promise<void> {
  const vault = klimaspur.app.get(Vault);
  for (const code of invitations) expect(await vault.loginLink(code)).toBeDefined();
}

describe('storms of faults in log, views, tree and vault', () => {
  it('leave everything that was acknowledged, once, and read models and proofs that say the same', async () => {
    for (let seed = 1; seed <= STORMS; seed += 1) {
      if (seed % STORMS_OF_ONE_LOG === 1) {
        if (seed > 1) await leave();
        town = await WeatheredTown.found();
      }
      try {
        await storm(seed);
        if (seed % CHECKED_EVERY === 0) {
          await expectWhole(town.klimaspur, town.model);
          await expectInvited(town);
        }
      } catch (error) {
        throw new Error(`Storm ${seed}`, { cause: error });
      }
    }
    await leave();
    const hits = (file: string, ...kinds: readonly string[]) =>
      kinds.reduce((sum, kind) => sum + (faults.seen.get(`${file} ${kind}`) ?? 0), 0);
    for (const file of FILES) {
      expect([file, hits(file, 'full', 'unwritten')]).not.toEqual([file, 0]);
      expect([file, hits(file, 'busy')]).not.toEqual([file, 0]);
    }
    // Of the tree alone, hardly anything is read while it is written.
    for (const file of ['log.db', 'views.db', 'vault.db']) {
      expect([file, hits(file, 'unread')]).not.toEqual([file, 0]);
    }
    // And whoever was refused was told why.
    const why = ['storage/held', 'storage/no-space', 'storage/failing', 'log/outcome-unknown'];
    expect([...refusals]).toEqual(expect.arrayContaining(why));
  });
});
