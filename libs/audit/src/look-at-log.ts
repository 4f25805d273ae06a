import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import {
  hasBytes,
  isUuid,
  type LogFault,
  openUntouched,
  structureFaults,
  walFault,
  walkLog,
} from '@klimaspur/event-store';
import type { Finding } from './finding.js';
import { LogAudit } from './log-audit.js';
import type { StoredTree } from './stored-tree.js';

/** What a look at log.db brought. */
export interface LogLook {
  readonly name: string | undefined;
  readonly audit: LogAudit;
  /** Of the file. */
  readonly faults: readonly Finding[];
  /** Of the tree beside it. */
  readonly beside: readonly Finding[];
}

/** The name that the log was given when it was made; undefined where it cannot be read. */
export const nameOfLog = (file: string): string | undefined =>
  readLog(file, (db) => {
    const names = db
      .prepare('SELECT id FROM log')
      .all()
      .map(({ id }) => String(id));
    return names.length === 1 && isUuid(names[0]!) ? names[0] : undefined;
  }).answer;

export async function lookAtLog(
  file: string,
  signed: readonly { readonly size: number }[],
  tree: StoredTree | undefined,
): Promise<LogLook> {
  const sizes = signed.map(({ size }) => size);
  const ofFile = [missingFault(file), await lastingWalFault(file), journalFault(file)];
  const audit = new LogAudit(tree, sizes);
  const { answer, faults } = readLog(file, (db) => {
    db.exec('BEGIN');
    const found = structureFaults(db);
    audit.run(db, walkLog(db));
    return found;
  });
  const name = nameOfLog(file);
  return {
    name,
    audit,
    faults: [...ofFile.filter((fault) => fault !== undefined), ...(answer ?? []), ...faults].map(
      ofNoEntry,
    ),
    beside: tree ? treeFindings(tree, audit, name) : [],
  };
}

function treeFindings(tree: StoredTree, audit: LogAudit, name: string | undefined): Finding[] {
  const findings: Finding[] = [];
  if (name !== undefined && tree.size > 0 && tree.log !== name) {
    findings.push({ code: 'tree-other-log', detail: `It is of log ${tree.log}` });
  }
  if (audit.wrongNode) findings.push({ code: 'tree-differs', detail: audit.wrongNode });
  if (!tree.hasItsSize())
    findings.push({ code: 'tree-differs', detail: 'rows too many or too few' });
  return findings;
}

/** Whatever SQLite refuses to read is a fault of the file. */
function readLog<T>(
  file: string,
  read: (db: DatabaseSync) => T,
): { readonly answer?: T; readonly faults: readonly LogFault[] } {
  if (!existsSync(file)) return { faults: [] };
  try {
    const { db, close } = openUntouched(file);
    try {
      return { answer: read(db), faults: [] };
    } finally {
      close();
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_SQLITE_ERROR' && code !== 'ERR_OUT_OF_RANGE') throw error;
    return { faults: [{ code: 'damaged', detail: message }] };
  }
}

/** What is about an entry, the audit tells with its place among all. */
const ofNoEntry = ({ code, detail }: LogFault): Finding => ({ code, detail });

const missingFault = (file: string): LogFault | undefined =>
  existsSync(file) ? undefined : { code: 'no-log', detail: `There is no ${file}` };

const TRIES = 5;
const PAUSE_MS = 100;

/** A running server may be about to write the last frame: only what stays wrong is. */
async function lastingWalFault(file: string): Promise<LogFault | undefined> {
  if (!existsSync(`${file}-shm`)) return walFault(file);
  let before: LogFault | undefined;
  for (let n = 0; n < TRIES; n += 1) {
    const fault = walFault(file);
    if (!fault || fault.detail === before?.detail) return fault;
    before = fault;
    if (n < TRIES - 1) await setTimeout(PAUSE_MS);
  }
  return undefined;
}

/** A log is never written with a rollback journal; SQLite would put what lies in it into the log. */
const journalFault = (file: string): LogFault | undefined =>
  hasBytes(`${file}-journal`)
    ? { code: 'journal', detail: 'A rollback journal lies beside it' }
    : undefined;
