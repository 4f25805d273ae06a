import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/apps/api/src/main.js', import.meta.url));
export const token = 'a-token-of-enough-characters';

export interface RunningServer {
  readonly url: string;
  readonly pid: number;
  readonly folder: string;
  /** All that it printed when it began to serve. */
  readonly said: string;
  /** The printed sign-in link. */
  readonly link: string;
  stop(): Promise<void>;
  /** Like a power cut: nothing is said to it, and its folder stays. */
  kill(): Promise<void>;
}

/**
 * The built server as a process of its own, on a free port and a folder that goes with it. `through`: words before those that
 * start it, of a program that becomes it.
 */
export async function startBuiltServer(
  environment: Readonly<Record<string, string>> = {},
  through: readonly string[] = [],
): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
  const [command = '', ...words] = [...through, process.execPath, main];
  const child = spawn(command, words, {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      KLIMASPUR_DATA: folder,
      KLIMASPUR_TOKEN: token,
      KLIMASPUR_LINK_CHECK: 'off',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const said = await new Promise<string>((resolve, reject) => {
    let text = '';
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (/Stop with|Beenden mit/.test(text)) resolve(text);
    });
    // By then all that it said is here.
    child.once('close', () => reject(new Error(`The server stopped: ${errors}`)));
  });
  return {
    url: /Klimaspur +(\S+)/.exec(said)?.[1] ?? '',
    link: /(?:Sign in \(once\)|Anmelden \(einmal\)) +(\S+)/.exec(said)?.[1] ?? '',
    pid: child.pid ?? 0,
    folder,
    said,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
