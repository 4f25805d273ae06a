import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type RunningServer, startBuiltServer } from '../../tools/running-server.js';
import { alone, type Bench, type Result, told } from '../bench.js';
import { largeFolder } from '../large-folder.js';
import { median, quantile } from '../measure.js';

const BETWEEN_QUESTIONS_MS = 50;
const serving = { less: 2_000 };

export const bench: Bench = {
  name: 'server: start with a large log',
  async run(setting) {
    const { folder, views, count } = await largeFolder(setting);
    const log = `${count * 11} events`;
    // What a server finds that has run before: its bookmark and its vault.
    await (await serve(folder)).server.stop();
    const took: number[] = [];
    for (let round = 0; round < (setting.quick ? 2 : 7); round++) {
      const { server, ms } = await serve(folder);
      took.push(ms);
      await server.stop();
    }
    for (const ending of ['', '-wal', '-shm']) rmSync(views + ending, { force: true });
    return [
      alone(`start with ${log}, views level`, 'ms', median(took), serving),
      ...(await withoutViews(folder, log, count)),
    ];
  },
};

/** From the start of the process to the answer to the first question. */
async function serve(folder: string): Promise<{ server: RunningServer; ms: number }> {
  const start = performance.now();
  const server = await startBuiltServer({ KLIMASPUR_DATA: folder });
  await ask(server, '/de/kommunen/town-0');
  return { server, ms: performance.now() - start };
}

/** Answers at once, if only that it is not ready, answers promptly while it builds, and is complete in the end. */
async function withoutViews(folder: string, log: string, count: number): Promise<Result[]> {
  const start = performance.now();
  const { server, ms } = await serve(folder);
  const waited: number[] = [];
  for (let shown = 0; shown < count; await sleep(BETWEEN_QUESTIONS_MS)) {
    const asked = performance.now();
    shown = (JSON.parse(await ask(server, '/api/v1/measures?limit=1')).total as number) ?? 0;
    waited.push(performance.now() - asked);
  }
  const level = (performance.now() - start) / 1_000;
  await server.stop();
  return [
    alone(`start with ${log}, no views`, 'ms', ms, serving),
    alone('answers during that rebuild, p99', 'ms', quantile(waited, 0.99), { less: 100 }),
    told('longest answer during that rebuild', 'ms', Math.max(...waited)),
    told('views level again after', 's', level),
  ];
}

async function ask({ url }: RunningServer, path: string): Promise<string> {
  const response = await fetch(url + path);
  return response.text();
}
