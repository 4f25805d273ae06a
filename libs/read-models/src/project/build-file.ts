import { isOutage, type EventReader, type Position } from '@klimaspur/event-store';
import { makeIndexesInTurn, stampVersion } from '../store/schema.js';
import { fillSearch } from '../store/search-index.js';
import { openToBuild } from '../store/views-file.js';
import { Builder } from './builder.js';
import type { Parked } from './parking.js';
import { Projector } from './projector.js';

export interface BuildOrder {
  /** The file that is made. */
  readonly path: string;
  /** What is parked in the file whose place it takes: since when, and how often it was tried. */
  readonly parked: readonly Parked[];
  /** The old file goes on answering: a thread of its own lets those go before who read and write meanwhile. */
  readonly yields: boolean;
}

/** Awaited between steps, with the place in the log that is reached: to see to other work, and to stop by `Stopped`. */
export type Pause = (reached: Position | null) => Promise<void>;

/** Nobody waits for what is being built any more. */
export class Stopped extends Error {}

/**
 * Makes a views file that tells the log to its end. In one go; where a stream cannot be told, once more and each for
 * itself.
 */
export async function buildFile(log: EventReader, order: BuildOrder, pause: Pause): Promise<void> {
  if (order.parked.length > 0) return fill(log, order, pause, true);
  try {
    await fill(log, order, pause, false);
  } catch (error) {
    if (error instanceof Stopped || isOutage(error)) throw error;
    await fill(log, order, pause, true);
  }
}

async function fill(
  log: EventReader,
  { path, parked }: BuildOrder,
  pause: Pause,
  apart: boolean,
): Promise<void> {
  const known = new Map(parked.map((one) => [one.stream, one]));
  const db = openToBuild(path, apart);
  const between = () => pause(null);
  try {
    await new Builder(log, db, pause, apart ? known : undefined).build();
    await makeIndexesInTurn(db, between);
    await fillSearch(db, between);
    stampVersion(db);
    db.exec('PRAGMA optimize = 0x10002; PRAGMA journal_mode = MEMORY');
    // What was written meanwhile; only so far, that it ends however fast others write.
    await new Projector(log, db).tellUpTo(await log.lastPosition(), between);
  } finally {
    db.close();
  }
}
