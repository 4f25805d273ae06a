const SOME = 4096;

/** The lowest of many numbers, without sorting all of them. */
export class LowestNumbers {
  /** How many there were. */
  seen = 0;
  private held: number[] = [];
  /** No number from here on can be among the lowest any more. */
  private bound = Infinity;

  /** `many` are wanted, of those above `above`. */
  constructor(
    private readonly many: number,
    private readonly above = -Infinity,
  ) {}

  add(number: number): void {
    if (number <= this.above) return;
    this.seen++;
    if (number >= this.bound) return;
    if (this.held.push(number) > 2 * this.many + SOME) this.keepLowest();
  }

  inOrder(): readonly number[] {
    this.keepLowest();
    return this.held;
  }

  private keepLowest(): void {
    this.held = Array.from(Float64Array.from(this.held).sort().subarray(0, this.many));
    if (this.held.length === this.many) this.bound = this.held.at(-1) as number;
  }
}

/** Keys of which one can ask whether they are among them. */
export class MarkedKeys {
  readonly keys: number[] = [];
  private marks = new Uint8Array(1 << 16);

  get size(): number {
    return this.keys.length;
  }

  add(key: number): void {
    if (key >= this.marks.length) this.makeRoom(key);
    this.marks[key] = 1;
    this.keys.push(key);
  }

  has(key: number): boolean {
    return this.marks[key] === 1;
  }

  private makeRoom(key: number): void {
    const marks = new Uint8Array(Math.max(2 * this.marks.length, key + 1));
    marks.set(this.marks);
    this.marks = marks;
  }
}
