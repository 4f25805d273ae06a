import { onlySeen, streamsNamed } from './named-streams.js';

const vote = {
  organ: 'o',
  plan: { plan: 'p', scope: 'FULL' },
  effects: [
    { measure: 'a', effect: 'ADOPTS' },
    { measure: 'b', effect: 'ADOPTS' },
  ],
  text: { title: 'Beschluss', measure: 'typed' },
};

describe('the streams that an entry names', () => {
  it('are found at any depth, under any name, in corrections too, but not in what was typed', () => {
    expect(streamsNamed(vote)).toEqual(['plan-p', 'measure-a', 'measure-b']);
    expect(streamsNamed({ measures: ['a', 'b'], into: 'c' })).toEqual([
      'measure-a',
      'measure-b',
      'measure-c',
    ]);
    expect(streamsNamed({ measure: 'a', into: ['b'] })).toEqual(['measure-a', 'measure-b']);
    const correction = { entry: 'e', replacement: { measure: 'a', by: 'b' } };
    expect(streamsNamed(correction)).toEqual(['measure-a', 'measure-b']);
  });

  it('can be left out, with the part that names them', () => {
    const { plan, ...rest } = vote;
    const [first] = vote.effects;
    expect(onlySeen(vote, new Set(['measure-a']))).toEqual({ ...rest, effects: [first] });
    expect(onlySeen(vote, new Set(streamsNamed(vote)))).toEqual(vote);
    const corrected = { entry: 'e', replacement: vote };
    expect(onlySeen(corrected, new Set(['plan-p']))).toEqual({
      entry: 'e',
      replacement: { ...rest, plan, effects: [] },
    });
    const split = { measure: 'a', into: ['b', 'c'], edition: 'e' };
    expect(onlySeen(split, new Set(['measure-c']))).toEqual({ into: ['c'], edition: 'e' });
  });
});
