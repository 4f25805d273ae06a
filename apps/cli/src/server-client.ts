import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findServer, operatorToken, type Settings } from '@klimaspur/settings';
import { Refused } from './command.js';
import { environmentFor } from './config.js';

const server = fileURLToPath(new URL('../../api/src/main.js', import.meta.url));
const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 50;

/** Sends requests as the operator of the data folder. */
export interface Client {
  readonly url: string;
  /** Throws Refused with the words of the problem where the answer is none. */
  request(path: string, init?: RequestInit): Promise<Response>;
}

/**
 * Works with the server of the data folder; where none runs, with one started for this work alone, which
 * takes the lock and is stopped afterwards.
 */
export async function withServer<T>(
  settings: Settings,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const running = findServer(settings.dataFolder);
  if (running) return work(clientOf(running.url, settings));
  const child = spawn(process.execPath, [server], {
    env: environmentFor(settings),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    return await work(clientOf(await addressOf(child, settings), settings));
  } finally {
    await stop(child);
  }
}

function clientOf(url: string, settings: Settings): Client {
  const authorization = `Bearer ${operatorToken(settings)}`;
  return {
    url,
    async request(path, init = {}) {
      const headers = { authorization, 'accept-language': 'en', ...init.headers };
      const response = await fetch(`${url}${path}`, { ...init, headers });
      if (!response.ok) throw new Refused(await reasonIn(response));
      return response;
    },
  };
}

async function reasonIn(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const { detail, errors = [] } = JSON.parse(text) as {
      detail?: string;
      errors?: { field: string; detail: string }[];
    };
    return [detail ?? text, ...errors.map((each) => `  ${each.field}: ${each.detail}`)].join('\n');
  } catch {
    return `${response.status} ${response.statusText}`;
  }
}

/** The server is there once it has left its note and says that it is ready. */
async function addressOf(child: ChildProcess, settings: Settings): Promise<string> {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Refused(said.trim() || 'The server did not start.');
    const found = findServer(settings.dataFolder);
    if (found && (await isReady(found.url))) return found.url;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Refused('The server did not start in time.');
}

const isReady = (url: string) =>
  fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}
