import { toHex } from '@klimaspur/proofs';
import type { BindingCheckpoint } from './binding-checkpoints.js';
import type { Finding, FolderReport } from './finding.js';
import type { LogAudit } from './log-audit.js';

export interface Judged {
  readonly findings: readonly Finding[];
  readonly newest: FolderReport['newest'];
}

/**
 * Whether the log is what was signed. Where tree and log part, the checkpoints tell which of the two was altered; where both
 * were altered alike, they still tell between which two checkpoints.
 */
export const judgeCheckpoints = (
  checkpoints: readonly BindingCheckpoint[],
  { events, parting, roots, places, broken }: LogAudit,
): Judged => {
  const fits = ({ size, root }: BindingCheckpoint) => roots.get(size)?.log === toHex(root);
  const within = checkpoints.filter(({ size }) => size <= events && roots.get(size)?.log);
  const good = within.filter(fits);
  const bad = within.find((checkpoint) => !fits(checkpoint));
  const findings: Finding[] = [];
  const from = parting?.at?.index ?? Infinity;
  const witness = good.find(({ size }) => size > from);
  if (parting && !broken.has(from)) {
    // Where an entry lies in the store is not signed: no checkpoint tells which of the two is right.
    const isTree = witness && parting.code !== 'other-position';
    findings.push(isTree ? { ...parting, code: 'tree-differs' } : parting);
  }
  if (bad && (witness || bad.size <= from)) {
    const before = good.findLast(({ size }) => size < bad.size)?.size ?? 0;
    const [at, to] = [places.get(before), places.get(bad.size - 1)];
    findings.push({
      code: 'checkpoint-differs',
      size: bad.size,
      ...(at && { at }),
      ...(to && { to }),
    });
  }
  const beyond = checkpoints.find(({ size }) => size > events);
  if (beyond) findings.push({ code: 'checkpoint-beyond', size: beyond.size });
  const newest = bad ? good.findLast(({ size }) => size < bad.size) : good.at(-1);
  return { findings, newest: newest ? toldOf(newest) : null };
};

const toldOf = ({ size, root, signedAt }: BindingCheckpoint): FolderReport['newest'] => ({
  size,
  root: toHex(root),
  signedAt: signedAt === null ? null : new Date(signedAt).toISOString(),
});
