import type { Checkpoint, NoteKey } from '@klimaspur/proofs';
import type { Finding } from './finding.js';
import { checkedNote, type KeptCheckpoint, type Signed } from './signed-checkpoints.js';

/** What whoever checks has from elsewhere, so that the folder is not the only witness for itself. */
export interface Given {
  readonly key?: NoteKey;
  /** Signed checkpoints that somebody kept. */
  readonly notes?: readonly string[];
}

/** A checkpoint whose signature is right: the log must have had this root at this size. */
export interface BindingCheckpoint extends Checkpoint {
  /** Milliseconds since 1970; null: nobody says. */
  readonly signedAt: number | null;
}

export interface Binding {
  /** Who signed. */
  readonly key: NoteKey | undefined;
  /** By size. */
  readonly checkpoints: readonly BindingCheckpoint[];
  readonly findings: readonly Finding[];
}

/** All checkpoints that bind the log, those of the vault and those given. */
export const bindingCheckpoints = async (signed: Signed, given: Given): Promise<Binding> => {
  const key = given.key ?? signed.key;
  const checkpoints: BindingCheckpoint[] = [];
  const findings: Finding[] = [];
  const take = async (note: string, kept?: KeptCheckpoint) => {
    if (!key) return void findings.push({ code: 'no-key' });
    const checked = await checkedNote(note, key);
    if ('finding' in checked) return void findings.push(checked.finding);
    const { checkpoint } = checked;
    if (kept && !isAsKept(checkpoint, kept)) {
      return void findings.push({ code: 'checkpoint-forged', size: kept.size });
    }
    checkpoints.push({ ...checkpoint, signedAt: kept?.signed_at ?? null });
  };
  const isOther = given.key && signed.key && !isSame(given.key, signed.key);
  if (isOther)
    findings.push({ code: 'other-key', detail: `The folder signs as ${signed.key.name}` });
  else for (const kept of signed.checkpoints) await take(kept.note, kept);
  for (const note of given.notes ?? []) await take(note);
  if (given.key && checkpoints.length === 0) findings.push({ code: 'not-signed' });
  checkpoints.sort((a, b) => a.size - b.size);
  return { key, checkpoints, findings };
};

const isSame = (a: NoteKey, b: NoteKey): boolean =>
  a.name === b.name && Buffer.compare(a.publicKey, b.publicKey) === 0;

const isAsKept = ({ origin, size, root }: Checkpoint, kept: KeptCheckpoint): boolean =>
  origin === kept.origin && size === kept.size && Buffer.compare(root, kept.root) === 0;
