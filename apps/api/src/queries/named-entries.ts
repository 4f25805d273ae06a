import type { StreamEntry } from '@klimaspur/read-models';
import type { Vault } from '@klimaspur/vault';

/** An entry, and the public name of whoever recorded it. */
export type Named<Entry extends StreamEntry> = Entry & {
  /** Null: they were forgotten, or a program wrote it. */
  readonly recordedBy: string | null;
};

export const namedBy = async <Entry extends StreamEntry>(
  vault: Vault,
  entries: readonly Entry[],
): Promise<Named<Entry>[]> => {
  const labels = await vault.labels(new Set(entries.map(({ person }) => person)));
  return entries.map((entry) => ({ ...entry, recordedBy: labels.get(entry.person) ?? null }));
};
