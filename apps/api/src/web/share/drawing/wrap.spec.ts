import fc from 'fast-check';
import { wrap, type Frame } from './wrap.js';

const SOFT_HYPHEN = '\u00AD';
/** Every sign is as wide as the next; words fall into syllables of three. */
const frame = (width: number, lines: number): Frame => ({
  ...{ width, lines },
  measure: (text) => [...text].length,
  hyphenate: (word) => word.replaceAll(/(...)(?=.)/gu, `$1${SOFT_HYPHEN}`),
});

describe('a text in lines', () => {
  it('divides no word that fits on a line', () => {
    const { lines, split } = wrap('Bäume für die Schulhöfe', frame(12, 4));
    expect(lines).toEqual(['Bäume für', 'die', 'Schulhöfe']);
    expect(split).toBe(false);
  });

  it('divides a word that is longer than a line, behind what stands there already', () => {
    const { lines, split } = wrap('Die Wärmeplanungen', frame(10, 4));
    expect(lines).toEqual(['Die Wär-', 'meplanung-', 'en']);
    expect(split).toBe(true);
  });

  it('breaks after the hyphens and strokes of a word first', () => {
    const { lines } = wrap('Otto-Hahn-Schule und Klima-/Umweltamt', frame(14, 6));
    expect(lines).toEqual(['Otto-Hahn-', 'Schule und', 'Klima-/', 'Umweltamt']);
  });

  it('says by „…“ that there is more', () => {
    const { lines, cut } = wrap('eins zwei drei vier', frame(6, 2));
    expect(lines).toEqual(['eins', 'zwei…']);
    expect(cut).toBe(true);
  });

  it('keeps to its width and its lines, and loses nothing where it all fits', () => {
    const text = fc.array(fc.string({ minLength: 1, maxLength: 30 }), { maxLength: 12 });
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 4, max: 40 }),
        fc.integer({ min: 1, max: 6 }),
        (words, width, most) => {
          const whole = words.join(' ');
          const { lines, cut, split } = wrap(whole, frame(width, most));
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect([...line].length).toBeLessThanOrEqual(width);
          if (!cut && !split) {
            const plain = (said: string) => said.replaceAll(/[ \n]/g, '');
            expect(plain(lines.join(''))).toBe(plain(whole));
          }
        },
      ),
    );
  });
});
