/** Does work one piece after the other, in the order in which it came; what fails holds up nothing behind it. */
export class OneByOne {
  private last: Promise<unknown> = Promise.resolve();

  /** Rejects with what `work` rejects with. */
  do<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
