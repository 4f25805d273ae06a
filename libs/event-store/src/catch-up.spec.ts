import { catchUp } from './catch-up.js';
import { CommitSignal } from './commit-signal.js';
import type { RecordedEvent } from './event-store.js';
import { type Position, positionOf } from './position.js';

/** A log of which a reader sees only what is `shown`. */
class Log {
  readonly commits = new CommitSignal();
  shown = 0;
  reads = 0;
  /** Of the next page so many events at most are there yet. */
  late = Infinity;

  onCommit = this.commits.listen.bind(this.commits);

  readAll = async (after: Position | null, limit: number): Promise<RecordedEvent[]> => {
    this.reads++;
    const positions = Array.from({ length: this.shown }, (_, n) => positionOf(n + 1));
    const next = positions.filter((position) => position > (after ?? ''));
    const there = Math.min(limit, this.late);
    this.late = Infinity;
    return next.slice(0, there).map((position) => ({ position }) as RecordedEvent);
  };

  commit(place: number): void {
    this.shown = Math.max(this.shown, place);
    this.commits.emit(positionOf(place));
  }
}

const turn = (): Promise<void> => new Promise(setImmediate);

describe('catching up', () => {
  let log: Log;
  let seen: Position[];
  let end: AbortController;

  beforeEach(() => {
    log = new Log();
    seen = [];
    end = new AbortController();
  });
  afterEach(() => end.abort());

  async function follow(batch: number): Promise<void> {
    void (async () => {
      for await (const events of catchUp(log, null, batch, end.signal)) {
        seen.push(...events.map(({ position }) => position));
      }
    })();
    await turn();
  }

  it('reads once for a commit', async () => {
    await follow(10);
    const before = log.reads;
    for (const place of [1, 2, 3]) {
      log.commit(place);
      await turn();
    }
    expect(seen).toEqual([1, 2, 3].map(positionOf));
    expect(log.reads - before).toBe(3);
  });

  it('reads on behind a full page', async () => {
    log.shown = 4;
    await follow(2);
    expect(seen).toEqual([1, 2, 3, 4].map(positionOf));
  });

  it('reads on when it was told of more than a page holds', async () => {
    await follow(10);
    log.late = 1;
    log.commit(2);
    await turn();
    expect(seen).toEqual([1, 2].map(positionOf));
  });
});
