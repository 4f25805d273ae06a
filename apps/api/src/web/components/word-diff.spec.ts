import fc from 'fast-check';
import { wordDiff } from './word-diff.js';

const text = fc
  .array(fc.constantFrom('Baum', 'Hecke', 'die', 'und', 'Ä', '.', '\n', ' '), { maxLength: 40 })
  .map((words) => words.join(' '));

describe('the words that changed', () => {
  it('are marked where they stand', () => {
    expect(wordDiff('Wir pflanzen zehn Bäume.', 'Wir pflanzen zwanzig Bäume.')).toEqual([
      { kind: 'same', text: 'Wir pflanzen ' },
      { kind: 'old', text: 'zehn' },
      { kind: 'new', text: 'zwanzig' },
      { kind: 'same', text: ' Bäume.' },
    ]);
  });

  it('of texts that have little in common are all of them', () => {
    const words = (prefix: string) => Array.from({ length: 900 }, (_, n) => prefix + n).join(' ');
    const runs = wordDiff(words('a'), words('b'));
    expect(runs).toEqual([
      { kind: 'old', text: words('a') },
      { kind: 'new', text: words('b') },
    ]);
  });

  it('lead from any text to any other', () => {
    fc.assert(
      fc.property(text, text, (from, to) => {
        const all = wordDiff(from, to);
        const cut = all.some(({ text: words }) => words.includes('…'));
        const side = (kind: 'old' | 'new') =>
          all
            .flatMap((run) => (run.kind === 'same' || run.kind === kind ? [run.text] : []))
            .join('');
        if (!cut) expect([side('old'), side('new')]).toEqual([from, to]);
        expect(all.some(({ kind }) => kind !== 'same')).toBe(from !== to);
      }),
    );
  });
});
