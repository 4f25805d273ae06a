import { Command as BusCommand } from '@nestjs/cqrs';
import type { Viewer } from '../auth/viewer.js';
import type { Door } from './doors.js';
import type { WriteOptions } from './write-headers.js';

/** What came of a command. */
export interface Recorded {
  readonly id: string;
  /** Of the stream now; its ETag. */
  readonly revision: number;
  /** `<logId>:<position>`: reads that send it back see what was written. */
  readonly position: string;
  /** Ids of the events it recorded. */
  readonly events: readonly string[];
  /** It would have said nothing new. */
  readonly unchanged?: true;
  /** It had been carried out before, under the same key. */
  readonly repeated?: true;
}

/** The body of a command as the pipe leaves it. */
export type EntryBody = Readonly<Record<string, unknown>> & {
  readonly occurredOn?: string | null;
};

/** Asks for one event of the catalogue, whichever it is. */
export class RecordEntry extends BusCommand<Recorded> {
  constructor(
    readonly door: Door,
    /** Of the stream; undefined for what is only now created. */
    readonly id: string | undefined,
    readonly body: EntryBody,
    readonly viewer: Viewer,
    readonly options: WriteOptions = {},
  ) {
    super();
  }
}
