/** After so long a failing stream is tried again, before it waits for somebody to look at it. */
export const TRIED_AGAIN_AFTER_MS: readonly number[] = [200, 2_000, 20_000];

const FIRST_MS = 100;
const LONGEST_MS = 30_000;

/** Waits longer after each failure in a row; what it calls must not throw. */
export class BackOff {
  private failures = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly again: () => void) {}

  get waits(): boolean {
    return this.timer !== undefined;
  }

  failed(): void {
    clearTimeout(this.timer);
    const wait = Math.min(FIRST_MS * 2 ** this.failures++, LONGEST_MS);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.again();
    }, wait).unref();
  }

  /** All is well again, or nobody wants to go on. */
  clear(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.failures = 0;
  }
}

interface Waiting {
  readonly stream: string;
  readonly tries: number;
}

/** Tries failing streams again, each after its own time, and then leaves them. */
export class StreamRetries {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly afterMs: readonly number[],
    /** Must not throw. */
    private readonly retry: (stream: string) => void,
  ) {}

  /** To be called whenever the streams have changed. */
  plan(parked: readonly Waiting[]): void {
    this.clear();
    const waits = parked.flatMap(({ stream, tries }) => {
      const wait = this.afterMs[tries - 1];
      return wait === undefined ? [] : [{ stream, wait }];
    });
    const [first] = waits.sort((a, b) => a.wait - b.wait);
    if (first) this.timer = setTimeout(() => this.retry(first.stream), first.wait).unref();
  }

  clear(): void {
    clearTimeout(this.timer);
  }
}
