import type { RecordedEvent } from '../event-store.js';
import type { Position } from '../position.js';

/** Whoever asks for less does not read the whole log. */
const LEAST = 100;
/** Of a chunk: each call of a server costs as much as some hundred events. */
const MOST_EVENTS = 4_000;
const MOST_BYTES = 8_000_000;
const SAMPLE = 8;

type Read = (after: Position | null, limit: number) => Promise<RecordedEvent[]>;

interface Ahead {
  readonly after: Position;
  readonly count: number;
  /** What else the answer depends on. */
  readonly version: number;
  readonly chunk: Promise<RecordedEvent[]>;
}

/**
 * Whoever reads the log page by page finds the next pages on their way already, in chunks that grow as they go on. Only full pages are
 * given from them: such a page can never become another one, while behind a short one something may have been written since.
 */
export class ReadAhead {
  private after: Position | null = null;
  private there: RecordedEvent[] = [];
  private version = 0;
  private ahead: Ahead | undefined;

  constructor(
    private readonly read: Read,
    private readonly versionNow: () => number,
  ) {}

  async page(after: Position | null, limit: number): Promise<RecordedEvent[]> {
    if (limit < LEAST) return this.read(after, limit);
    if (!this.isThere(after, limit)) await this.fetch(after, limit);
    const page = this.there.slice(0, limit);
    this.there = this.there.slice(limit);
    this.after = page.at(-1)?.position ?? after;
    return page;
  }

  private isThere(after: Position | null, limit: number): boolean {
    return this.after === after && this.there.length >= limit && this.version === this.versionNow();
  }

  private async fetch(after: Position | null, limit: number): Promise<void> {
    const { ahead } = this;
    this.ahead = undefined;
    this.version = this.versionNow();
    const taken =
      ahead?.after === after && ahead.version === this.version
        ? // What went wrong with it is found again, or not, by asking anew.
          await ahead.chunk.catch(() => [])
        : [];
    const isTaken = taken.length >= limit;
    this.there = isTaken ? taken : await this.read(after, limit);
    const count = isTaken ? ahead!.count : limit;
    if (this.there.length === count) this.begin(chunkAfter(this.there, limit));
  }

  private begin(count: number): void {
    const after = this.there.at(-1)!.position;
    const chunk = this.read(after, count);
    chunk.catch(() => undefined);
    this.ahead = { after, count, version: this.version, chunk };
  }
}

/** Twice as many as before, in whole pages, as long as they are not too large to be held. */
function chunkAfter(chunk: readonly RecordedEvent[], limit: number): number {
  const sample = chunk.slice(0, SAMPLE);
  const bytes = sample.reduce((sum, { data }) => sum + JSON.stringify(data).length, 0);
  const most = Math.min(MOST_EVENTS, MOST_BYTES / Math.max(1, bytes / sample.length));
  const pages = Math.floor(Math.min(chunk.length * 2, most) / limit);
  return Math.max(1, pages) * limit;
}
