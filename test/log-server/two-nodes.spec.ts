import type { RunningServer } from '../tools/running-server.js';
import { describeWithNodes } from './at-server.js';
import { found, read, sharesALog, startTwo } from './two-processes.js';

const WRITES = 200;

describeWithNodes('two processes at one server', (server) => {
  let processes: [RunningServer, RunningServer];
  beforeAll(async () => {
    await server.start();
    processes = await startTwo(server.url);
  });
  afterAll(async () => {
    await Promise.all(processes.map((each) => each.stop()));
    await server.stop();
  });

  sharesALog(() => processes, WRITES);

  it('go on with the server when it was killed', async () => {
    const [, other] = processes;
    const leader = await server.ready();
    await leader.stop('SIGKILL');
    const writing = found(other, 'Neustadt');
    leader.start();
    expect((await read(other, await writing)).status).toBe(200);
  });
});
