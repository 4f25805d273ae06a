import type { Entry } from '@klimaspur/domain';
import { BEGINNING, END } from '../store/schema.js';
import type { Segment } from './rectangles.js';
import type { KnowledgeStep, Told } from './story.js';

interface Node<S> {
  readonly told: Told;
  readonly state: S;
}

/** Folds the same story again and again as it grows; only what differs from the last telling is folded. */
export class Fold<S> {
  private nodes: Node<S>[] = [];

  constructor(
    private readonly initial: S,
    private readonly evolve: (state: S, entry: Entry) => S,
  ) {}

  /** The state on each span of days, from the beginning to the end of all days. */
  segments({ told }: Pick<KnowledgeStep, 'told'>): Segment<S>[] {
    this.follow(told);
    const segments: Segment<S>[] = [];
    let from = BEGINNING;
    let value = this.initial;
    for (const node of this.nodes) {
      if (node.state === value) continue;
      if (node.told.from > from) {
        segments.push({ from, to: node.told.from, value });
        from = node.told.from;
      }
      value = node.state;
    }
    segments.push({ from, to: END, value });
    return segments;
  }

  private follow(told: readonly Told[]): void {
    let same = 0;
    while (same < this.nodes.length && this.nodes[same]?.told === told[same]) same++;
    this.nodes.length = same;
    let state = this.nodes[same - 1]?.state ?? this.initial;
    for (let at = same; at < told.length; at++) {
      const next = told[at] as Told;
      state = this.evolve(state, next.entry);
      this.nodes.push({ told: next, state });
    }
  }
}
