import type { LogTree, TreeHead, TreeMoment } from '../log-tree/log-tree.js';
import { nodeSha256 } from '../node.js';
import { isConsistent } from '../merkle/verify.js';
import { writeCheckpoint } from '../note/checkpoint.js';
import type { SigningKey } from './signing-key.js';

/** A signed checkpoint, kept for ever. */
export interface SignedCheckpoint {
  /** Which log, as its first line says. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** As it is published. */
  readonly note: string;
  /** Milliseconds since 1970. */
  readonly signedAt: number;
}

/** Where signed checkpoints are kept: one place for all processes that may sign. */
export interface KeptCheckpoints {
  newest(origin: string): Promise<SignedCheckpoint | undefined>;
  /** Keeps it if the one of the size `after` (0: none) is still the newest; false: another came first. */
  keep(checkpoint: SignedCheckpoint, after: number): Promise<boolean>;
}

/**
 * Why nothing is signed: the log is `shorter` than what was signed before; its root was another at that size
 * (`differs`); or it holds an event that cannot be in a tree (`stuck`).
 */
export interface SigningRefused {
  readonly why: 'shorter' | 'differs' | 'stuck';
  /** Of the last signed checkpoint; 0: none. */
  readonly signed: number;
  readonly size: number;
  /** The event that has no leaf. */
  readonly event: string | null;
}

export type Signed =
  /** The newest checkpoint tells the whole tree; null: there is no entry yet. */
  | { readonly kind: 'signed' | 'unchanged'; readonly checkpoint: SignedCheckpoint | null }
  | { readonly kind: 'refused'; readonly refusal: SigningRefused }
  /** The tree does not yet reach as far as what was signed. */
  | { readonly kind: 'behind' };

export interface LogSignerOptions {
  readonly key: SigningKey;
  readonly tree: LogTree;
  readonly kept: KeptCheckpoints;
  readonly now?: () => number;
}

/** Signs what the tree says, if it only went on where the last signed checkpoint ended; anything else never. */
export class LogSigner {
  private readonly key: SigningKey;
  private readonly tree: LogTree;
  private readonly kept: KeptCheckpoints;
  private readonly now: () => number;

  constructor({ key, tree, kept, now = Date.now }: LogSignerOptions) {
    this.key = key;
    this.tree = tree;
    this.kept = kept;
    this.now = now;
  }

  async sign(): Promise<Signed> {
    // Whoever loses against another process looks again: what that one signed must fit too.
    for (;;) {
      const last = await this.kept.newest(this.origin);
      const before = last?.size ?? 0;
      const found = this.tree.atOnce((moment) => lookAt(moment, last));
      const stuck = this.tree.trouble?.event ?? null;
      if (found.kind === 'differs') return this.refused('differs', before, found.head.size);
      if (stuck !== null) return this.refused('stuck', before, found.head.size, stuck);
      if (found.kind === 'shorter') {
        return this.tree.isWhole
          ? this.refused('shorter', before, found.head.size)
          : { kind: 'behind' };
      }
      if (found.head.size === before) return { kind: 'unchanged', checkpoint: last ?? null };
      const checkpoint = this.checkpointOf(found.head);
      if (await this.kept.keep(checkpoint, before)) return { kind: 'signed', checkpoint };
    }
  }

  private get origin(): string {
    return this.key.public.name;
  }

  private checkpointOf({ size, root }: TreeHead): SignedCheckpoint {
    const { origin } = this;
    const note = this.key.sign(writeCheckpoint({ origin, size, root, extensions: [] }));
    return { origin, size, root, note, signedAt: this.now() };
  }

  private refused(
    why: SigningRefused['why'],
    signed: number,
    size: number,
    event: string | null = null,
  ): Signed {
    return { kind: 'refused', refusal: { why, signed, size, event } };
  }
}

const lookAt = (
  moment: TreeMoment,
  last: SignedCheckpoint | undefined,
): { readonly kind: 'goes-on' | 'shorter' | 'differs'; readonly head: TreeHead } => {
  const head = moment.head();
  if (!last) return { kind: 'goes-on', head };
  if (head.size < last.size) return { kind: 'shorter', head };
  const proof = moment.consistency(last.size, head.size);
  const earlier = { size: last.size, root: last.root };
  const goesOn = isConsistent(nodeSha256, { earlier, later: head, proof });
  return { kind: goesOn ? 'goes-on' : 'differs', head };
};
