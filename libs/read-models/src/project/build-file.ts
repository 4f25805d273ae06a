import type { DatabaseSync } from 'node:sqlite';
import { isOutage, type EventReader } from '@klimaspur/event-store';
import { makeIndexesInTurn, stampVersion } from '../store/schema.js';
import { fillSearch } from '../store/search-index.js';
import { openToBuild } from '../store/views-file.js';
import { Builder, type Pause } from './builder.js';
import type { Parked } from './parking.js';
import { Projector } from './projector.js';
import { tellAloud, type BeginWriting } from './tell-aloud.js';

export interface BuildOrder {
  /** The file that is made. */
  readonly path: string;
  /** What is parked in the file whose place it takes: since when, and how often it was tried. */
  readonly parked: readonly Parked[];
  /** The old file goes on answering: a thread of its own lets those go before who read and write meanwhile. */
  readonly yields: boolean;
}

/** Nobody waits for what is being built any more. */
export class Stopped extends Error {}

/**
 * Makes a views file that tells the log to its end. In one go, where `begin` is given with somebody else who writes;
 * where a stream cannot be told, once more and each for itself.
 */
export async function buildFile(
  log: EventReader,
  { path, parked }: BuildOrder,
  pause: Pause,
  begin?: BeginWriting,
): Promise<void> {
  const between = () => pause(null);
  const here = (apart?: ReadonlyMap<string, Parked>) =>
    complete(log, openToBuild(path), between, async (db) => {
      await new Builder(log, db, pause, apart ? { apart } : {}).build();
      await fillSearch(db, between);
    });
  const aloud = async (to: BeginWriting) => {
    await tellAloud(log, path, pause, to);
    await complete(log, openToBuild(path, { filled: true }), between);
  };
  const known = new Map(parked.map((one) => [one.stream, one]));
  if (parked.length > 0) return here(known);
  try {
    await (begin ? aloud(begin) : here());
  } catch (error) {
    if (error instanceof Stopped || isOutage(error)) throw error;
    await here(known);
  }
}

/** `fill`: has its tables and the search index filled before. */
async function complete(
  log: EventReader,
  db: DatabaseSync,
  between: () => Promise<void>,
  fill?: (db: DatabaseSync) => Promise<void>,
): Promise<void> {
  try {
    await fill?.(db);
    await makeIndexesInTurn(db, between);
    stampVersion(db);
    db.exec('PRAGMA optimize = 0x10002');
    // What was written meanwhile; only so far, that it ends however fast others write.
    await new Projector(log, db).tellUpTo(await log.lastPosition(), between);
  } finally {
    db.close();
  }
}
