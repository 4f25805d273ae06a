import { evidenceKinds } from '@klimaspur/domain';
import type { Evidence as Recorded } from '@klimaspur/read-models';
import type { KeptFile, Vault } from '@klimaspur/vault';
import type { Evidence } from '../components/evidence-list.js';

export type FilesByHash = ReadonlyMap<string, KeptFile>;

/** What is known of the files that are named there; most evidence has none. */
export const filesNamed = async (
  vault: Vault,
  evidence: readonly Recorded[],
): Promise<FilesByHash> => {
  const hashes = new Set(evidence.flatMap(({ sha256 }) => sha256 ?? []));
  return hashes.size === 0 ? new Map() : vault.files.some(hashes);
};

/** Evidence as it is shown, with the file where one is or was kept here. `erase`: for those who may take it away. */
export const shownEvidence = (
  evidence: readonly Recorded[],
  files: FilesByHash,
  erase?: (sha256: string) => string,
): readonly Evidence[] =>
  evidence.map(({ file: _file, ...item }) => {
    const kept = files.get(item.sha256 ?? '');
    const kind = evidenceKinds.find((known) => known === item.kind) ?? 'other';
    if (!kept) return { ...item, kind };
    const eraseHref = kept.erased ? undefined : erase?.(kept.sha256);
    return { ...item, kind, file: { ...kept, ...(eraseHref ? { eraseHref } : {}) } };
  });
