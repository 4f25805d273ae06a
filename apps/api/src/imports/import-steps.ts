import { othersFirst } from '../reading/in-turns.js';

export type Progress = (done: number, total: number) => void;

const BREATH = 50;

/**
 * Counts the steps of an import, and lets the server answer others in between: nothing else in a long comparison
 * ever waits for anything but memory.
 */
export class ImportSteps {
  private done = 0;

  constructor(
    private readonly total: number,
    private readonly progress: Progress,
  ) {}

  async step(count = 1): Promise<void> {
    const before = this.done;
    this.done = Math.min(before + count, this.total);
    if (Math.floor(before / BREATH) === Math.floor(this.done / BREATH)) return;
    this.progress(this.done, this.total);
    await othersFirst();
  }

  finish(): void {
    this.progress(this.total, this.total);
  }
}
