import type { DatabaseSync } from 'node:sqlite';
import { Scribe, type Sheet } from './dictation.js';
import { indexedAsWritten } from './search-index.js';
import { openToBuild } from './views-file.js';

/** An empty views file into which is written what is dictated; its texts are indexed as well. */
export class DictatedFile {
  private readonly db: DatabaseSync;
  private readonly scribe: Scribe;
  private readonly indexed: ReturnType<typeof indexedAsWritten>;

  constructor(path: string) {
    this.db = openToBuild(path);
    this.scribe = new Scribe(this.db);
    this.indexed = indexedAsWritten(this.db);
    this.db.exec('BEGIN');
  }

  write(sheets: readonly Sheet[]): void {
    this.scribe.write(sheets);
  }

  /** Everything is in the file, which nobody has open any more. */
  end(): void {
    this.scribe.flush();
    this.db.exec('COMMIT');
    this.indexed.end();
    this.db.close();
  }

  /** It is of no use. */
  giveUp(): void {
    if (this.db.isOpen) this.db.close();
  }
}
