import type { RecordedEvent } from '../event-store.js';
import type { Position } from '../position.js';

/** Whoever asks for less does not read the whole log. */
const LEAST = 100;

type Read = (after: Position | null, limit: number) => Promise<RecordedEvent[]>;

interface Ahead {
  readonly after: Position;
  readonly limit: number;
  /** What else the answer depends on. */
  readonly version: number;
  readonly page: Promise<RecordedEvent[]>;
}

/**
 * Whoever reads the log page by page finds the next one on its way already. Only a full page is used: it can never become another
 * one, while behind a short one something may have been written since.
 */
export class ReadAhead {
  private ahead: Ahead | undefined;

  constructor(
    private readonly read: Read,
    private readonly version: () => number,
  ) {}

  async after(after: Position | null, limit: number): Promise<RecordedEvent[]> {
    const page = (await this.taken(after, limit)) ?? (await this.read(after, limit));
    const last = page.at(-1);
    if (last && page.length === limit && limit >= LEAST) this.begin(last.position, limit);
    return page;
  }

  private async taken(after: Position | null, limit: number): Promise<RecordedEvent[] | undefined> {
    const { ahead } = this;
    this.ahead = undefined;
    if (ahead?.after !== after || ahead.limit !== limit) return undefined;
    // What went wrong with it is found again, or not, by asking anew.
    const page = await ahead.page.catch(() => []);
    return page.length === limit && ahead.version === this.version() ? page : undefined;
  }

  private begin(after: Position, limit: number): void {
    const page = this.read(after, limit);
    page.catch(() => undefined);
    this.ahead = { after, limit, version: this.version(), page };
  }
}
