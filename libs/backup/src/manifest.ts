import { isPosition, isUuid, type LogFacts } from '@klimaspur/event-store';
import { areParts, isCount, isInstant, type Part, termsOf } from './proven-manifest.js';
import { BackupRefused } from './refused.js';

/** Raised when an older Klimaspur could no longer restore what a newer one writes. */
export const FORMAT = 2;
/** What an older Klimaspur can restore, too: a backup without a list of what was taken out. */
const PLAIN = 1;

export const MANIFEST = 'manifest.json';
/** In the form of `sha256sum`, so that anybody can check it with tools they have. */
export const MANIFEST_HASH = 'manifest.json.sha256';

export const LOG = 'log.db';
export const VAULT = 'vault.db';
export const TOKEN = 'token';
/** Which texts were taken out of the log. */
export const TAKEN_OUT = 'redactions.jsonl';
/** Which persons were erased from the vault. */
export const ERASED = 'erasures.jsonl';
/** What must not come back, whatever is restored. */
export const LISTS: readonly string[] = [TAKEN_OUT, ERASED];

/** The oldest that can hold these. */
export const formatOf = (names: readonly string[]): number =>
  names.some((name) => LISTS.includes(name)) ? FORMAT : PLAIN;
/** Holds what was uploaded. */
export const FILES = 'files';

/** The first thing in a backup: what it is, and how everything behind it must be. */
export interface Manifest extends LogFacts {
  readonly format: number;
  /** Version of the program that made it. */
  readonly app: string;
  readonly madeAt: string;
  readonly parts: readonly Part[];
}

// No name begins with a dot: such files are on their way, and none leads out of the folder.
const NAME =
  /^(log\.db|vault\.db|token|redactions\.jsonl|erasures\.jsonl|files(\/[^./\\\p{Cc}][^/\\\p{Cc}]*)+)$/u;

export const isPartName = (name: string): boolean => NAME.test(name);

export const hashLine = (sha256: string): string => `${sha256}  ${MANIFEST}\n`;

/** Throws BackupRefused for a manifest of a newer format, or of none. */
export function readManifest(text: string): Manifest {
  const manifest = termsOf(text);
  const { format } = manifest;
  if (typeof format === 'number' && format > FORMAT) {
    throw new BackupRefused('newer', { format, app: String(manifest['app']) });
  }
  if (!isManifest(manifest)) throw new BackupRefused('no-manifest');
  return manifest;
}

const isManifest = (value: object): value is Manifest => {
  const { format, app, madeAt, logId, position, events, towns, lastRecordedAt, parts } =
    value as Partial<Manifest>;
  return (
    (format === FORMAT || format === PLAIN) &&
    typeof app === 'string' &&
    isInstant(madeAt) &&
    typeof logId === 'string' &&
    isUuid(logId) &&
    (position === null || (typeof position === 'string' && isPosition(position))) &&
    isCount(events) &&
    isCount(towns) &&
    (lastRecordedAt === null || typeof lastRecordedAt === 'string') &&
    areParts(parts) &&
    areOfBackup(parts)
  );
};

const areOfBackup = (parts: readonly Part[]): boolean => {
  const names = parts.map(({ name }) => name);
  return names.every(isPartName) && [LOG, VAULT].every((name) => names.includes(name));
};
