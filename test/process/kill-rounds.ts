import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { openEventStore, type RecordedEvent } from '@klimaspur/event-store';
import { builtProgram } from '../tools/built-process.js';
import { type Acknowledgement, readDiary } from './diary.js';

export interface KillReport {
  kills: number;
  /** Kills at a moment at which at least one append waited for its answer. */
  inFlight: number;
  acknowledged: number;
  /** Acknowledged, but not found as acknowledged after the restart. */
  lost: number;
  /** Appends of which only some events, or events that nobody sent, were found. */
  halfWritten: number;
  /** Restarts after which SQLite found something broken in the file. */
  broken: number;
}

type Batches = ReadonlyMap<string, readonly RecordedEvent[]>;

const CALLERS = 32;
const LONGEST_RUN_MS = 60;

/** Kills a writing process again and again over one data folder, and looks each time at what is left. */
export async function killRounds(folder: string, rounds: number): Promise<KillReport> {
  const report = { kills: 0, inFlight: 0, acknowledged: 0, lost: 0, halfWritten: 0, broken: 0 };
  let bookmark: string | null = null;
  while (report.kills < rounds) {
    const diary = join(folder, 'diary.jsonl');
    rmSync(diary, { force: true });
    await runAndKill(join(folder, 'data'), diary);
    const { begun, acknowledged } = readDiary(diary);
    const found = await whatIsLeft(join(folder, 'data'), bookmark);
    const batches = byCommand(found.events);
    report.kills += 1;
    report.inFlight += begun.size > acknowledged.length ? 1 : 0;
    report.acknowledged += acknowledged.length;
    report.lost += acknowledged.filter((each) => !isFound(each, batches)).length;
    report.halfWritten += halfWritten(batches, begun);
    report.broken += found.sound ? 0 : 1;
    bookmark = found.events.at(-1)?.position ?? bookmark;
  }
  return report;
}

// The moment is random, but never before the first answer: a kill during start-up would prove little.
async function runAndKill(data: string, diary: string): Promise<void> {
  const words = builtProgram('test/process/log-writer.ts', data, diary, 'full', String(CALLERS));
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(child, 'exit');
  while (!hasAnswered(diary)) {
    refuseEnded(child);
    await sleep(2);
  }
  await sleep(Math.random() * LONGEST_RUN_MS);
  refuseEnded(child);
  child.kill('SIGKILL');
  await ended;
}

function hasAnswered(diary: string): boolean {
  try {
    return readFileSync(diary, 'utf8').includes('acknowledged');
  } catch {
    return false;
  }
}

function refuseEnded({ exitCode }: ChildProcess): void {
  if (exitCode !== null) throw new Error(`The writing process ended by itself (${exitCode})`);
}

async function whatIsLeft(
  data: string,
  bookmark: string | null,
): Promise<{ events: RecordedEvent[]; sound: boolean }> {
  const store = await openEventStore(`sqlite:${data}`);
  const events = await store.readAll(bookmark, Number.MAX_SAFE_INTEGER);
  await store.close();
  const db = new DatabaseSync(join(data, 'log.db'), { readOnly: true });
  const { quick_check: check } = db.prepare('PRAGMA quick_check').get() as { quick_check: string };
  db.close();
  return { events, sound: check === 'ok' };
}

const byCommand = (events: readonly RecordedEvent[]): Batches =>
  Map.groupBy(events, ({ metadata }) => metadata['commandId'] as string);

function isFound(answer: Acknowledgement, batches: Batches): boolean {
  const batch = batches.get(answer.acknowledged) ?? [];
  const last = batch.at(-1);
  return (
    last !== undefined &&
    batch.length === last.data['of'] &&
    last.stream === answer.stream &&
    last.revision === answer.revision &&
    last.position === answer.position
  );
}

function halfWritten(batches: Batches, begun: ReadonlySet<string>): number {
  return [...batches].filter(
    ([commandId, batch]) => !begun.has(commandId) || batch.length !== batch[0]!.data['of'],
  ).length;
}
