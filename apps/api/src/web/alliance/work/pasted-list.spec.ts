import { type PastedActor, readPastedList } from './pasted-list.js';

const actorsIn = (text: string): Partial<PastedActor>[] =>
  readPastedList(text).actors.map(({ contacts, ...actor }) =>
    contacts.length === 0 ? actor : { ...actor, contacts },
  );

describe('a pasted list of organisations', () => {
  it('has one in each line, with its kind behind a tab or semicolon', () => {
    expect(
      actorsIn(
        'Solarkreis;Verein\nHof Sonnentau\tUnternehmen\n\nRunde der Nachbarn ; Initiative\n',
      ),
    ).toEqual([
      { name: 'Solarkreis', kind: 'ASSOCIATION' },
      { name: 'Hof Sonnentau', kind: 'COMPANY' },
      { name: 'Runde der Nachbarn', kind: 'CITIZENS_GROUP' },
    ]);
  });

  it('understands the kind from the name where nothing else is said', () => {
    const kinds = actorsIn(
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
      actorsIn('- Radfreunde\n2. Solarkreis\n• radfreunde\n   \n*  Naturbund').map(
        ({ name }) => name,
      ),
    ).toEqual(['Radfreunde', 'Solarkreis', 'Naturbund']);
  });

  it('says whom to write to, and keeps addresses out of the names', () => {
    expect(
      actorsIn(
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
        contacts: [{ name: 'Erika Muster', email: 'erika@radfreunde.example' }],
      },
      { name: 'Solarkreis', contacts: [{ email: 'info@solarkreis.example' }] },
      { name: 'Naturbund', contacts: [{ email: 'buero@naturbund.example' }] },
      { name: 'Hof Sonnentau', contacts: [{ email: 'hof@sonnentau.example' }] },
    ]);
  });

  it('keeps persons and their addresses out of the names, however a line puts them', () => {
    expect(
      actorsIn(
        [
          'Verein 1 e.V., Anna Beispiel, anna@verein1.example',
          'Solarkreis\tVerein\tHerr Max Müller',
          '"Hof Sonnentau, Muster & Co KG"; hof@sonnentau.example',
          'Amt für Umwelt, Grün und Klima, amt@stadt.example',
          'Naturbund; Erika Muster <erika@bund.example>; Otto Muster, otto@bund.example',
        ].join('\n'),
      ),
    ).toEqual([
      {
        ...{ name: 'Verein 1 e.V.', kind: 'ASSOCIATION' },
        contacts: [{ name: 'Anna Beispiel', email: 'anna@verein1.example' }],
      },
      { name: 'Solarkreis', kind: 'ASSOCIATION', contacts: [{ name: 'Max Müller' }] },
      {
        ...{ name: 'Hof Sonnentau, Muster & Co KG', kind: 'COMPANY' },
        contacts: [{ email: 'hof@sonnentau.example' }],
      },
      {
        ...{ name: 'Amt für Umwelt, Grün und Klima', kind: 'ADMINISTRATION' },
        contacts: [{ email: 'amt@stadt.example' }],
      },
      {
        name: 'Naturbund',
        contacts: [
          { name: 'Erika Muster', email: 'erika@bund.example' },
          { name: 'Otto Muster', email: 'otto@bund.example' },
        ],
      },
    ]);
  });

  it('says what it does not understand: persons without an organisation, and addresses alone', () => {
    const { actors, unclear } = readPastedList(
      [
        'Max Mustermann <max@post.example>',
        'eva@solar.example',
        'Frau Dr. Eva Sommer',
        'Radfreunde <a@rad.example>; Bea Beispiel <b@post.example>; Stadtwerke GmbH <c@werke.example>',
      ].join('\n'),
    );
    expect(actors.map(({ name }) => name)).toEqual(['Radfreunde', 'Stadtwerke GmbH']);
    expect(unclear).toEqual([
      'Max Mustermann <max@post.example>',
      'eva@solar.example',
      'Frau Dr. Eva Sommer',
      'Bea Beispiel <b@post.example>',
    ]);
  });

  it('says which names may be those of persons, unless a kind or a word tells otherwise', () => {
    const { actors } = readPastedList(
      [
        ...[
          'Erika Sommerfeld',
          'Max Huber; Umweltamt',
          'Morgen Grün',
          'Eva Krume <eva@krume.example>',
        ],
        ...[
          'Hof Sonnentau',
          'Naturfreunde Lohbachtal',
          'Eva Krume Moden; Unternehmen',
          'Stadtwerke',
        ],
        ...['Radfreunde e. V.', 'Siedlerbund Niederau'],
      ].join('\n'),
    );
    expect(actors.flatMap(({ name, mayBePerson }) => (mayBePerson ? [name] : []))).toEqual([
      ...['Erika Sommerfeld', 'Max Huber', 'Morgen Grün', 'Eva Krume'],
    ]);
  });
});
