import fc from 'fast-check';
import { expectWhole } from './checks.js';
import { randomOf } from './random.js';
import { SqliteFaults } from './sqlite-faults.js';
import { WeatheredTown } from './weathered-town.js';

/** Each run starts and crashes a server several times. fast-check prints the seed of what fails; more runs: FAST_CHECK_RUNS. */
const RUNS = Number(process.env['FAST_CHECK_RUNS'] ?? 8);
const LONGEST = 14;
const FILES = ['log.db', 'views.db', 'tree.db', 'vault.db'];

let faults: SqliteFaults;
beforeAll(() => {
  faults = new SqliteFaults();
});
afterAll(() => faults.uninstall());

type Step = (town: WeatheredTown) => Promise<unknown>;

/** A step that says what it was when something fails. */
class Command implements fc.AsyncCommand<object, WeatheredTown> {
  constructor(
    private readonly name: string,
    private readonly step: Step,
  ) {}

  check(): boolean {
    return true;
  }

  async run(_model: object, town: WeatheredTown): Promise<void> {
    await this.step(town);
  }

  toString(): string {
    return this.name;
  }
}

const share = fc.double({ min: 0, max: 0.999, noNaN: true });
const wishes = fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 4 });
const granted = ({ model }: WeatheredTown, which: number) => {
  const all = [...model.granted.values()];
  return all[Math.floor(which * all.length)];
};

const record = wishes.map(
  (several) =>
    new Command(`record(${several.length})`, (town) =>
      Promise.all(several.map(([choice, which]) => town.insist(town.model.wish(choice, which)))),
    ),
);

const again = share.map(
  (which) =>
    new Command('again', async (town) => {
      const before = granted(town, which);
      if (before) await town.insist(before.wish);
    }),
);

const sameKeyOtherBody = share.map(
  (which) =>
    new Command('sameKeyOtherBody', async (town) => {
      const before = granted(town, which);
      if (!before?.wish.path.endsWith('/start-implementation')) return;
      const { key, path } = before.wish;
      const body = { text: { note: 'Anders' } };
      const answer = await town.klimaspur.post(path, body, { 'idempotency-key': key });
      expect([answer.status, answer.json['code']]).toEqual([422, 'idempotency/key-reused']);
    }),
);

const crash = fc.tuple(wishes, fc.nat(12)).map(
  ([several, turns]) =>
    new Command(`crash(${several.length}, ${turns})`, (town) =>
      town.crashDuring(
        several.map(([choice, which]) => town.model.wish(choice, which)),
        turns,
      ),
    ),
);

const restart = fc.constant(new Command('restart', (town) => town.restart()));
const rebuild = fc.constant(
  new Command('rebuild', ({ klimaspur }) => klimaspur.worlds.own.readModels.rebuild()),
);

const readAfterOwnWrite = share.map(
  (which) =>
    new Command('readAfterOwnWrite', async ({ klimaspur, model }) => {
      const wish = model.wish(0, which);
      const { json } = await klimaspur.post(wish.path, wish.body, { 'idempotency-key': wish.key });
      model.grant(wish, { id: String(json['id']), revision: Number(json['revision']) });
      const headers = { 'klimaspur-after': String(json['position']) };
      const list = await klimaspur.ask({ path: '/api/v1/measures?limit=1', headers });
      expect(list.headers.get('klimaspur-behind')).toBeNull();
      expect(list.json['total']).toBe(model.measures.length);
    }),
);

const storm = fc.tuple(fc.nat(), wishes).map(
  ([seed, several]) =>
    new Command(`storm(${seed})`, async (town) => {
      const random = randomOf(seed);
      const files = FILES.filter(() => random() < 0.6);
      faults.begin({ random, every: 2 + Math.floor(random() * 20), faults: 8, files });
      await Promise.all(
        several.map(([choice, which]) => town.insist(town.model.wish(choice, which))),
      );
      faults.end();
    }),
);

const commands = fc.commands(
  [record, record, again, sameKeyOtherBody, crash, restart, rebuild, readAfterOwnWrite, storm],
  { maxCommands: LONGEST, size: 'max' },
);

describe('several clients, and whatever happens to the server', () => {
  it('are answered as by a list in which each wish stands once', async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (steps) => {
        const town = await WeatheredTown.found();
        try {
          await fc.asyncModelRun(() => ({ model: {}, real: town }), steps);
          await expectWhole(town.klimaspur, town.model);
        } finally {
          faults.end();
          await town.end();
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});
