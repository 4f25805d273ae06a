import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { damageIn, openUntouched, walFault } from '@klimaspur/event-store';
import {
  type Checkpoint,
  isSignedBy,
  nodeSha256,
  nodeVerifyEd25519,
  NotANote,
  type NoteKey,
  parseCheckpoint,
  parseNote,
  SigningKey,
} from '@klimaspur/proofs';
import type { Finding } from './finding.js';
import { nameOfLog } from './look-at-log.js';

/** A checkpoint as the vault keeps it. */
export interface KeptCheckpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
  readonly signed_at: number;
}

/** What the vault says about signing; of everything else in it nothing is read. */
export interface Signed {
  /** By which this log signs. */
  readonly key: NoteKey | undefined;
  readonly checkpoints: readonly KeptCheckpoint[];
  readonly findings: readonly Finding[];
}

const EXAMPLE = 'example';
const NOTHING: Signed = { key: undefined, checkpoints: [], findings: [] };

/** What was signed of the log of a folder, `name` being the log's own. */
export const readSigned = (
  folder: string,
  name: string | undefined,
  vault = vaultOf(folder),
): Signed => {
  if (vault === undefined) return NOTHING;
  const wal = walFault(vault);
  const findings = wal ? [broken(wal.detail)] : [];
  try {
    const { db, close } = openUntouched(vault);
    try {
      findings.push(...damageIn(db).map(broken));
      const signed = isSigning(db) ? signedIn(db, folder, name) : NOTHING;
      return { ...signed, findings: [...findings, ...signed.findings] };
    } finally {
      close();
    }
  } catch (error) {
    return { ...NOTHING, findings: [...findings, broken((error as Error).message)] };
  }
};

const broken = (detail: string): Finding => ({ code: 'vault-damaged', detail });

/** The example has a log of its own, and one vault with the rest. */
const vaultOf = (folder: string): string | undefined =>
  [folder, ...(basename(resolve(folder)) === EXAMPLE ? [join(folder, '..')] : [])]
    .map((place) => join(place, 'vault.db'))
    .find((file) => existsSync(file));

const isSigning = (db: DatabaseSync): boolean =>
  db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'checkpoints'").get() !== undefined;

const signedIn = (db: DatabaseSync, folder: string, name: string | undefined): Signed => {
  const origin = originOf(name);
  const rows = db.prepare('SELECT * FROM checkpoints ORDER BY size').all();
  const all = rows as unknown as readonly KeptCheckpoint[];
  const secret = db
    .prepare('SELECT bytes FROM secrets WHERE name = ?')
    .get(`signing-key ${origin}`);
  const seed = secret?.['bytes'] as Uint8Array | undefined;
  return {
    key: seed && new SigningKey(origin, seed).public,
    checkpoints: all.filter((checkpoint) => checkpoint.origin === origin),
    findings: isOfAnotherLog(all, folder, origin) ? [{ code: 'other-log' }] : [],
  };
};

/** Everything that was signed here is of logs that are not here. */
const isOfAnotherLog = (
  all: readonly KeptCheckpoint[],
  folder: string,
  origin: string,
): boolean => {
  const here = [origin, originOf(nameOfLog(join(folder, EXAMPLE, 'log.db')))];
  const isExample = basename(resolve(folder)) === EXAMPLE;
  const others = all.filter((checkpoint) => !here.includes(checkpoint.origin));
  return !isExample && others.length > 0 && all.every((one) => one.origin !== origin);
};

/** How a log is called where it signs. */
const originOf = (name: string | undefined): string => `klimaspur/${name}`;

/** The checkpoint that a note holds, if this key has signed it; else what is wrong with it. */
export const checkedNote = async (
  note: string,
  key: NoteKey,
): Promise<{ readonly checkpoint: Checkpoint } | { readonly finding: Finding }> => {
  try {
    const parsed = parseNote(note);
    const checkpoint = parseCheckpoint(parsed.text);
    const { size } = checkpoint;
    if (checkpoint.origin !== key.name) {
      return { finding: { code: 'other-key', size, detail: `It is of ${checkpoint.origin}` } };
    }
    const tools = { sha256: nodeSha256, verify: nodeVerifyEd25519 };
    return (await isSignedBy(tools, parsed, key))
      ? { checkpoint }
      : { finding: { code: 'checkpoint-forged', size } };
  } catch (error) {
    if (!(error instanceof NotANote)) throw error;
    return { finding: { code: 'checkpoint-unreadable', detail: error.message } };
  }
};
