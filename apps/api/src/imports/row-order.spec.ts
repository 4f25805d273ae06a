import * as fc from 'fast-check';
import { rankOf, ranksAmong } from './row-order.js';

describe('the order of measures in a second edition', () => {
  it('stays where the file keeps it, and new ones go between their neighbours', () => {
    const ranks = ranksAmong([
      { id: 'new first', order: 0, rank: undefined },
      { id: 'a', order: 1, rank: rankOf(0) },
      { id: 'new', order: 2, rank: undefined },
      { id: 'b', order: 3, rank: rankOf(1) },
      { id: 'new last', order: 4, rank: undefined },
    ]);
    expect([ranks.get('a'), ranks.get('b')]).toEqual([rankOf(0), rankOf(1)]);
    expect([...ranks].sort((one, other) => one[1] - other[1]).map(([id]) => id)).toEqual([
      'new first',
      'a',
      'new',
      'b',
      'new last',
    ]);
  });

  it('is the order of the file, whatever is known', () => {
    const sibling = fc.record({
      rank: fc.option(fc.integer({ min: 0, max: 2 ** 40 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(sibling, { selector: ({ rank }) => rank ?? Symbol('none'), maxLength: 12 }),
        (some) => {
          const siblings = some.map(({ rank }, order) => ({ id: String(order), order, rank }));
          const ranks = [...ranksAmong(siblings).values()];
          expect(ranks).toEqual([...ranks].sort((one, other) => one - other));
        },
      ),
    );
  });
});
