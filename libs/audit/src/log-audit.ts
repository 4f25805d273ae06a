import type { DatabaseSync } from 'node:sqlite';
import type { Walked } from '@klimaspur/event-store';
import { leafHash, nodeSha256, NotALeaf, toHex, TreeEdge } from '@klimaspur/proofs';
import type { EntryPlace, Finding } from './finding.js';
import { Redactions } from './redactions.js';
import type { StoredLeaf, StoredTree } from './stored-tree.js';

/** More are counted, but not told one by one. */
const MOST = 50;

/** The roots of log and tree at the sizes that somebody signed. */
export interface SizeRoots {
  readonly log: string | undefined;
  readonly tree: string | undefined;
  /** The last entry within. */
  readonly last: EntryPlace | undefined;
}

/** Walks the log and the tree beside it at once, entry by entry, and holds the one against the other. */
export class LogAudit {
  readonly findings: Finding[] = [];
  /** Where both part: the tree has another leaf there than the log. */
  parting: Finding | undefined;
  /** Inner nodes that do not follow from the leaves. */
  wrongNode: string | undefined;
  /** Places of entries about which something is told already. */
  readonly broken = new Set<number>();
  events = 0;
  readonly redactions = new Redactions();
  readonly roots = new Map<number, SizeRoots>();
  readonly places = new Map<number, EntryPlace>();
  private logEdge: TreeEdge | undefined = TreeEdge.ofEmptyLog(nodeSha256);
  private treeEdge = TreeEdge.ofEmptyLog(nodeSha256);
  private leaves: Generator<StoredLeaf> | undefined;
  private readonly sizes: ReadonlySet<number>;
  private isInLog: (event: string) => boolean = () => false;

  /** `sizes`: those that were signed. */
  constructor(
    private readonly tree: StoredTree | undefined,
    sizes: Iterable<number>,
  ) {
    this.leaves = tree?.leaves();
    this.sizes = new Set([0, ...sizes]);
  }

  /** Throws what SQLite throws where one of the two cannot be read on. */
  run(db: DatabaseSync, log: Iterable<Walked>): void {
    const find = db.prepare('SELECT 1 FROM events WHERE id = ?');
    this.isInLog = (event) => find.get(Buffer.from(event.replaceAll('-', ''), 'hex')) !== undefined;
    this.note(undefined);
    for (const walked of log) this.take(walked);
    const rest: StoredLeaf | undefined = this.leaves?.next().value as StoredLeaf | undefined;
    if (rest) this.partAt({ code: 'event-missing', at: placeOf(rest) });
    for (const at of this.redactions.unexplained()) this.tell({ code: 'text-gone', at });
  }

  private take(walked: Walked): void {
    const at: EntryPlace = { ...walked.at, index: this.events };
    this.events += 1;
    if (walked.fault) this.tell({ ...walked.fault, at });
    if (walked.event) this.redactions.take(at, walked.event);
    const leaf = this.leafOf(walked, at);
    this.grow(leaf);
    this.compare(at, leaf);
    this.note(at);
  }

  private leafOf({ event }: Walked, at: EntryPlace): string | undefined {
    if (!event) return undefined;
    try {
      return leafHash(event);
    } catch (error) {
      if (!(error instanceof NotALeaf)) throw error;
      this.tell({ code: 'no-leaf', at, detail: error.message });
      return undefined;
    }
  }

  /** Behind an entry without a leaf nobody knows the roots of the log. */
  private grow(leaf: string | undefined): void {
    if (leaf === undefined) this.logEdge = undefined;
    const nodes = this.logEdge?.append(Buffer.from(leaf!, 'hex')) ?? [];
    if (this.parting || !this.tree) return;
    const wrong = nodes.slice(1).find((node) => !this.tree!.agrees(node));
    if (wrong) this.wrongNode ??= `node ${wrong.level}/${wrong.index}`;
  }

  private compare(at: EntryPlace, leaf: string | undefined): void {
    const next = this.leaves?.next();
    if (!next || next.done) {
      this.leaves = undefined;
      return;
    }
    const stored = next.value;
    this.treeEdge.append(Buffer.from(stored.hash, 'hex'));
    if (stored.event !== at.id) this.partAt(this.otherEntry(at, stored));
    else if (stored.hash !== leaf) this.partAt({ code: 'event-changed', at });
    else if (stored.position !== at.position) this.partAt({ code: 'other-position', at });
  }

  /** Which of the two is not where it was: the entry that the tree has here, or the one that the log has. */
  private otherEntry(at: EntryPlace, stored: StoredLeaf): Finding {
    if (!this.isInLog(stored.event)) return { code: 'event-missing', at: placeOf(stored) };
    const isKnown = at.id !== null && this.tree!.holds(at.id);
    return { code: isKnown ? 'event-moved' : 'event-inserted', at };
  }

  private partAt(finding: Finding): void {
    this.parting ??= finding;
  }

  private tell(finding: Finding): void {
    if (finding.at) this.broken.add(finding.at.index);
    if (this.findings.length < MOST) this.findings.push(finding);
  }

  private note(at: EntryPlace | undefined): void {
    if (at && (this.sizes.has(this.events - 1) || this.sizes.has(this.events))) {
      this.places.set(at.index, at);
    }
    if (!this.sizes.has(this.events)) return;
    this.roots.set(this.events, {
      log: this.logEdge && toHex(this.logEdge.root()),
      tree: this.treeEdge.size === this.events ? toHex(this.treeEdge.root()) : undefined,
      last: at,
    });
  }
}

/** Of an entry that only the tree knows: neither its stream nor its revision is there. */
const placeOf = ({ n, event, position }: StoredLeaf): EntryPlace => ({
  index: n,
  position,
  stream: null,
  revision: null,
  id: event,
});
