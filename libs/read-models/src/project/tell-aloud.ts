import type { EventReader } from '@klimaspur/event-store';
import { Dictation, type Sheet } from '../store/dictation.js';
import { fewOf, openToBuild, removeViews } from '../store/views-file.js';
import { Builder, type Pause } from './builder.js';

/** Somebody who writes into an empty views file what is dictated. */
export interface Writing {
  /** Resolves once more can be taken; rejects where it cannot be written. */
  write(sheets: readonly Sheet[]): Promise<void>;
  /** Resolves once all is written, and the file let go of. */
  end(): Promise<void>;
  /** Nothing more is to be written. */
  stop(): Promise<void>;
}

/** Gives somebody a path to write to. */
export type BeginWriting = (path: string) => Writing;

/**
 * Fills a file with what the log tells: the many rows are written by somebody else meanwhile, the few come at the end.
 */
export async function tellAloud(
  log: EventReader,
  path: string,
  pause: Pause,
  begin: BeginWriting,
): Promise<void> {
  const few = fewOf(path);
  const writing = begin(path);
  try {
    await dictate(log, few, pause, writing);
    await writing.end();
    takeOver(path, few);
  } catch (error) {
    await writing.stop();
    throw error;
  } finally {
    removeViews(few);
  }
}

async function dictate(
  log: EventReader,
  few: string,
  pause: Pause,
  writing: Writing,
): Promise<void> {
  const dictation = new Dictation();
  const db = openToBuild(few);
  const send = async (): Promise<void> => {
    const sheets = dictation.take();
    if (sheets.length > 0) await writing.write(sheets);
  };
  const between: Pause = async (reached) => {
    await send();
    await pause(reached);
  };
  try {
    await new Builder(log, db, between, { rowsTo: dictation.rowsTo }).build();
    await send();
  } finally {
    db.close();
  }
}

/** What was dictated is empty there. */
const takeOver = (path: string, few: string): void => {
  const db = openToBuild(path, { filled: true });
  try {
    db.prepare('ATTACH ? AS few').run(few);
    const tables = db
      .prepare(
        `SELECT name FROM pragma_table_list
        WHERE schema = 'few' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
      )
      .all() as { name: string }[];
    db.exec('BEGIN');
    for (const { name } of tables) db.exec(`INSERT INTO main.${name} SELECT * FROM few.${name}`);
    db.exec('COMMIT');
  } finally {
    db.close();
  }
};
