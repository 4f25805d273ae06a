import { existsSync } from 'node:fs';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { damageIn, openUntouched, type Untouched } from '@klimaspur/event-store';
import type { TreeNode } from '@klimaspur/proofs';
import type { Finding } from './finding.js';

/** A leaf as tree.db holds it. */
export interface StoredLeaf {
  readonly n: number;
  readonly event: string;
  readonly position: string;
  readonly hash: string;
}

const LEAVES =
  'SELECT n, lower(hex(event)) AS event, position, lower(hex(hash)) AS hash FROM leaves';

/** The tree that a server keeps beside the log. Read without its code: a check must not share the faults of what it checks. */
export class StoredTree {
  private readonly inner: StatementSync;

  private constructor(
    private readonly opened: Untouched,
    readonly log: string,
    readonly size: number,
  ) {
    this.inner = this.db.prepare('SELECT hash FROM nodes WHERE level = ? AND n = ?');
  }

  /** Undefined where there is none; throws what SQLite throws where it cannot be read. */
  static open(file: string): StoredTree | undefined {
    if (!existsSync(file)) return undefined;
    const opened = openUntouched(file);
    try {
      // One moment for all questions: the server goes on writing.
      opened.db.exec('BEGIN');
      const state = opened.db.prepare('SELECT log, size FROM state').get();
      return new StoredTree(opened, String(state?.['log'] ?? ''), Number(state?.['size'] ?? 0));
    } catch (error) {
      opened.close();
      throw error;
    }
  }

  damage(): string[] {
    return damageIn(this.db);
  }

  *leaves(): Generator<StoredLeaf> {
    for (const row of this.db.prepare(`${LEAVES} ORDER BY n`).iterate()) {
      const { event, ...leaf } = row as unknown as StoredLeaf;
      yield { ...leaf, event: dashed(event) };
    }
  }

  holds(event: string): boolean {
    const id = Buffer.from(event.replaceAll('-', ''), 'hex');
    return this.db.prepare('SELECT 1 FROM leaves WHERE event = ?').get(id) !== undefined;
  }

  /** True where the tree has the same inner node, or cannot have one there yet. */
  agrees({ level, index, hash }: TreeNode): boolean {
    if ((index + 1) * 2 ** level > this.size) return true;
    const row = this.inner.get(level, index);
    return row !== undefined && Buffer.compare(row['hash'] as Uint8Array, hash) === 0;
  }

  /** As many rows as a tree of its size has, and no more. */
  hasItsSize(): boolean {
    const { leaves, nodes } = this.db
      .prepare(
        'SELECT (SELECT count(*) FROM leaves) AS leaves, (SELECT count(*) FROM nodes) AS nodes',
      )
      .get() as { leaves: number; nodes: number };
    return leaves === this.size && nodes === this.size - onesIn(this.size);
  }

  close(): void {
    this.opened.close();
  }

  private get db(): DatabaseSync {
    return this.opened.db;
  }
}

/** Full subtrees that stand side by side, one for each binary one of the size. */
const onesIn = (size: number): number =>
  [...size.toString(2)].filter((digit) => digit === '1').length;

const dashed = (hex: string): string =>
  hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

export interface OpenedTree {
  readonly opened: StoredTree | undefined;
  readonly findings: readonly Finding[];
}

/** A tree that is damaged says nothing about the log; a server makes it anew. */
export const openTree = (file: string): OpenedTree => {
  try {
    const tree = StoredTree.open(file);
    const damage = tree?.damage() ?? [];
    if (damage.length === 0) return { opened: tree, findings: [] };
    tree?.close();
    return { opened: undefined, findings: damage.map(damaged) };
  } catch (error) {
    return { opened: undefined, findings: [damaged((error as Error).message)] };
  }
};

const damaged = (detail: string): Finding => ({ code: 'tree-damaged', detail });
