import type { ActorState, RoundtableState } from '@klimaspur/domain';

/** Organisations that strangers are not told of, because they did not agree to be named. */
export interface Unnamed {
  /** Those that have a seat now. */
  readonly seats: number;
  /** Those that were at a meeting, by its id; where all are named there is none. */
  readonly groups: Readonly<Record<string, number>>;
}

/** A round table at the moment asked about, as the viewer may know it. */
export interface RoundtableDetail extends RoundtableState {
  readonly id: string;
  readonly municipality: string;
  readonly published: boolean;
  readonly revision: number;
  readonly unnamed: Unnamed;
}

/** An organisation at the moment asked about. */
export interface ActorDetail extends ActorState {
  readonly id: string;
  readonly municipality: string;
  readonly published: boolean;
  readonly revision: number;
}
