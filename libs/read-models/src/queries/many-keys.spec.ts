import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LowestNumbers, MarkedKeys } from './many-keys.js';

const numbers = fc.array(fc.integer({ min: -1e7, max: 1e7 }), { maxLength: 9000, size: 'max' });

describe('The lowest of many numbers', () => {
  it('are those that come first when all are sorted, however many there are', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 300 }), (all, many) => {
        const lowest = new LowestNumbers(many);
        for (const number of all) lowest.add(number);
        expect(lowest.inOrder()).toEqual(all.toSorted((a, b) => a - b).slice(0, many));
        expect(lowest.seen).toBe(all.length);
      }),
      { numRuns: 50 },
    );
  });

  it('are looked for above a bound, where one is given', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: -1e7, max: 1e7 }), (all, bound) => {
        const lowest = new LowestNumbers(50, bound);
        for (const number of all) lowest.add(number);
        const above = all.filter((number) => number > bound).toSorted((a, b) => a - b);
        expect(lowest.inOrder()).toEqual(above.slice(0, 50));
        expect(lowest.seen).toBe(above.length);
      }),
      { numRuns: 50 },
    );
  });
});

describe('Marked keys', () => {
  it('know the keys that were added, also far apart', () => {
    const marked = new MarkedKeys();
    for (const key of [3, 70_000, 2_000_000]) marked.add(key);
    expect(marked.keys).toEqual([3, 70_000, 2_000_000]);
    expect([3, 4, 70_000, 2_000_000, 9_000_000].map((key) => marked.has(key))).toEqual([
      true,
      false,
      true,
      true,
      false,
    ]);
  });
});
