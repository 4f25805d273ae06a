import fc from 'fast-check';
import { expectWhole } from './checks.js';
import { DoubleOfThree, type LogServer, RealServer } from './log-servers.js';
import { Command, share, usual, wishes } from './steps.js';
import { WeatheredTown } from './weathered-town.js';

const url = process.env['KLIMASPUR_TEST_ESDB'];
const command = process.env['KLIMASPUR_TEST_ESDB_START'];
const isReal = url !== undefined && command !== undefined;

/** Of each run a town of its own, at a log server of its own; more runs: FAST_CHECK_RUNS. */
const RUNS = Number(process.env['FAST_CHECK_RUNS'] ?? 3);
const LONGEST = 10;

const whiches = fc.array(share, { minLength: 1, maxLength: 3 });
const failover = fc.tuple(whiches, wishes).map(
  ([several, wished]) =>
    new Command(`failover(${several.join(' ')}; ${wished.length})`, async (town) => {
      const asked = wished.map(([choice, which]) => town.insist(town.model.wish(choice, which)));
      for (const which of several) await town.server?.failOver(which);
      await Promise.all(asked);
    }),
);

const commands = fc.commands([...usual, ...Array.from({ length: 6 }, () => failover)], {
  maxCommands: LONGEST,
  size: 'max',
});

const start = (): Promise<LogServer> =>
  isReal ? RealServer.start(url, command) : DoubleOfThree.start();

describe(`several clients at a log on ${isReal ? 'a real server' : 'a double'} that fails over`, () => {
  it('are answered as by a list in which each wish stands once', async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (steps) => {
        const server = await start();
        const town = await WeatheredTown.found(server);
        try {
          await fc.asyncModelRun(() => ({ model: {}, real: town }), steps);
          await expectWhole(town.klimaspur, town.model);
        } finally {
          await town.end();
          await server.stop();
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});
