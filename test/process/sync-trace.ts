import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { builtProgram } from '../tools/built-process.js';

export interface SyncReport {
  acknowledged: number;
  /** Answers given before what they answer for was written through to the disk. */
  tooEarly: number;
}

/** Runs a writing process under strace and holds its answers against what it had synced by then. */
export function traceWriter(
  folder: string,
  durability: 'full' | 'off',
  callers: number,
  appends: number,
): SyncReport {
  const trace = join(folder, 'trace');
  const diary = join(folder, 'diary.jsonl');
  const traced = spawnSync(
    'strace',
    // One file per thread, so that no line of the writing thread is cut in two by another thread.
    ['-ff', '-y', '-qq', '-s', '200', '-e', 'trace=write,pwrite64,fsync,fdatasync', '-o', trace]
      .concat(process.execPath)
      .concat(builtProgram('test/process/log-writer.ts', join(folder, 'data'), diary, durability))
      .concat(String(callers), String(appends)),
    { encoding: 'utf8' },
  );
  if (traced.error) throw new Error('strace is missing. Install it with: apt-get install strace');
  if (traced.status !== 0) throw new Error(traced.stderr);
  const threads = readdirSync(folder)
    .filter((name) => name.startsWith('trace.'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  return judge(threads.find((thread) => thread.includes(diary))!.split('\n'));
}

/** An answer is too early if the wal was not synced since its append began, or was written to since it was synced. */
function judge(calls: readonly string[]): SyncReport {
  const report = { acknowledged: 0, tooEarly: 0 };
  const syncsAtBegin = new Map<string, number>();
  let syncs = 0;
  let dirty = false;
  for (const call of calls) {
    if (/^pwrite64\(\d+<[^>]*\/log\.db-wal>/.test(call)) dirty = true;
    if (/^f(data)?sync\(\d+<[^>]*\/log\.db-wal>\)\s+= 0/.test(call)) {
      syncs += 1;
      dirty = false;
    }
    const begun = /begun\\":\\"([0-9a-f-]+)/.exec(call)?.[1];
    if (begun) syncsAtBegin.set(begun, syncs);
    const acknowledged = /acknowledged\\":\\"([0-9a-f-]+)/.exec(call)?.[1];
    if (!acknowledged) continue;
    report.acknowledged += 1;
    if (dirty || syncs === syncsAtBegin.get(acknowledged)) report.tooEarly += 1;
  }
  return report;
}
