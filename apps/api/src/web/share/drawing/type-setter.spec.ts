import { TypeSetter } from './type-setter.js';

const setter = new TypeSetter(600);

describe('words set in type', () => {
  it('keep what the font can show, in whatever writing', () => {
    for (const text of [
      'Größe: „Straßen“ – 1.200 m² CO₂, ≥ 50 % → ½ €',
      'Łódź, Besançon, Škoda, İzmir, Ørsted',
      'Ωμέγα, Привет, ქართული',
      'مرحبا بالعالم',
      'שלום',
    ]) {
      expect(setter.drawable(text).replaceAll('\u00A0', ' ')).toBe(text.normalize('NFC'));
    }
  });

  it('leave out what would be an empty box, and no more than that', () => {
    expect(setter.drawable('Klimagarten 🌱👩‍🌾 für alle ✨')).toBe('Klimagarten für alle');
    expect(setter.drawable('Stufe 1️⃣: Gar\u00ADten\u200B\uFEFF\n\tim Hof\u0007')).toBe(
      'Stufe 1: Garten im Hof',
    );
    expect(setter.drawable('🌱🌱')).toBe('');
    expect(setter.outline('')).toBe('');
  });

  it('join Arabic letters, and stand from right to left between others', () => {
    const [word, letters] = ['مرحبا', [...'مرحبا']];
    const apart = letters.reduce((sum, letter) => sum + setter.widthOf(letter, 100), 0);
    expect(setter.widthOf(word, 100)).toBeLessThan(apart);
    const startOf = (text: string) => setter.outline(text).slice(0, 60);
    // The second word of a line of Hebrew stands left of the first.
    expect(startOf('שלום עולם')).toBe(startOf('עולם'));
    expect(startOf('Haus שלום')).toBe(startOf('Haus'));
  });

  it('keep a number with what it counts', () => {
    const { lines } = setter.wrap('Noch 104 Maßnahmen', 60, { width: 300, lines: 4 });
    expect(lines).toEqual(['Noch', '104\u00A0Maß-', 'nahmen']);
  });
});
