import type { Position } from '../position.js';

/** Where an event lies; null is what cannot be read there. */
export interface EventPlace {
  readonly position: Position;
  readonly stream: string | null;
  readonly revision: number | null;
  readonly id: string | null;
}

/** `damaged`, `no-log`, `other-structure`, `name`, `sequence`, `idle-stream`, `wal`, `journal`: the file. The rest: one event. */
export type LogFaultCode =
  | 'damaged'
  | 'no-log'
  | 'other-structure'
  | 'name'
  | 'sequence'
  | 'idle-stream'
  | 'wal'
  | 'journal'
  | 'no-stream'
  | 'revision'
  | 'not-text'
  | 'not-json'
  | 'not-canonical'
  | 'not-storable';

/** Something in a log file that no log writes. */
export interface LogFault {
  readonly code: LogFaultCode;
  /** Of the event it is about. */
  readonly at?: EventPlace;
  /** In English, for whoever looks closer. */
  readonly detail: string;
}
