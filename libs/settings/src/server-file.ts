import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a running server answers; the CLI sends its commands there. */
export interface RunningServer {
  readonly url: string;
  readonly pid: number;
}

const fileIn = (dataFolder: string) => join(dataFolder, 'server.json');

/** Renamed into place, so that a reader never sees half a file. */
export function announceServer(dataFolder: string, server: RunningServer): void {
  const draft = `${fileIn(dataFolder)}.${server.pid}`;
  writeFileSync(draft, `${JSON.stringify(server)}\n`, { mode: 0o600 });
  renameSync(draft, fileIn(dataFolder));
}

/** Removes the note only if it is ours: a later server may have written its own. */
export function withdrawServer(dataFolder: string, pid: number): void {
  if (readServerFile(dataFolder)?.pid === pid) rmSync(fileIn(dataFolder), { force: true });
}

/** The server that works on this folder; a note left by a killed process does not count. */
export function findServer(dataFolder: string): RunningServer | undefined {
  const server = readServerFile(dataFolder);
  return server && isAlive(server.pid) ? server : undefined;
}

function readServerFile(dataFolder: string): RunningServer | undefined {
  try {
    const { url, pid } = JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')) as RunningServer;
    return typeof url === 'string' && Number.isInteger(pid) ? { url, pid } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
