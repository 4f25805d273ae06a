import { threeWay } from './three-way.js';

const base = { budget: 1, text: { title: 'Trees', teaser: 'Many' } };

describe('a second import', () => {
  it('takes what only the file changed', () => {
    const theirs = { budget: 2, text: { title: 'Trees', teaser: 'Many more', goal: '300' } };
    expect(threeWay(base, base, theirs)).toEqual({ data: theirs, kept: [] });
  });

  it('keeps what only a person changed', () => {
    const mine = { budget: 1, text: { title: 'Street trees', teaser: 'Many' } };
    expect(threeWay(base, mine, base)).toEqual({ data: mine, kept: [] });
  });

  it('keeps the word of the person where both changed it, and names the field', () => {
    const mine = { budget: 1, text: { title: 'Street trees', teaser: 'Many' } };
    const theirs = { budget: 1, text: { title: 'Park trees', teaser: 'Few' } };
    expect(threeWay(base, mine, theirs)).toEqual({
      data: { budget: 1, text: { title: 'Street trees', teaser: 'Few' } },
      kept: ['text.title'],
    });
  });

  it('sees no conflict where both changed it to the same', () => {
    const both = { budget: 7, text: { title: 'Trees', teaser: 'Many' } };
    expect(threeWay(base, both, both)).toEqual({ data: both, kept: [] });
  });

  it('takes out what the file left out, unless a person changed it', () => {
    expect(threeWay(base, base, { text: { title: 'Trees' } }).data).toEqual({
      text: { title: 'Trees' },
    });
  });
});
