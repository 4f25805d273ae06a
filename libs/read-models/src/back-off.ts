/** After so long a failing stream is tried again before it is parked for good. */
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
