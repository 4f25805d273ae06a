import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { isRecord } from '@klimaspur/domain';
import type { Leafed } from '@klimaspur/proofs';
import { EVENTS } from './manifest.js';
import { TransferRefused } from './refused.js';
import type { TownEvent } from './town-events.js';

/** One line of a file of a town: the event as it is stored, where it stood in its log, and the proof that it did. */
export interface TownLine {
  readonly event: Leafed;
  readonly index: number;
  readonly knownSince: number;
  /** Hashes in base64, by which leaf and root belong together. */
  readonly path: readonly string[];
}

export const lineOf = (
  { event, index, knownSince }: TownEvent,
  path: readonly Uint8Array[],
): string => {
  const { stream, revision, id, type, data, metadata } = event;
  return `${JSON.stringify({
    event: { stream, revision, id, type, data, metadata },
    index,
    knownSince,
    path: path.map((hash) => Buffer.from(hash).toString('base64')),
  })}\n`;
};

/** The lines of a file whose parts lie in this folder. Throws TransferRefused. */
export async function* linesIn(folder: string): AsyncGenerator<TownLine> {
  const source = createReadStream(join(folder, EVENTS));
  let at = 0;
  for await (const line of createInterface({ input: source, crlfDelay: Infinity })) {
    at++;
    yield lineFrom(line, at);
  }
}

function lineFrom(text: string, at: number): TownLine {
  const line = parsed(text);
  if (!isTownLine(line)) {
    throw new TransferRefused('transfer/damaged', { what: `${EVENTS}:${at}` });
  }
  return line;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isTownLine = (value: unknown): value is TownLine => {
  if (!isRecord(value) || !isRecord(value['event'])) return false;
  const { event, index, knownSince, path } = value;
  const { stream, revision, id, type, data, metadata } = event as Record<string, unknown>;
  return (
    [stream, id, type].every((each) => typeof each === 'string') &&
    [revision, index, knownSince].every((each) => Number.isSafeInteger(each)) &&
    isRecord(data) &&
    isRecord(metadata) &&
    typeof metadata['recordedAt'] === 'string' &&
    Array.isArray(path) &&
    path.every((hash) => typeof hash === 'string')
  );
};
