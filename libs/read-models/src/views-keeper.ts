import type { DatabaseSync } from 'node:sqlite';
import type { EventReader, Position } from '@klimaspur/event-store';
import { belongsTo, readCheckpoint } from './project/checkpoint.js';
import { Builder } from './project/builder.js';
import { Projector } from './project/projector.js';
import { fillSearch, makeIndexes, stampVersion, versionOf, viewsVersion } from './store/schema.js';
import { openToBuild, openToWrite } from './store/views-file.js';
import type { LevelReached } from './types.js';

/** Who keeps asking the file, and is told. */
export interface KeptFor {
  levelReached(reached: LevelReached): void;
  /** Closes its own connections, puts the built file in its place, opens it again. */
  swap(built: string): Promise<void> | void;
  failed(error: unknown): void;
}

// A live batch has to be over within 10 ms, and an entry takes about 0.4 ms.
const LIVE_BATCH = 16;

/** Nobody waits for what is being built any more. */
class Closed extends Error {}

/**
 * Keeps one views file level with the log: follows it, and builds the file anew beside the old one
 * where it tells another log, another version, or somebody asks for it. One piece of work at a time.
 */
export class ViewsKeeper {
  private db: DatabaseSync;
  private projector: Projector;
  private work: Promise<void> = Promise.resolve();
  private following = false;
  private again = false;
  private closed = false;

  constructor(
    private readonly log: EventReader,
    private readonly path: string,
    private readonly client: KeptFor,
    private readonly liveBatch = LIVE_BATCH,
  ) {
    this.db = openToWrite(path);
    this.projector = new Projector(log, this.db, { batch: liveBatch });
  }

  get level(): Position {
    return this.projector.level;
  }

  /** Checks what the file says about itself, builds it anew where that is not so, and follows the log. */
  start(): Promise<void> {
    return this.inOrder(async () => {
      const checkpoint = readCheckpoint(this.db);
      const usable = checkpoint !== null && (await belongsTo(checkpoint, this.log));
      if (!usable || versionOf(this.db) !== viewsVersion) await this.build(usable);
      await this.follow();
    });
  }

  /** The log has grown. */
  wake(): Promise<void> {
    if (this.following) {
      this.again = true;
      return this.work;
    }
    this.following = true;
    return this.inOrder(() => this.follow());
  }

  rebuild(): Promise<void> {
    return this.inOrder(async () => {
      await this.build(true);
      await this.follow();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.work;
    this.db.close();
  }

  private inOrder(work: () => Promise<void>): Promise<void> {
    this.work = this.work
      .then(() => (this.closed ? undefined : work()))
      .catch((error: unknown) => {
        if (!(error instanceof Closed)) this.client.failed(error);
      });
    return this.work;
  }

  private async follow(): Promise<void> {
    this.following = true;
    try {
      do {
        this.again = false;
        while (!this.closed) {
          const reached = await this.projector.next();
          if (!reached) break;
          this.client.levelReached(reached);
        }
      } while (this.again && !this.closed);
    } finally {
      this.following = false;
    }
  }

  /** `serving`: the old file is right so far, so it goes on following the log meanwhile. */
  private async build(serving: boolean): Promise<void> {
    const built = `${this.path}.next`;
    const next = openToBuild(built);
    try {
      await this.fill(next, serving);
    } finally {
      next.close();
    }
    this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.db.close();
    try {
      await this.client.swap(built);
    } finally {
      this.db = openToWrite(this.path);
      this.projector = new Projector(this.log, this.db, { batch: this.liveBatch });
    }
    this.client.levelReached({ level: this.projector.level, changed: [] });
  }

  private async fill(next: DatabaseSync, serving: boolean): Promise<void> {
    await new Builder(this.log, next, async () => {
      if (this.closed) throw new Closed();
      if (serving && this.again) await this.follow();
    }).build();
    makeIndexes(next);
    fillSearch(next);
    stampVersion(next);
    next.exec('PRAGMA optimize = 0x10002');
  }
}
