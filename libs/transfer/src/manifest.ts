import { areParts, isCount, isHash, isInstant, type Part, termsOf } from '@klimaspur/backup';
import { addressIssues } from '@klimaspur/domain';
import { isUuid } from '@klimaspur/event-store';
import { TransferRefused } from './refused.js';

/** Raised when an older Klimaspur could no longer take what a newer one writes. */
export const FORMAT = 1;
const KIND = 'klimaspur-town';

/** All events of the town, one a line, in the order of its log. */
export const EVENTS = 'events.jsonl';
/** Public labels of persons by pseudonym, where they were asked for. */
export const LABELS = 'labels.json';
export const filePart = (sha256: string): string => `files/${sha256}`;

/** A document that an entry names. */
export interface NamedFile {
  readonly sha256: string;
  readonly mediaType: string;
}

/** The first thing in a file of a town: what it is, where it comes from, and how everything behind it must be. */
export interface TownManifest {
  readonly kind: typeof KIND;
  readonly format: number;
  /** Version of the program that made it. */
  readonly app: string;
  readonly madeAt: string;
  /** Of the server that keeps the town. */
  readonly address: string;
  readonly logId: string;
  readonly municipality: string;
  readonly events: number;
  readonly streams: number;
  /** Signed: the log of which the events are a part. */
  readonly checkpoint: string;
  /** By which it is signed, as that server says: proven only to those who have it from elsewhere too. */
  readonly key: string;
  readonly files: readonly NamedFile[];
  readonly parts: readonly Part[];
}

export const townManifest = (facts: Omit<TownManifest, 'kind' | 'format'>): TownManifest => ({
  kind: KIND,
  format: FORMAT,
  ...facts,
});

/** Throws TransferRefused for a manifest of a newer format, or of none. */
export function readTownManifest(text: string): TownManifest {
  const manifest = termsOf(text);
  if (manifest['kind'] !== KIND) throw new TransferRefused('transfer/no-town-file');
  const { format } = manifest;
  if (typeof format === 'number' && format > FORMAT) {
    throw new TransferRefused('transfer/newer', { format, app: String(manifest['app']) });
  }
  if (!isTownManifest(manifest)) throw new TransferRefused('transfer/no-town-file');
  return manifest;
}

const isTownManifest = (value: object): value is TownManifest => {
  const one = value as Partial<TownManifest>;
  const { format, app, madeAt, address, logId, municipality, checkpoint, key, parts } = one;
  return (
    format === FORMAT &&
    [app, checkpoint, key].every((each) => typeof each === 'string') &&
    addressIssues({ text: { address } }).length === 0 &&
    isInstant(madeAt) &&
    [logId, municipality].every((each) => typeof each === 'string' && isUuid(each)) &&
    isCount(one.events) &&
    isCount(one.streams) &&
    Array.isArray(one.files) &&
    one.files.every(isNamedFile) &&
    areParts(parts) &&
    areAnnounced(parts, one.files)
  );
};

const isNamedFile = (file: Partial<NamedFile> | null): boolean =>
  isHash(file?.sha256) && typeof file?.mediaType === 'string';

/** Nothing that is not announced, and no name that leads out of the folder. */
const areAnnounced = (parts: readonly Part[], files: readonly NamedFile[]): boolean => {
  const wanted = [EVENTS, ...files.map(({ sha256 }) => filePart(sha256))];
  const names = parts.map(({ name }) => name).filter((name) => name !== LABELS);
  return names.join('\n') === wanted.join('\n');
};
