import { EsdbDouble } from '../esdb-double/esdb-double.js';
import { sharesALog, startTwo } from '../log-server/two-processes.js';
import type { RunningServer } from '../tools/running-server.js';

const WRITES = 20;

describe('two processes at one log', () => {
  let double: EsdbDouble;
  let processes: [RunningServer, RunningServer];
  beforeAll(async () => {
    double = await EsdbDouble.start();
    processes = await startTwo(double.url);
  });
  afterAll(async () => {
    await Promise.all(processes.map((each) => each.stop()));
    await double.stop();
  });

  sharesALog(() => processes, WRITES);
});
