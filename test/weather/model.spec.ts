import fc from 'fast-check';
import { expectWhole } from './checks.js';
import { randomOf } from './random.js';
import { SqliteFaults } from './sqlite-faults.js';
import { Command, usual, wishes } from './steps.js';
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

const commands = fc.commands([...usual, storm], { maxCommands: LONGEST, size: 'max' });

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
