/** The row that took each key. */
export class RowKeys extends Map<string, string> {
  private readonly last = new Map<string, number>();

  /** A key that is free, for a row that has the same number or title as another. */
  numbered(value: string): string {
    // Goes on where the last search ended: in a list all rows may be called alike.
    for (let n = (this.last.get(value) ?? 1) + 1; ; n += 1) {
      const key = `${value} #${n}`;
      if (this.has(key)) continue;
      this.last.set(value, n);
      return key;
    }
  }
}
