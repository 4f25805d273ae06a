import { once, EventEmitter } from 'node:events';

export interface NewRecord {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface StoredRecord extends NewRecord {
  readonly stream: string;
  readonly revision: number;
  /** Its place in `$all`. Positions have gaps, as bytes in a file do (seen on a 24.2 server). */
  readonly position: number;
  readonly created: Date;
}

interface StreamRecords {
  readonly records: StoredRecord[];
  /** Revisions before this one were deleted. */
  from: number;
  tombstone: boolean;
}

const RECORD_OVERHEAD = 120;

/** What the nodes of one cluster hold in common: the events, in streams and in one order. */
export class ServerLog {
  readonly all: StoredRecord[] = [];
  readonly #streams = new Map<string, StreamRecords>();
  readonly #growth = new EventEmitter().setMaxListeners(0);
  /** Ids of late, by stream; lost when the server that holds them ends (seen on a 24.2 server). */
  readonly #recent = new Map<string, StoredRecord>();
  #end = 0;

  store(stream: string, events: readonly NewRecord[]): StoredRecord[] {
    const { records } = this.#existing(stream);
    const stored = events.map((event) => {
      const record = {
        ...event,
        stream,
        revision: records.length,
        position: this.#end,
        created: new Date(),
      };
      this.#end += RECORD_OVERHEAD + event.data.length + event.metadata.length + stream.length;
      records.push(record);
      this.all.push(record);
      this.#recent.set(`${event.id} ${stream}`, record);
      return record;
    });
    this.#growth.emit('growth');
    return stored;
  }

  /** The revision of the last event; null where nobody has written or everything was deleted. */
  current(stream: string): number | null {
    const found = this.#streams.get(stream);
    return found && found.records.length > found.from ? found.records.length - 1 : null;
  }

  /** Where an exact expectation has to point: revisions go on behind what was deleted (seen on a 24.2 server). */
  next(stream: string): number {
    return this.#streams.get(stream)?.records.length ?? 0;
  }

  at(stream: string, revision: number): StoredRecord | undefined {
    return this.#streams.get(stream)?.records[revision];
  }

  recent(stream: string, id: string): StoredRecord | undefined {
    return this.#recent.get(`${id} ${stream}`);
  }

  forgetRecentIds(): void {
    this.#recent.clear();
  }

  read(stream: string): readonly StoredRecord[] {
    const found = this.#streams.get(stream);
    return found ? found.records.slice(found.from) : [];
  }

  deleted(stream: string): boolean {
    return this.#streams.get(stream)?.tombstone ?? false;
  }

  /** A soft delete: the events are gone, the name is not. */
  truncate(stream: string): void {
    const found = this.#existing(stream);
    found.from = found.records.length;
  }

  /** A hard delete: the name is dead for ever. */
  bury(stream: string): void {
    this.truncate(stream);
    this.#existing(stream).tombstone = true;
  }

  async growth(signal: AbortSignal): Promise<void> {
    await once(this.#growth, 'growth', { signal });
  }

  #existing(stream: string): StreamRecords {
    const found = this.#streams.get(stream) ?? { records: [], from: 0, tombstone: false };
    this.#streams.set(stream, found);
    return found;
  }
}
