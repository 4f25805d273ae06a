import { importing, measuresOf, reasonsOf } from '../testing/files.js';
import { workbook } from '../testing/workbook.js';

describe('a sheet with a column for each measure', () => {
  it.each([
    [
      [
        ['Nr.', 'M1', 'M2', 'M3'],
        ['Titel', 'Radweg', 'Solardach', 'Baumpaten'],
        ['Stand', 'läuft', 'geplant', 'erledigt'],
        ['Zuständig', 'Tiefbau', 'Hochbau', 'Grünamt'],
        ['Kosten', 5, 6, 7],
      ],
    ],
    [
      [
        ['Maßnahme', 'Radweg am Fluss', 'Solardach Schule'],
        ['Handlungsfeld', 'Mobilität', 'Energie'],
        ['Beschreibung', 'Bauen', 'Montieren'],
        ['Was sonst noch?', 'nichts', 'viel'],
        ['Umsetzungsstand', 'läuft', 'geplant'],
      ],
    ],
  ])('is refused in words, and brings no measure called „Stand“', (rows) => {
    const document = importing(workbook({ name: 'Steckbriefe', rows }), { fileName: 'a.xlsx' });
    expect(reasonsOf(document)).toEqual([['file', '', 'file/transposed']]);
    expect(document.refused[0]?.words.de).toContain('Transponieren');
    expect(measuresOf(document)).toEqual([]);
  });

  it('is no list in which one measure is called like a heading', () => {
    const document = importing(
      'Nr;Maßnahme;Stand\n1;Controlling;läuft\n2;Kommunikation;läuft\n3;Finanzierung;läuft\n4;Radweg;läuft',
    );
    expect(reasonsOf(document)).toEqual([]);
    expect(measuresOf(document)).toHaveLength(4);
  });
});
