import { readPastedList } from './pasted-list.js';

describe('a pasted list of organisations', () => {
  it('has one in each line, with its kind behind a tab or semicolon', () => {
    expect(
      readPastedList(
        'Solarkreis;Verein\nHof Sonnentau\tUnternehmen\n\nRunde der Nachbarn ; Initiative\n',
      ),
    ).toEqual([
      { name: 'Solarkreis', kind: 'ASSOCIATION' },
      { name: 'Hof Sonnentau', kind: 'COMPANY' },
      { name: 'Runde der Nachbarn', kind: 'CITIZENS_GROUP' },
    ]);
  });

  it('understands the kind from the name where nothing else is said', () => {
    const kinds = readPastedList(
      [
        'Umweltamt',
        'Fraktion Bündnis 90/Die Grünen',
        'Stadtwerke Musterstadt GmbH',
        'Bürgerenergie Main eG',
        'Radfreunde e. V.',
        'MusterstadtZero',
        'Hochschule am Main',
        'Backstube Krume',
      ].join('\n'),
    ).map(({ kind }) => kind);
    expect(kinds).toEqual([
      'ADMINISTRATION',
      'PARTY',
      'COMPANY',
      'COOPERATIVE',
      'ASSOCIATION',
      'CITIZENS_GROUP',
      'EXPERT',
      undefined,
    ]);
  });

  it('leaves out bullets, numbers, and what is named twice', () => {
    expect(
      readPastedList('- Radfreunde\n2. Solarkreis\n• radfreunde\n   \n*  Naturbund').map(
        ({ name }) => name,
      ),
    ).toEqual(['Radfreunde', 'Solarkreis', 'Naturbund']);
  });

  it('says whom to write to, and keeps addresses out of the names', () => {
    expect(
      readPastedList(
        [
          'Radfreunde e. V.; Verein; Erika Muster <erika@radfreunde.example>',
          'Solarkreis\tinfo@solarkreis.example',
          'Naturbund <buero@naturbund.example>',
          'Hof Sonnentau, hof@sonnentau.example',
        ].join('\n'),
      ),
    ).toEqual([
      {
        name: 'Radfreunde e. V.',
        kind: 'ASSOCIATION',
        contact: { name: 'Erika Muster', email: 'erika@radfreunde.example' },
      },
      { name: 'Solarkreis', contact: { email: 'info@solarkreis.example' } },
      { name: 'Naturbund', contact: { email: 'buero@naturbund.example' } },
      { name: 'Hof Sonnentau', contact: { email: 'hof@sonnentau.example' } },
    ]);
  });
});
