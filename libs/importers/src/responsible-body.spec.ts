import { responsibleBody } from './responsible-body.js';

describe('the name of a responsible body', () => {
  it.each([
    'Dezernat V - Umwelt, Grün, Energie',
    'Stadtwerke Mainz e. V.',
    'Amt 61, Abt. Verkehr',
    'Mainzer Mobilität, Stadtrat und Stadtverwaltung',
  ])('is %s as it stands', (said) => {
    expect(responsibleBody(said)).toEqual({ name: said, split: false });
  });

  it('is the first line of several', () => {
    expect(responsibleBody('Bauamt\r\nFriedenstraße 40', 'Weil.')).toEqual({
      name: 'Bauamt',
      explanation: 'Bauamt\r\nFriedenstraße 40\n\nWeil.',
      split: true,
    });
  });

  it('is cut when it is longer than a name may be', () => {
    const said = 'Verein '.repeat(40).trim();
    const { name, explanation } = responsibleBody(said);
    expect(name.length).toBeLessThanOrEqual(200);
    expect(name.endsWith('…')).toBe(true);
    expect(explanation).toBe(said);
  });
});
