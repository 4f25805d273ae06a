import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hasBytes } from '@klimaspur/event-store';
import { nodeSha256, writeKey } from '@klimaspur/proofs';
import { type Binding, bindingCheckpoints, type Given } from './binding-checkpoints.js';
import type { Finding, FolderReport } from './finding.js';
import { judgeCheckpoints, type Judged } from './judge-checkpoints.js';
import { type LogLook, lookAtLog, nameOfLog } from './look-at-log.js';
import { readSigned } from './signed-checkpoints.js';
import { openTree, type OpenedTree } from './stored-tree.js';

const LOG = 'log.db';

/**
 * Holds the log of a data folder against itself, against the tree beside it and against every checkpoint that was signed,
 * and names the first entry that does not fit. Asks no server, takes no lock and writes nothing; a server may run. `vault`
 * is a file elsewhere that holds what was signed.
 */
export async function checkFolder(
  folder: string,
  given: Given = {},
  vault?: string,
): Promise<FolderReport> {
  const file = join(folder, LOG);
  for (;;) {
    const before = stateOf(file);
    const report = await checkOnce(folder, given, vault);
    // A server that began to write meanwhile has moved pages under us: look again.
    if (report.ok || stateOf(file) === before) return report;
  }
}

/** Of a database that is read as it lies, without its locks. */
const stateOf = (file: string): string => {
  if (!existsSync(file) || hasBytes(`${file}-wal`)) return 'read with locks, or not at all';
  const { size, mtimeMs } = statSync(file);
  return `${size} ${mtimeMs}`;
};

async function checkOnce(folder: string, given: Given, vault?: string): Promise<FolderReport> {
  const file = join(folder, LOG);
  // In this order: what is signed was in the tree before, and what is in the tree was in the log.
  const signed = readSigned(folder, nameOfLog(file), vault);
  const binding = await bindingCheckpoints(signed, given);
  const tree = openTree(join(folder, 'tree.db'));
  try {
    const look = await lookAtLog(file, binding.checkpoints, tree.opened);
    return reportOf(look, binding, tree, [...signed.findings, ...tree.findings]);
  } finally {
    tree.opened?.close();
  }
}

function reportOf(
  look: LogLook,
  binding: Binding,
  tree: OpenedTree,
  beside: readonly Finding[],
): FolderReport {
  const { audit, name } = look;
  const judged: Judged = judgeCheckpoints(binding.checkpoints, audit);
  const entries = [...audit.findings, ...judged.findings].sort(byPlace);
  // The first entry that does not fit says more than the file it is in.
  const [named, others] = [entries.filter(({ at }) => at), entries.filter(({ at }) => !at)];
  const findings = [
    ...named,
    ...look.faults,
    ...others,
    ...binding.findings,
    ...beside,
    ...look.beside,
  ];
  return {
    ok: findings.length === 0,
    log: name ?? null,
    events: audit.events,
    key: binding.key ? writeKey(nodeSha256, binding.key) : null,
    checkpoints: binding.checkpoints.length,
    newest: judged.newest,
    unsealed: Math.max(0, audit.events - (judged.newest?.size ?? 0)),
    redacted: audit.redactions.count,
    tree: tree.opened?.size ?? null,
    findings,
  };
}

/** What is about no single entry comes behind. */
const byPlace = (a: Finding, b: Finding): number =>
  (a.at?.index ?? Infinity) - (b.at?.index ?? Infinity) || 0;
