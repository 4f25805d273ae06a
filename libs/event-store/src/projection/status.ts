import type { Position } from '../position.js';

/** What a projection is doing. `parked`: level with the log, but for streams that it had to leave where they were. */
export type ProjectionLife =
  'new' | 'catching-up' | 'live' | 'retrying' | 'parked' | 'rebuilding' | 'stopped';

/** What went wrong last, and when (ISO 8601). */
export interface ProjectionFault {
  readonly message: string;
  readonly at: string;
  /** The event it was about, where it was about one. */
  readonly event?: string;
}

/** What a keeper of views says about itself. */
export interface KeptStatus {
  readonly life: Exclude<ProjectionLife, 'parked' | 'stopped'>;
  readonly fault: ProjectionFault | null;
  readonly retries: number;
  readonly rebuilding: Position | null;
}

/** The life of a projection as an operator sees it. */
export interface ProjectionStatus {
  readonly life: ProjectionLife;
  /** The last place in the log that it knows; null: none yet. */
  readonly position: Position | null;
  readonly fault: ProjectionFault | null;
  /** Streams that wait for a mended program or log. */
  readonly parked: number;
  /** Tries, since it was opened, that followed a failure. */
  readonly retries: number;
  /** The place up to which the views that are being built tell the log. */
  readonly rebuilding: Position | null;
}

/** A stream that could not be told any further: what was told before stays, all other streams go on. */
export interface ParkedStream {
  readonly stream: string;
  /** The first event that could not be told. */
  readonly event: string;
  readonly type: string;
  readonly revision: number;
  readonly error: string;
  /** ISO 8601. */
  readonly since: string;
  readonly tries: number;
}
