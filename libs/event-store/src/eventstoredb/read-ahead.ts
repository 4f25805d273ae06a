import type { RecordedEvent } from '../event-store.js';
import type { Position } from '../position.js';
import type { Each } from './drained.js';

/** Whoever asks for less does not read the whole log. */
const LEAST = 100;
/** Of one call: each costs a server as much as some hundred events. */
const MOST_EVENTS = 8_000;
const MOST_BYTES = 8_000_000;
const SAMPLE = 8;
/** So many times as much as the call before. */
const FASTER = 4;

export interface Source {
  /** So many events at most behind a place; tries until it works. */
  read(after: Position | null, limit: number): Promise<RecordedEvent[]>;
  /** The same in one try, each event as it comes. */
  walk(after: Position, limit: number, each: Each<RecordedEvent>): Promise<void>;
  /** What else the answers depend on. */
  version(): number;
}

/**
 * Whoever reads the log page by page finds the next pages on their way already. Only full pages are given from them: such a page can
 * never become another one, while behind a short one something may have been written since.
 */
export class ReadAhead {
  private line: Line | undefined;

  constructor(private readonly source: Source) {}

  async page(after: Position | null, limit: number): Promise<RecordedEvent[]> {
    if (limit < LEAST) return this.source.read(after, limit);
    await this.lineAt(after)?.has(limit);
    // Asked again: while it waited, another may have taken the page, or a text may have been taken out.
    return this.lineAt(after)?.take(limit) ?? (await this.begin(after, limit));
  }

  stop(): void {
    this.line?.stop();
    this.line = undefined;
  }

  private lineAt(after: Position | null): Line | undefined {
    const { line } = this;
    return line?.at === after && line?.version === this.source.version() ? line : undefined;
  }

  private async begin(after: Position | null, limit: number): Promise<RecordedEvent[]> {
    this.stop();
    const version = this.source.version();
    const page = await this.source.read(after, limit);
    if (page.length === limit) this.line = new Line(this.source, page, version);
    return page;
  }
}

/** The events behind a page, as they come in calls that grow. */
class Line {
  at: Position;
  private end: Position;
  private there: RecordedEvent[] = [];
  private count: number;
  private readonly most: number;
  private isReading = false;
  /** What is there is all that will come. */
  private isOver = false;
  private came = Promise.withResolvers<void>();

  constructor(
    private readonly source: Source,
    page: readonly RecordedEvent[],
    readonly version: number,
  ) {
    this.at = this.end = page.at(-1)!.position;
    this.count = page.length;
    this.most = mostLike(page);
    this.goOn();
  }

  /** Waits until there are so many, or no more will come. */
  async has(count: number): Promise<void> {
    while (this.there.length < count && this.isReading) await this.came.promise;
  }

  take(count: number): RecordedEvent[] | undefined {
    if (this.there.length < count) return undefined;
    const page = this.there.splice(0, count);
    this.at = page.at(-1)!.position;
    this.goOn();
    return page;
  }

  stop(): void {
    this.isOver = true;
  }

  private goOn(): void {
    if (this.isReading || this.isOver || this.there.length > this.count / 2) return;
    this.isReading = true;
    this.count = Math.max(this.count, Math.min(this.count * FASTER, this.most));
    void this.call(this.count);
  }

  private async call(count: number): Promise<void> {
    let taken = 0;
    try {
      await this.source.walk(this.end, count, (event) => {
        if (this.isOver) return 'enough';
        taken++;
        this.end = event.position;
        if (this.there.push(event) % LEAST === 0) this.tell();
        return undefined;
      });
    } catch {
      // What went wrong is found again, or not, by asking anew.
    }
    this.isReading = false;
    this.isOver ||= taken < count;
    this.goOn();
    this.tell();
  }

  private tell(): void {
    this.came.resolve();
    this.came = Promise.withResolvers();
  }
}

/** So many as can be held, if all are as large as these. */
function mostLike(page: readonly RecordedEvent[]): number {
  const sample = page.slice(0, SAMPLE);
  const bytes = sample.reduce((sum, { data }) => sum + JSON.stringify(data).length, 0);
  return Math.floor(Math.min(MOST_EVENTS, (MOST_BYTES * sample.length) / Math.max(1, bytes)));
}
