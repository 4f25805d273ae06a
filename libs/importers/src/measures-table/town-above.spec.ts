import { readImport } from '../read-import.js';

const read = (above: string) => {
  const text = `${above};;\nNr.;Maßnahme;Stand\n1;Radwege;läuft\n`;
  const { municipalities } = readImport(new TextEncoder().encode(text), {
    fileName: 'massnahmen.csv',
    today: '2026-11-20',
  });
  return municipalities.map(({ name, named }) => [name, named]);
};

describe('the title above a list', () => {
  it.each([
    ['Klimaschutzmaßnahmen der Stadt Grünberg', 'Grünberg'],
    ['Maßnahmenliste Gemeinde Neustadt am Berg, Stand 30.4.2024', 'Neustadt am Berg'],
    ['Landkreis Gießen – Klimaschutzkonzept', 'Gießen'],
    ['Universitätsstadt Marburg', 'Marburg'],
  ])('%s suggests the town %s, and does not say for sure', (above, name) =>
    expect(read(above)).toEqual([[name, false]]),
  );

  it.each(['Maßnahmen der Stadt', 'Stadt Klimaschutzkonzept', 'Innenstadt Nord', 'Klimaplan 2030'])(
    '%s names none',
    (above) => expect(read(above)).toEqual([['Massnahmen', false]]),
  );
});
