import { measureOfText, nthOfText } from './measure-pack.js';
import { OPEN } from './schema.js';
import { larger, TwoTimeRows } from './two-time-rows.js';

/** So many numbers of texts, and letters that ask for them, are kept of the last searches. */
const MOST_KEPT = 2 ** 20;

/** When the texts of measures hold, in memory, and what was found in them lately. */
export class TextIndex {
  private readonly rows = new TwoTimeRows(0);
  /** By the key of a measure, the place of its first text. */
  private first = new Int32Array(1024);
  private readonly lately = new Map<string, readonly number[]>();
  private kept = 0;

  /** The texts of a measure, in the order in which they are numbered. */
  put(measure: number, pack: Uint8Array): void {
    if (measure >= this.first.length) this.first = larger(this.first, measure + 1);
    this.first[measure] = this.rows.used;
    this.rows.add(pack);
  }

  /** To be called when texts have changed: other searches find them now. */
  forgetFound(): void {
    this.lately.clear();
    this.kept = 0;
  }

  /** What was found lately for the same question, or is found now: other pages, days and filters ask for the same words. */
  found(asked: string, find: () => readonly number[]): readonly number[] {
    const known = this.lately.get(asked);
    const texts = known ?? find();
    // What was asked for last is the last to go.
    this.lately.delete(asked);
    this.lately.set(asked, texts);
    if (!known) this.kept += asked.length + texts.length;
    for (const [oldest, { length }] of this.lately) {
      if (this.kept <= MOST_KEPT) break;
      this.lately.delete(oldest);
      this.kept -= oldest.length + length;
    }
    return texts;
  }

  /** The measures of those of these texts that hold on a day. `knownAt` absent: as is known now. */
  measuresOn(texts: readonly number[], day: number, knownAt = OPEN - 1): number[] {
    const { rows, first } = this;
    const measures: number[] = [];
    for (const text of texts) {
      const measure = measureOfText(text);
      const row = (first[measure] as number) + nthOfText(text);
      if (rows.rowOn(row, row + 1, day, knownAt) === row) measures.push(measure);
    }
    return measures;
  }
}
