import { OPEN } from '../store/schema.js';

/** A value that holds on the days [from, to). */
export interface Segment<T> {
  readonly from: number;
  readonly to: number;
  readonly value: T;
}

/** A segment, and the instants [knownFrom, knownTo) at which we saw it so. */
export interface Rectangle<T> extends Segment<T> {
  readonly knownFrom: number;
  knownTo: number;
}

/**
 * Lays the segments of each knowledge step on top of those before. A segment that is exactly the same
 * again goes on; every other one ends what it lies on. So the rectangles follow from the history
 * alone, however it was cut into batches.
 */
export class Rectangles<T> {
  readonly all: Rectangle<T>[] = [];
  private open: Rectangle<T>[] = [];

  constructor(private readonly same: (a: T, b: T) => boolean) {}

  /** `segments` in ascending order, without overlap. */
  know(knownFrom: number, segments: readonly Segment<T>[]): void {
    const open: Rectangle<T>[] = [];
    let at = 0;
    for (const segment of segments) {
      for (; (this.open[at]?.from ?? Infinity) < segment.from; at++) this.end(at, knownFrom);
      const before = this.open[at];
      if (before?.from === segment.from) {
        at++;
        if (before.to === segment.to && this.same(before.value, segment.value)) {
          open.push(before);
          continue;
        }
        before.knownTo = knownFrom;
      }
      const { from, to, value } = segment;
      const rectangle = { from, to, value, knownFrom, knownTo: OPEN };
      this.all.push(rectangle);
      open.push(rectangle);
    }
    for (; at < this.open.length; at++) this.end(at, knownFrom);
    this.open = open;
  }

  /** What is known now, in order of days. */
  get present(): readonly Rectangle<T>[] {
    return this.open;
  }

  private end(at: number, knownTo: number): void {
    (this.open[at] as Rectangle<T>).knownTo = knownTo;
  }
}

/** The value on a day, in segments of ascending order. */
export const valueOn = <T>(segments: readonly Segment<T>[], day: number): T | undefined =>
  segments.find(({ from, to }) => from <= day && day < to)?.value;
