import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Translate } from '@klimaspur/messages';
import { findServer, operatorToken, type Settings } from '@klimaspur/settings';
import { Refused } from './command.js';
import { environmentFor } from './config.js';

const server = fileURLToPath(new URL('../../api/src/main.js', import.meta.url));
const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 50;

/** Sends requests as the operator of the data folder. */
export interface Client {
  readonly url: string;
  /** The server is there for others too, and stays when the work is done. */
  readonly goesOn: boolean;
  /** Throws Refused with the words of the problem where the answer is none. */
  request(path: string, init?: RequestInit): Promise<Response>;
}

/**
 * Works with the server of the data folder; where none runs, with one started for this work alone, which
 * takes the lock and is stopped afterwards. `needsFolder`: a folder that is not there has nothing to tell, and
 * is more likely a slip than a beginning.
 */
export async function withServer<T>(
  settings: Settings,
  t: Translate,
  work: (client: Client) => Promise<T>,
  needsFolder = false,
): Promise<T> {
  if (needsFolder && !existsSync(settings.dataFolder)) {
    throw new Refused(t('cli.noFolder', { folder: settings.dataFolder }));
  }
  const running = findServer(settings.dataFolder);
  if (running) return work(clientOf(running.url, true, settings, t));
  const child = spawn(process.execPath, [server], {
    env: environmentFor(settings),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    return await work(clientOf(await addressOf(child, settings, t), false, settings, t));
  } finally {
    await stop(child);
  }
}

function clientOf(url: string, goesOn: boolean, settings: Settings, t: Translate): Client {
  const authorization = `Bearer ${tokenOf(settings, t)}`;
  return {
    url,
    goesOn,
    async request(path, init = {}) {
      const headers = { authorization, 'accept-language': t.lang, ...init.headers };
      const response = await fetch(`${url}${path}`, { ...init, headers }).catch(
        (error: unknown) => {
          throw new Refused(t('cli.noAnswer', { url, reason: causeOf(error) }));
        },
      );
      if (!response.ok) throw new Refused(await reasonIn(response, t));
      return response;
    },
  };
}

const causeOf = (error: unknown): string => {
  const { message, cause } = error as Error & { cause?: NodeJS.ErrnoException };
  return cause?.code ?? message;
};

/** The token lies in the data folder, which may be another user's. */
function tokenOf(settings: Settings, t: Translate): string {
  try {
    return operatorToken(settings);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    throw new Refused(t('cli.noRights', { folder: settings.dataFolder, code: String(code) }));
  }
}

async function reasonIn(response: Response, t: Translate): Promise<string> {
  const text = await response.text();
  try {
    const {
      detail,
      code,
      errors = [],
    } = JSON.parse(text) as {
      detail?: string;
      code?: string;
      errors?: { field: string; detail: string }[];
    };
    if (code === 'auth/token-unknown') return t('cli.otherToken');
    return [detail ?? text, ...errors.map((each) => `  ${each.field}: ${each.detail}`)].join('\n');
  } catch {
    return `${response.status} ${response.statusText}`;
  }
}

/** The server is there once it has left its note and says that it is ready. */
async function addressOf(child: ChildProcess, settings: Settings, t: Translate): Promise<string> {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Refused(said.trim() || t('cli.notStarted'));
    const found = findServer(settings.dataFolder);
    if (found && (await isReady(found.url))) return found.url;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Refused(t('cli.notStartedInTime'));
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
