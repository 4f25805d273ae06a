/** Keeps values in memory up to so many bytes; those that were not asked for the longest go first. */
export class RecentlyAsked<Value> {
  private readonly values = new Map<string, Value>();
  private bytes = 0;

  constructor(
    private readonly most: number,
    private readonly sizeOf: (key: string, value: Value) => number,
  ) {}

  get(key: string): Value | undefined {
    const value = this.values.get(key);
    if (value === undefined) return undefined;
    // The order of a map is that of its insertions.
    this.values.delete(key);
    this.values.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.delete(key);
    this.values.set(key, value);
    this.bytes += this.sizeOf(key, value);
    for (const oldest of this.values.keys()) {
      if (this.bytes <= this.most) return;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const value = this.values.get(key);
    if (value === undefined) return;
    this.values.delete(key);
    this.bytes -= this.sizeOf(key, value);
  }
}
