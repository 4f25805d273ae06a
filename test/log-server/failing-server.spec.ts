import { setTimeout } from 'node:timers/promises';
import { describeWithServer } from './at-server.js';
import { storm } from './storm.js';

const rounds = Number(process.env['KLIMASPUR_TEST_ESDB_ROUNDS'] ?? 3);
const WRITERS = 8;
const calm = { lost: 0, twice: 0, elsewhere: 0, missed: 0 };

describeWithServer('a server that fails', (server) => {
  const kinds =
    server.nodes.length === 1 ? 'a single node' : `the leader of ${server.nodes.length}`;
  const often = async (what: () => Promise<void>): Promise<void> => {
    for (let round = 0; round < rounds; round++) {
      await setTimeout(1_500);
      await what();
      await server.ready();
    }
    await setTimeout(2_000);
  };

  describe(`${kinds} that fails ${rounds} times under ${WRITERS} writers`, () => {
    beforeAll(() => server.start());
    afterAll(() => server.stop());

    const weather: [string, () => Promise<void>][] = [
      [
        'is killed',
        async () => {
          const leader = await server.ready();
          await leader.stop('SIGKILL');
          await setTimeout(500);
          leader.start();
        },
      ],
      [
        'is stopped in good order',
        async () => {
          const leader = await server.ready();
          await leader.stop('SIGTERM');
          leader.start();
        },
      ],
      [
        'hangs',
        async () => {
          const leader = await server.ready();
          leader.signal('SIGSTOP');
          await setTimeout(8_000);
          leader.signal('SIGCONT');
        },
      ],
    ];
    it.each(weather)('and %s: nothing is lost, stored twice or missed', async (_name, happens) => {
      const report = await storm(server.url, WRITERS, () => often(happens));
      process.stderr.write(`${kinds}: ${JSON.stringify(report)}\n`);
      expect(report).toMatchObject(calm);
      expect(report.acknowledged).toBeGreaterThan(WRITERS * rounds);
    });
  });
});
