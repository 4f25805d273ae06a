import type { RecordedEvent } from '../event-store.js';

/** The beginning of a stream: every id in it up to its last event at that moment. It can only have grown since. */
export interface KnownStream {
  /** -1: there was none. */
  readonly head: number;
  readonly ids: ReadonlySet<string>;
}

interface Seen {
  readonly head: number;
  readonly ids: Set<string>;
  readonly at: number;
}

/** Longer ago, another node is likelier to have written. */
const FRESH_MS = 1_000;
const MOST = 2_000;

/**
 * What was read of late, or written by ourselves. A command has just read its stream when it appends: reading it again, only to look
 * whether its ids are known, would halve the speed of writing.
 */
export class KnownStreams {
  private readonly seen = new Map<string, Seen>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** The whole stream, as it was just read. */
  read(stream: string, history: readonly RecordedEvent[]): void {
    this.keep(stream, history.at(-1)?.revision ?? -1, new Set(history.map(({ id }) => id)));
  }

  written(stream: string, ids: readonly string[], revision: number): void {
    const before = this.seen.get(stream);
    if (before?.head !== revision - ids.length) return this.forget(stream);
    for (const id of ids) before.ids.add(id);
    this.keep(stream, revision, before.ids);
  }

  find(stream: string): KnownStream | undefined {
    const seen = this.seen.get(stream);
    return seen && this.now() - seen.at < FRESH_MS ? seen : undefined;
  }

  forget(stream: string): void {
    this.seen.delete(stream);
  }

  private keep(stream: string, head: number, ids: Set<string>): void {
    this.seen.delete(stream);
    this.seen.set(stream, { head, ids, at: this.now() });
    for (const [oldest, { at }] of this.seen) {
      if (this.seen.size <= MOST && this.now() - at < FRESH_MS) break;
      this.seen.delete(oldest);
    }
  }
}
