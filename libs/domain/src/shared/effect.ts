import type { Past } from '../timeline.js';
import type { PartialDate } from './partial-date.js';

/** A stream that an entry of another one speaks about. */
export interface PolicyTarget {
  readonly category: 'measure' | 'plan';
  readonly id: string;
}

/** What one entry means for one other stream. `data.source` names that entry. */
export interface Effect {
  readonly target: PolicyTarget;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>> & { readonly source: string };
  readonly occurredOn: PartialDate | null;
}

/** What the entries of one kind of stream mean for others. What it writes names its stream under its category. */
export interface Policy {
  readonly category: 'decision' | 'plan' | 'roundtable';
  /** Whether an entry of this type can have an effect, or take one back: seen without reading its stream. */
  reactsTo(this: void, type: string): boolean;
  /** Those events of the source that can have an effect, or take one back. */
  matters(this: void, history: readonly Past[]): readonly Past[];
  /** Every stream that the source names or ever named, where that is cheaper to say than by {@link effects}. */
  touches?(this: void, history: readonly Past[]): readonly PolicyTarget[];
  /** What the source says about others, as far as it is known. */
  effects(this: void, id: string, history: readonly Past[]): readonly Effect[];
}
