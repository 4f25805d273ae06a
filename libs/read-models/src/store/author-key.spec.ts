import { authorKey } from './author-key.js';

describe('the key of an author', () => {
  it('is the 16 bytes of a pseudonym, each time', () => {
    const pseudonym = '0197c0de-0000-7000-8000-0000000000ff';
    const bytes = Buffer.from('0197c0de0000700080000000000000ff', 'hex');
    expect([authorKey(pseudonym), authorKey(pseudonym)]).toEqual([bytes, bytes]);
  });

  it.each([undefined, null, '', 'nobody'])('is none where there is no pseudonym: %s', (person) => {
    expect([authorKey(person), authorKey(person)]).toEqual([null, null]);
  });
});
