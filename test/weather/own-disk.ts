import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningServer } from '../tools/running-server.js';

const MOUNT = 'mount -t tmpfs -o size=';

/**
 * A shell that gives a program a small disk of its own at a folder and becomes the program: in a namespace of its own, as
 * an ordinary user may make one where the system lets them.
 */
export const onDiskOf = (size: string, folder: string, first = 'true'): string[] => [
  ...['unshare', '-rm', 'sh', '-c'],
  `${MOUNT}${size} none "${folder}" && ${first} && exec "$0" "$@"`,
];

/** Why there can be no such disk here; undefined: there can. */
export const whyNoDisk = (folder: string): string | undefined => {
  const [command = '', ...words] = onDiskOf('1m', folder);
  const { status, stderr, error } = spawnSync(command, [...words, 'true'], { encoding: 'utf8' });
  return status === 0 ? undefined : (error?.message ?? stderr);
};

const MEGABYTE = 1_048_576;

/** The disk of a server from outside. */
export class OwnDisk {
  private readonly folder: string;
  private readonly ballast: string;

  constructor({ pid }: RunningServer, folder: string) {
    this.folder = join(`/proc/${pid}/root`, folder);
    this.ballast = join(this.folder, 'ballast');
  }

  files(): string[] {
    return readdirSync(this.folder);
  }

  /** Not a byte is left. */
  fill(): void {
    const file = openSync(this.ballast, 'a');
    let step = MEGABYTE;
    while (step >= 1) {
      try {
        writeSync(file, Buffer.alloc(step));
      } catch {
        step = Math.floor(step / 2);
      }
    }
    closeSync(file);
  }

  free(): void {
    rmSync(this.ballast);
  }
}
