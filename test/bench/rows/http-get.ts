import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { builtProgram } from '../../tools/built-process.js';
import { startBuiltServer } from '../../tools/running-server.js';
import { against, type Bench, type Result, type Setting } from '../bench.js';
import { inTurns } from '../measure.js';

const CONNECTIONS = 10;
/** Of every answer anyway, whoever gives it. */
const OF_THE_CONNECTION = new Set([
  ...['connection', 'content-length', 'content-type', 'date', 'keep-alive'],
]);

export const bench: Bench = {
  name: 'http: GET through Nest',
  async run(setting) {
    const { list, measure } = await answers();
    return [
      await compare('a list of 50 measures', list, setting),
      await compare('one measure', measure, setting),
    ];
  },
};

interface Asked {
  readonly path: string;
  readonly answer: object;
}

/** What the example town really answers. */
async function answers(): Promise<{ list: Asked; measure: Asked }> {
  const server = await startBuiltServer({ KLIMASPUR_EXAMPLE: 'yes' });
  const ask = async <T extends object>(path: string) => ({
    path,
    answer: (await (await fetch(`${server.url}/${path}`)).json()) as T,
  });
  const list = await ask<{ items: { id: string }[] }>('api/v1/measures');
  const first = list.answer.items[0]!;
  const measure = await ask(`api/v1/measures/${first.id}`);
  await server.stop();
  const items = Array.from({ length: 50 }, (_, n) => list.answer.items[n] ?? first);
  return { list: { ...list, answer: { ...list.answer, items } }, measure };
}

/** Our whole server, which keeps what it answered strangers, against Nest with nothing around the answer. */
async function compare(what: string, asked: Asked, { folder, quick }: Setting): Promise<Result> {
  const told = join(folder, 'answer.json');
  const ours = await start('test/bench/programs/full-stack.ts', asked, told, folder);
  const { bytes, headers } = await answerOf(ours, asked);
  const peer = await start('test/bench/peers/bare-nest.ts', { ...asked, headers }, told);
  try {
    if ((await answerOf(peer, asked)).bytes !== bytes)
      throw new Error('The peer answers otherwise.');
    const seconds = quick ? 1 : 3;
    const [own, other] = [ours, peer].map((program) => () => rateOf(program, asked, seconds));
    await Promise.all([own!(), other!()]);
    const both = await inTurns(quick ? 3 : 9, own!, other!);
    return against(`GET through Nest, ${what}: bare Nest`, 'requests/s', both, { more: 0.9 });
  } finally {
    for (const { child } of [ours, peer]) child.kill();
  }
}

async function rateOf({ url }: Program, { path }: Asked, duration: number): Promise<number> {
  const address = `${url}/${path}`;
  const { requests, non2xx } = await autocannon({
    url: address,
    connections: CONNECTIONS,
    duration,
  });
  if (non2xx > 0) throw new Error(`${address}: ${non2xx} requests were refused.`);
  return requests.average;
}

interface Program {
  readonly child: ChildProcess;
  readonly url: string;
}

async function start(file: string, told: object, ...words: [string, ...string[]]) {
  writeFileSync(words[0], JSON.stringify(told));
  const child = spawn(process.execPath, builtProgram(file, ...words), {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const gone = once(child, 'exit').then(() => Promise.reject(new Error(`${file} stopped.`)));
  const [url] = (await Promise.race([once(child, 'message'), gone])) as [string];
  return { child, url };
}

async function answerOf({ url }: Program, { path }: Asked) {
  const response = await fetch(`${url}/${path}`, { headers: { 'accept-encoding': 'identity' } });
  const headers = [...response.headers].filter(([name]) => !OF_THE_CONNECTION.has(name));
  return { bytes: await response.text(), headers: Object.fromEntries(headers) };
}
