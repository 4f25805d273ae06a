import { RecentlyAsked } from './recently-asked.js';

const lengths = (most: number) => new RecentlyAsked<string>(most, (_key, value) => value.length);

describe('what was asked for recently', () => {
  it('is kept as long as there is room; what was not asked for the longest goes first', () => {
    const kept = lengths(6);
    kept.set('a', 'aa');
    kept.set('b', 'bb');
    kept.set('c', 'cc');
    kept.get('a');
    kept.set('d', 'dd');
    expect(['a', 'b', 'c', 'd'].map((key) => kept.get(key))).toEqual(['aa', undefined, 'cc', 'dd']);
  });

  it('makes room where a value takes the place of another, or is taken away', () => {
    const kept = lengths(6);
    kept.set('a', 'aaaaaa');
    kept.set('a', 'a');
    kept.set('b', 'bbb');
    kept.delete('a');
    kept.set('c', 'ccc');
    expect(['a', 'b', 'c'].map((key) => kept.get(key))).toEqual([undefined, 'bbb', 'ccc']);
  });

  it('holds nothing that is too large by itself', () => {
    const kept = lengths(2);
    kept.set('a', 'aaa');
    expect(kept.get('a')).toBeUndefined();
  });
});
