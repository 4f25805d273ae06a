import type { DatabaseSync } from 'node:sqlite';
import { newerIn } from '@klimaspur/domain';
import {
  BackOff,
  LogUnreadable,
  messageOf,
  StreamRetries,
  TRIED_AGAIN_AFTER_MS,
  type EventReader,
  type KeptStatus,
  type Position,
} from '@klimaspur/event-store';
import type { Build } from './building.js';
import { Stopped } from './project/build-file.js';
import { belongsTo, readCheckpoint } from './project/checkpoint.js';
import { Projector, type Retold } from './project/projector.js';
import { newerMarks } from './project/newer-marks.js';
import { versionOf, viewsVersion } from './store/schema.js';
import {
  nextOf,
  openBuilt,
  openToWrite,
  refuseWithoutRoom,
  removeHalfBuilt,
} from './store/views-file.js';
import type { LevelReached } from './types.js';
import { isDamage } from './views-damaged.js';

/** Who keeps asking the file, and is told. */
export interface KeptFor {
  levelReached(reached: LevelReached): void;
  /** Closes its own connections, puts the built file in its place, opens it again. */
  swap(built: string): Promise<void> | void;
  became(status: KeptStatus): void;
}

export interface KeeperOptions {
  /** Events in each live transaction, whether it is behind or not. */
  readonly batch?: number;
  /** After so long a stream that cannot be told is tried again, before it is parked. */
  readonly triedAgainAfterMs?: readonly number[];
}

// A live batch has to be over within 10 ms, and an entry takes about 0.4 ms. While the rows are behind, small ones serve
// nobody: an entry is seen once all before it are told.
const LIVE = { batch: 16, most: 512 };

/** A log of fewer events is told before a thread of its own would have begun. */
const LONG = 1_000;

/**
 * Keeps one views file level with the log: follows it, and builds the file anew beside the old one
 * where it tells another log, another version, or somebody asks for it. One piece of work at a time.
 * A stream that cannot be told is tried again and then left; a failing log or disk is tried again without end.
 */
export class ViewsKeeper {
  private db: DatabaseSync;
  private projector: Projector;
  private work: Promise<void> = Promise.resolve();
  private status: KeptStatus = { life: 'new', fault: null, retries: 0, rebuilding: null };
  private readonly backOff = new BackOff(() => void this.wake());
  private readonly retries: StreamRetries;
  private readonly pace: typeof LIVE;
  /** Why the file cannot be read any more; null: it can. */
  private damage: string | null = null;
  private begun = false;
  /** The file tells this log so far, be it in an older version. */
  private serving = false;
  private following = false;
  private again = false;
  private announced: Position;
  private closed = false;
  /** Called when there is something to do beside building. */
  private stir: () => void = () => {};

  constructor(
    private readonly log: EventReader,
    private readonly path: string,
    private readonly client: KeptFor,
    private readonly builds: { readonly here: Build; readonly beside: Build },
    { batch, triedAgainAfterMs = TRIED_AGAIN_AFTER_MS }: KeeperOptions = {},
  ) {
    this.pace = batch === undefined ? LIVE : { batch, most: batch };
    this.retries = new StreamRetries(triedAgainAfterMs, (stream) => void this.tryAgain(stream));
    removeHalfBuilt(path);
    this.db = openToWrite(path);
    this.projector = new Projector(log, this.db, this.pace);
    this.announced = this.projector.level;
  }

  get level(): Position {
    return this.projector.level;
  }

  /** Checks what the file says about itself, builds it anew where that is not so, and follows the log. */
  start(): Promise<void> {
    return this.wake();
  }

  /** The log has grown. */
  wake(): Promise<void> {
    if (this.following) {
      this.again = true;
      this.stir();
      return this.work;
    }
    this.following = true;
    return this.inOrder(() => this.carryOn());
  }

  /** Rejects where it cannot be done now; the old file goes on answering. */
  async rebuild(): Promise<void> {
    await this.inOrder(async () => {
      if (this.damage !== null) return this.buildWithout(this.damage);
      await this.build(this.serving);
      await this.follow();
    }, true);
  }

  /** The file cannot be read, as somebody found: built anew without it, the old one answers what it still can. */
  async heal(reason: string): Promise<void> {
    this.damage = reason;
    await this.inOrder(() => this.buildWithout(reason), true);
  }

  /** Tells a parked stream again; false: it still cannot be told. */
  async replay(stream: string): Promise<boolean> {
    let told = false;
    await this.inOrder(async () => {
      told = await this.retry(stream);
    }, true);
    return told;
  }

  async close(): Promise<void> {
    this.closed = true;
    this.stir();
    this.backOff.clear();
    this.retries.clear();
    await this.work;
    this.db.close();
  }

  private inOrder(work: () => Promise<void>, asked = false): Promise<void> {
    const done = this.work.then(() => (this.closed ? undefined : work()));
    this.work = done.catch((error: unknown) => {
      if (error instanceof Stopped) return;
      const message = messageOf(error);
      if (isDamage(error) && !(error instanceof LogUnreadable)) this.damage = message;
      const fault = { message, at: new Date().toISOString() };
      this.become({ life: 'retrying', fault, retries: this.status.retries + 1, rebuilding: null });
      this.backOff.failed();
    });
    return asked ? done : this.work;
  }

  private become(change: Partial<KeptStatus>): void {
    this.status = { ...this.status, ...change };
    this.client.became(this.status);
  }

  private async carryOn(): Promise<void> {
    try {
      if (this.damage !== null) return await this.buildWithout(this.damage);
      if (!this.begun) await this.begin();
    } catch (error) {
      this.following = false;
      if (this.serving && !(error instanceof Stopped)) await this.follow();
      throw error;
    }
    await this.follow();
  }

  private async begin(): Promise<void> {
    const checkpoint = readCheckpoint(this.db);
    this.serving = checkpoint !== null && (await belongsTo(checkpoint, this.log));
    const isOld = versionOf(this.db) !== viewsVersion || (await this.knowsMore());
    const isNew = checkpoint === null && (await this.log.lastPosition()) === null;
    if (isOld || !(this.serving || isNew)) return this.build(this.serving);
    this.serving = this.begun = true;
    this.become({ life: 'catching-up' });
    // The program may be another one than when they were parked.
    for (const { stream } of this.projector.parked) await this.retry(stream);
  }

  /** Something that a newer program wrote is understood now. */
  private async knowsMore(): Promise<boolean> {
    for (const { stream, revision } of newerMarks(this.db)) {
      const history = await this.log.readStream(stream);
      if (!newerIn(history).some((event) => event.revision === revision)) return true;
    }
    return false;
  }

  private async follow(): Promise<void> {
    this.following = true;
    if (this.status.life === 'retrying') this.become({ life: 'catching-up' });
    try {
      do {
        this.again = false;
        while (!this.closed) {
          const reached = await this.projector.next();
          if (!reached) break;
          this.announce(reached);
        }
      } while (this.again && !this.closed);
    } finally {
      this.following = false;
    }
    this.isLevel();
  }

  private announce(reached: LevelReached): void {
    this.announced = reached.level;
    this.client.levelReached(reached);
  }

  private isLevel(): void {
    this.backOff.clear();
    // A batch whose commit was done and yet failed is told, and nobody knows.
    const { level } = this.projector;
    if (level !== this.announced) this.announce({ level, changed: [], retold: true });
    if (this.status.life !== 'live' && this.status.life !== 'rebuilding') {
      this.become({ life: 'live' });
    }
    this.retries.plan(this.projector.parked);
  }

  private tryAgain(stream: string): Promise<void> {
    return this.inOrder(async () => {
      await this.retry(stream);
      this.retries.plan(this.projector.parked);
    });
  }

  private async retry(stream: string): Promise<boolean> {
    const { outcome, changed }: Retold = await this.projector.retry(stream);
    this.become({ retries: this.status.retries + 1 });
    if (outcome === 'rebuild') {
      await this.build(true);
      await this.follow();
      return !this.projector.parked.some((parked) => parked.stream === stream);
    }
    if (outcome === 'told') {
      this.announce({ level: this.projector.level, changed, retold: true });
    }
    return outcome === 'told';
  }

  private async buildWithout(reason: string): Promise<void> {
    this.serving = false;
    this.become({ fault: { message: reason, at: new Date().toISOString() } });
    await this.build(false);
    this.damage = null;
    await this.follow();
  }

  /** `serving`: the old file is right so far, so it goes on following the log meanwhile. */
  private async build(serving: boolean): Promise<void> {
    // Whoever wakes it now is heard in the next pause.
    this.following = true;
    try {
      if (serving) refuseWithoutRoom(this.path);
      await this.buildAnew(nextOf(this.path), serving);
    } catch (error) {
      this.following = false;
      removeHalfBuilt(this.path);
      throw error;
    }
  }

  private async buildAnew(built: string, serving: boolean): Promise<void> {
    const { life } = this.status;
    this.become({ life: 'rebuilding', rebuilding: null });
    await this.fill(built, serving);
    if (serving) this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.db.close();
    try {
      await this.client.swap(built);
    } finally {
      this.db = openToWrite(this.path);
      this.projector = new Projector(this.log, this.db, this.pace);
    }
    this.serving = this.begun = true;
    this.become({ life: life === 'live' ? life : 'catching-up', rebuilding: null });
    this.announce({ level: this.projector.level, changed: [], retold: true });
  }

  /** `serving`: what is written meanwhile is told in the old file, and then in the new one as well. */
  private async fill(built: string, serving: boolean): Promise<void> {
    const parked = serving ? this.projector.parked : [];
    const build = serving || (await this.isLong()) ? this.builds.beside : this.builds.here;
    const building = build({ path: built, parked, yields: serving }, (rebuilding) =>
      this.become({ rebuilding }),
    );
    const done = building.done.then(() => true);
    try {
      while (!(await Promise.race([done, this.stirred(serving)]))) {
        if (this.closed) throw new Stopped();
        await this.follow();
        this.following = true;
      }
    } catch (error) {
      await building.stop();
      throw error;
    }
    if (serving) await this.tellAsMuch(built);
  }

  private async isLong(): Promise<boolean> {
    return (await this.log.readAll(null, LONG)).length === LONG;
  }

  private stirred(serving: boolean): Promise<false> {
    const isStirred = () => this.closed || (serving && this.again);
    if (isStirred()) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.stir = () => void (isStirred() && resolve(false));
    });
  }

  /** Nobody is to see less than before. Without a pause: where one writes as fast as this tells, it would never end. */
  private async tellAsMuch(built: string): Promise<void> {
    const db = openBuilt(built);
    try {
      await new Projector(this.log, db, this.pace).tellUpTo(this.projector.level);
    } finally {
      db.close();
    }
  }
}
