import type { DatabaseSync } from 'node:sqlite';
import { type EventReader, justBefore, type RecordedEvent } from '@klimaspur/event-store';
import { NotALeaf } from '../leaf.js';
import { TreeEdge } from '../merkle/tree.js';
import { leafHash, nodeSha256 } from '../node.js';
import {
  type GrownLeaf,
  openTreeToWrite,
  TreeRows,
  type TreeState,
  TreeWriter,
} from './tree-file.js';

export interface TreeLevel {
  readonly size: number;
  /** Of the last entry in it. */
  readonly position: string | null;
  /** The tree ended where the log did. */
  readonly whole: boolean;
}

/** Who is told. */
export interface TreeClient {
  reached(level: TreeLevel): void;
  /** It stands still here, until it is woken again. */
  stuck(why: TreeTrouble): void;
}

/** Why a tree does not grow: at an event that no honest log holds, or since the file or the log cannot be read. */
export interface TreeTrouble {
  readonly event: string | null;
  readonly message: string;
}

const BATCH = 1_000;

/** Nobody needs the tree any more. */
class Closed extends Error {}

/**
 * Keeps the tree of one log in its file: each batch of leaves, with the nodes that became full and the place in the log,
 * in one transaction. A file of another log, or one that ends at an event that is not there, is filled anew.
 */
export class TreeKeeper {
  private readonly db: DatabaseSync;
  private readonly writer: TreeWriter;
  private readonly rows: TreeRows;
  private state: TreeState;
  private edge = TreeEdge.ofEmptyLog(nodeSha256);
  private work: Promise<void> = Promise.resolve();
  private waiting = false;
  private closed = false;
  private checked = false;

  constructor(
    private readonly log: EventReader,
    path: string,
    private readonly client: TreeClient,
    private readonly batch = BATCH,
  ) {
    this.db = openTreeToWrite(path);
    this.writer = new TreeWriter(this.db);
    this.rows = new TreeRows(this.db);
    this.state = this.ofNothing();
  }

  /** The log has grown. Resolves when the tree has followed it, or stands still. */
  wake(): Promise<void> {
    if (this.waiting) return this.work;
    this.waiting = true;
    return this.inOrder(() => {
      this.waiting = false;
      return this.follow();
    });
  }

  /** Reads the whole log again. */
  rebuild(): Promise<void> {
    return this.inOrder(() => {
      this.begin(this.ofNothing());
      return this.follow();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.work;
    this.db.close();
  }

  private inOrder(work: () => Promise<void>): Promise<void> {
    this.work = this.work
      .then(() => this.refuseClosed())
      .then(work)
      .catch((error: unknown) => {
        if (!(error instanceof Closed)) this.client.stuck(troubleOf(error));
      });
    return this.work;
  }

  private async follow(): Promise<void> {
    if (!this.checked) await this.goOn();
    for (;;) {
      this.refuseClosed();
      const events = await this.log.readAll(this.state.position, this.batch);
      const trouble = events.length > 0 ? this.take(events) : undefined;
      const whole = events.length < this.batch && !trouble;
      this.client.reached({ size: this.state.size, position: this.state.position, whole });
      if (trouble) throw trouble;
      if (whole) return;
    }
  }

  /** Goes on with what the file holds, if it is of this log. */
  private async goOn(): Promise<void> {
    const kept = this.rows.state();
    if (kept && (await this.isOfThisLog(kept))) {
      this.state = kept;
      this.edge = TreeEdge.at(nodeSha256, kept.size, this.rows.node);
    } else {
      this.begin(this.ofNothing());
    }
    this.checked = true;
  }

  private async isOfThisLog({ log, position, event }: TreeState): Promise<boolean> {
    if (log !== this.log.logId) return false;
    if (position === null) return true;
    const [found] = await this.log.readAll(justBefore(position), 1);
    return found?.position === position && found.id === event;
  }

  /** Up to the first event that has no leaf. */
  private take(events: readonly RecordedEvent[]): NotALeaf | undefined {
    const { leaves, trouble } = leavesOf(events);
    const last = events[leaves.length - 1];
    if (!last) return trouble;
    const grown = leaves.map((leaf, at): GrownLeaf => {
      const { id, position } = events[at]!;
      return { event: id, position, nodes: this.edge.append(leaf) };
    });
    const size = this.state.size + leaves.length;
    const state = { log: this.log.logId, position: last.position, event: last.id, size };
    this.transact(() => {
      for (const leaf of grown) this.writer.grow(leaf);
      this.writer.keep(state);
    });
    this.state = state;
    return trouble;
  }

  private begin(state: TreeState): void {
    this.transact(() => {
      this.writer.empty();
      this.writer.keep(state);
    });
    this.state = state;
    this.edge = TreeEdge.ofEmptyLog(nodeSha256);
  }

  private transact(work: () => void): void {
    try {
      this.db.exec('BEGIN IMMEDIATE');
      work();
      this.db.exec('COMMIT');
    } catch (error) {
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      // The edge may be ahead of the file: look again what it holds.
      this.checked = false;
      throw error;
    }
  }

  private ofNothing(): TreeState {
    return { log: this.log.logId, position: null, event: null, size: 0 };
  }

  private refuseClosed(): void {
    if (this.closed) throw new Closed();
  }
}

const leavesOf = (
  events: readonly RecordedEvent[],
): { readonly leaves: Uint8Array[]; readonly trouble?: NotALeaf } => {
  const leaves: Uint8Array[] = [];
  for (const event of events) {
    try {
      leaves.push(Buffer.from(leafHash(event), 'hex'));
    } catch (error) {
      if (error instanceof NotALeaf) return { leaves, trouble: error };
      throw error;
    }
  }
  return { leaves };
};

const troubleOf = (error: unknown): TreeTrouble => ({
  event: error instanceof NotALeaf ? error.eventId : null,
  message: error instanceof Error ? error.message : String(error),
});
