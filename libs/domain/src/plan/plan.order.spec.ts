import fc from 'fast-check';
import { RANK_STEP, type Ranked, ranksToPlace } from './plan.order.js';

const written = (siblings: readonly Ranked[], ranks: readonly Ranked[]): Ranked[] => {
  const all = new Map([...siblings, ...ranks].map(({ id, rank }) => [id, rank]));
  return [...all].map(([id, rank]) => ({ id, rank })).sort((a, b) => a.rank - b.rank);
};

describe('placing something in an order', () => {
  it('writes one rank where there is room', () => {
    const siblings = [
      { id: 'a', rank: RANK_STEP },
      { id: 'b', rank: 2 * RANK_STEP },
    ];
    expect(ranksToPlace(siblings, 'x', 1)).toEqual([{ id: 'x', rank: 1.5 * RANK_STEP }]);
    expect(ranksToPlace(siblings, 'x', 2)).toEqual([{ id: 'x', rank: 3 * RANK_STEP }]);
    expect(ranksToPlace(siblings, 'x', 0)).toEqual([{ id: 'x', rank: 0 }]);
    expect(ranksToPlace([], 'x', 0)).toEqual([{ id: 'x', rank: RANK_STEP }]);
  });

  it('spreads all anew where the gap is used up, or ranks are the same', () => {
    const crowded = [
      { id: 'a', rank: 1 },
      { id: 'b', rank: 2 },
      { id: 'c', rank: 2 },
    ];
    expect(ranksToPlace(crowded, 'x', 1).map(({ id }) => id)).toEqual(['a', 'x', 'b', 'c']);
    expect(ranksToPlace(crowded, 'x', 2)).toHaveLength(4);
  });

  it('always leads to the order that was wished for, however often things are moved', () => {
    const moves = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(moves, (wished) => {
        let order: Ranked[] = Array.from({ length: 6 }, (_, n) => ({ id: `${n}`, rank: n }));
        for (const [from, to] of wished) {
          const moved = order[from % order.length] as Ranked;
          const siblings = order.filter(({ id }) => id !== moved.id);
          const index = to % order.length;
          const wanted = siblings.map(({ id }) => id).toSpliced(index, 0, moved.id);
          order = written(siblings, ranksToPlace(siblings, moved.id, index));
          expect(order.map(({ id }) => id)).toEqual(wanted);
          expect(new Set(order.map(({ rank }) => rank)).size).toBe(order.length);
        }
      }),
    );
  });

  it('needs about twenty moves into the same gap before others have to move too', () => {
    let order: Ranked[] = [
      { id: 'a', rank: RANK_STEP },
      { id: 'b', rank: 2 * RANK_STEP },
    ];
    let moves = 0;
    for (; ; moves += 1) {
      const ranks = ranksToPlace(order, `x${moves}`, 1);
      if (ranks.length > 1) break;
      order = written(order, ranks);
    }
    expect(moves).toBe(20);
  });
});
