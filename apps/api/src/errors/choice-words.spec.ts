import { choiceWord } from './choice-words.js';

const action = '/de/kommunen/musterstadt/massnahmen/1/eintrag';

describe('what was sent in a form that was turned away', () => {
  it('is told in the words of its choices', () => {
    expect(choiceWord('de', { action, name: 'decidesFinally', value: 'yes' })).not.toBe('yes');
  });

  it.each(['constructor', 'toString', '__proto__'])(
    'is told as it was typed, also in a field named %s',
    (name) => {
      expect(choiceWord('de', { action, name, value: 'x' })).toBe('x');
    },
  );
});
