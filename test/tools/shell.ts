import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../dist/apps/cli/src/main.js', import.meta.url));

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Surroundings {
  readonly data: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** No file may grow beyond: what a full disk is to a program. */
  readonly largestFile?: number;
  /** Whoever reads stops after one line. */
  readonly readsOneLine?: boolean;
}

/** `ulimit -f` counts in these. */
const BLOCK = 512;

/** Runs the built program. */
export function klimaspurIn(
  { data, environment = {}, largestFile, readsOneLine = false }: Surroundings,
  ...words: string[]
): Promise<Ran> {
  const program = [process.execPath, '--disable-warning=ExperimentalWarning', cli, ...words];
  const shell = largestFile !== undefined || readsOneLine;
  const script = [
    ...(largestFile === undefined ? [] : [`ulimit -f ${Math.floor(largestFile / BLOCK)};`]),
    readsOneLine ? '{ "$0" "$@" || echo "exit $?" >&2; } | head -n 1' : 'exec "$0" "$@"',
  ].join(' ');
  const [command = '', ...rest] = shell ? ['sh', '-c', script, ...program] : program;
  const env = { PATH: process.env['PATH'], KLIMASPUR_DATA: data, ...environment };
  return new Promise((resolve) => {
    execFile(command, rest, { env, maxBuffer: 1e8 }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}
