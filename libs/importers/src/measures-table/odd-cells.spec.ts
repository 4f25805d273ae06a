import { findingWords } from '../words.js';
import { findingsOf, importing, measuresOf, theMeasure } from '../testing/files.js';

const sheet = (...rows: string[]) => rows.join('\r\n');
const typesOf = (document: ReturnType<typeof importing>) =>
  measuresOf(document).map(({ entries }) => entries.map(({ type }) => type));

const foundInRows = (document: ReturnType<typeof importing>) =>
  findingsOf(document).filter(([where]) => where !== 'file');

describe('words in cells that are easily misread', () => {
  it('„abgelehnt“ as a state moves no axis, and is kept as what somebody is asked about', () => {
    const document = importing(sheet('Nr;Maßnahme;Status', '1;Radweg;abgelehnt'));
    expect(theMeasure(document)).toMatchObject({
      entries: [],
      described: { text: { statusNote: 'abgelehnt' } },
    });
    expect(foundInRows(document)).toEqual([['row 2', 'decision-in-status']]);
  });

  it.each([
    ['Nr;Maßnahme;Status', '1;Radweg;100%'],
    ['Nr;Maßnahme;Status', '1;Radweg;100 %'],
    ['Nr;Maßnahme;Status;Fortschritt', '1;Radweg;in Umsetzung;100 %'],
  ])('„%s“ with „%s“ stands under way, and asks whether it is completed', (heading, row) => {
    const document = importing(sheet(heading, row));
    expect(typesOf(document)).toEqual([
      ['MeasureImplementationStarted', 'MeasureProgressReported'],
    ]);
    expect(foundInRows(document)).toEqual([['row 2', 'share-complete']]);
  });

  it.each(['laufend', 'Daueraufgabe', 'fortlaufend'])(
    '„%s“ instead of an end says that it is a permanent task, also where nothing says how it stands',
    (said) => {
      const document = importing(sheet('Nr;Maßnahme;Start;Fertigstellung', `1;Radweg;;${said}`));
      expect(theMeasure(document)).toMatchObject({
        described: { duration: 'PERMANENT' },
        entries: [],
      });
    },
  );

  it('„abgeschlossen?“ is completed, and asks whether that is meant', () => {
    const document = importing(
      sheet('Nr;Maßnahme;Status', '1;Radweg;abgeschlossen', '2;Solardach;abgeschlossen?'),
    );
    expect(typesOf(document)).toEqual([
      ['MeasureImplementationCompleted'],
      ['MeasureImplementationCompleted'],
    ]);
    expect(foundInRows(document)).toEqual([['row 3', 'status-word-guessed']]);
  });

  it.each(['stockt', 'im Verzug', 'verzögert'])('„%s“ says that it is late', (said) => {
    const document = importing(sheet('Nr;Maßnahme;Status', `1;Radweg;${said}`));
    expect(typesOf(document)).toEqual([['MeasureDelayReported']]);
    expect(findingsOf(document)).not.toContainEqual(['row 2', 'to-clarify']);
  });

  it('„verzögert / fehlt“ says one of two things, and keeps its words to be asked about', () => {
    const document = importing(sheet('Nr;Maßnahme;Status', '1;Radweg;verzögert / fehlt'));
    expect(theMeasure(document).entries[0]?.data.text).toMatchObject({ note: 'verzögert / fehlt' });
    const late = document.findings.find(({ code }) => code === 'to-clarify');
    expect(findingWords('to-clarify', late?.params ?? {}).de).toContain('„verzögert / fehlt“');
  });

  it('„gestoppt“ moves no axis, and is kept as what somebody is asked about', () => {
    const document = importing(sheet('Nr;Maßnahme;Status', '1;Radweg;gestoppt'));
    expect(theMeasure(document)).toMatchObject({
      entries: [],
      described: { text: { statusNote: 'gestoppt' } },
    });
  });

  it('knows „Feld“, „Amt“ and „Erledigt zu“', () => {
    const document = importing(
      sheet('Nr;Feld;Maßnahme;Amt;Erledigt zu', '1;Energie;Solardach;Umweltamt;40 %'),
    );
    expect(document.municipalities[0]?.plan.fields).toMatchObject([{ name: 'Energie' }]);
    expect(theMeasure(document)).toMatchObject({
      responsible: { text: { name: 'Umweltamt' } },
      entries: [
        { type: 'MeasureImplementationStarted' },
        { type: 'MeasureProgressReported', data: { percent: 40 } },
      ],
    });
  });

  it('knows „Feld“ below the heading of a group', () => {
    const document = importing(
      sheet('Allgemein;;;Stand;', 'Nr;Feld;Titel;Umsetzung;Kosten', '1;Energie;Solardach;läuft;5'),
    );
    expect(document.municipalities[0]?.plan.fields).toMatchObject([{ name: 'Energie' }]);
    expect(typesOf(document)).toEqual([['MeasureImplementationStarted']]);
  });
});

describe('columns named by states, with a cross in one of them', () => {
  const columns = 'Nr;Maßnahme;offen;begonnen;abgeschlossen;Ende geplant';
  const states = [
    ['MeasureRescheduled', 'MeasureImplementationPlanned'],
    ['MeasureRescheduled', 'MeasureImplementationStarted'],
    ['MeasureRescheduled', 'MeasureImplementationCompleted'],
  ];

  it.each(['x', '✓', 'ja'])('say the state by %s, for the day of the list', (tick) => {
    const document = importing(
      sheet(columns, `1;A;${tick};;;2024`, `2;B;;${tick};;2024`, `3;C;;;${tick};2024`),
      { standOn: '2025-06' },
    );
    expect(typesOf(document)).toEqual(states);
    const days = measuresOf(document).map(({ entries }) => entries.at(-1)?.occurredOn);
    expect(days).toEqual(['2025-06', '2025-06', '2025-06']);
    expect(document.reading?.unplaced).toEqual([]);
  });

  it('are read the same with the mapping that was shown', () => {
    const rows = sheet(columns, '1;A;x;;;2024', '2;B;;x;;2024', '3;C;;;x;2024');
    const { mapping } = importing(rows).reading ?? {};
    expect(typesOf(importing(rows, mapping ? { mapping } : {}))).toEqual(states);
  });

  it('below the heading of a group', () => {
    const document = importing(
      sheet(';;Status;;', 'Nr;Maßnahme;offen;begonnen;abgeschlossen', '1;A;x;;', '2;B;;x;x'),
    );
    expect(typesOf(document)).toEqual([
      ['MeasureImplementationPlanned'],
      ['MeasureImplementationCompleted'],
    ]);
  });

  it('tell apart days and crosses in one column', () => {
    const document = importing(
      sheet('Nr;Maßnahme;Abgeschlossen am', '1;A;x', '2;B;03/2024', '3;C;', '4;D;2023'),
    );
    const done = measuresOf(document).map(({ entries }) => entries.map((one) => one.occurredOn));
    expect(done).toEqual([[null], ['2024-03'], [], ['2023']]);
  });

  it('what is denied everywhere is asked about', () => {
    const document = importing(
      sheet('Nr;Maßnahme;begonnen;abgeschlossen', '1;A;ja;nein', '2;B;nein;nein'),
    );
    expect(typesOf(document)).toEqual([['MeasureImplementationStarted'], []]);
    expect(measuresOf(document)[1]?.described?.text?.statusNote).toBe(
      'nein (begonnen, abgeschlossen)',
    );
  });

  it.each([
    ['beside a column of words', 'Status;Begonnen am', 'geplant;x', 'Begonnen am'],
    ['below a planned day', 'Status;Fertigstellung', 'geplant;x', 'Fertigstellung'],
  ])('a cross %s is named with its column', (_, headings, cells, column) => {
    const document = importing(sheet(`Nr;Maßnahme;${headings}`, `1;A;${cells}`));
    expect(document.findings).toContainEqual(
      expect.objectContaining({
        where: 'row 2',
        code: 'value-as-text',
        params: expect.objectContaining({ column, value: 'x' }) as unknown,
      }),
    );
  });
});

describe('a field that stands only in the first row of its group', () => {
  const fieldsOf = (document: ReturnType<typeof importing>) =>
    measuresOf(document).map(({ field }) => field);
  const finding = expect.objectContaining({ code: 'field-from-above' }) as unknown;

  it('holds for the rows below it, and the report says so', () => {
    const document = importing(
      sheet('Feld;Nr;Maßnahme', 'Energie;1;A', ';2;B', ';3;C', 'Verkehr;4;D', ';5;E', ';6;F'),
    );
    const [e, v] = ['Energie', 'Verkehr'];
    expect(fieldsOf(document)).toEqual([e, e, e, v, v, v]);
    const found = document.findings.find(({ code }) => code === 'field-from-above');
    expect(found).toMatchObject({ where: 'file', params: { column: 'Feld', count: 4 } });
  });

  it.each([
    ['a field comes again', ['Energie;1;A', ';2;B', 'Verkehr;3;C', ';4;D', 'Energie;5;E', ';6;F']],
    ['the first row has none', [';1;A', 'Energie;2;B', ';3;C', 'Verkehr;4;D', ';5;E', ';6;F']],
    ['only some have none', ['Energie;1;A', 'Verkehr;2;B', ';3;C', 'Wasser;4;D', 'Abfall;5;E']],
  ])('is not carried on where %s', (_, rows) => {
    const document = importing(sheet('Feld;Nr;Maßnahme', ...rows));
    expect(fieldsOf(document)).toContain(undefined);
    expect(document.findings).not.toContainEqual(finding);
  });
});

describe('the day for which a sheet speaks', () => {
  const list = sheet(
    'Nr;Maßnahme;Status;Begonnen am;Beendet am',
    '1;Radweg;fertig;;',
    '2;Solardach;läuft;;',
    '3;Wärmenetz;fertig;2023-05;2024-02-29',
    '4;Bus;läuft;2023-05;',
    '5;Bad;ruht;;',
    '6;Tram;abgebrochen;;',
    '7;Steg;abgebrochen;;2024-05',
    '8;Park;geplant;;',
    '9;Hof;60 %;;',
  );
  const daysOf = (standOn?: string) =>
    measuresOf(importing(list, standOn === undefined ? {} : { standOn })).map(({ entries }) =>
      entries.map(({ occurredOn, data }) => [
        occurredOn,
        (data as { dayIsLatest?: boolean }).dayIsLatest,
      ]),
    );

  it('is the latest on which it happened, where the sheet gives no other', () => {
    expect(daysOf('2025-03-15')).toEqual([
      [['2025-03-15', true]],
      [['2025-03-15', true]],
      [
        ['2023-05', undefined],
        ['2024-02-29', undefined],
      ],
      [['2023-05', undefined]],
      [['2025-03-15', true]],
      [['2025-03-15', true]],
      [['2024-05', undefined]],
      [['2025-03-15', undefined]],
      [
        ['2025-03-15', true],
        ['2025-03-15', undefined],
      ],
    ]);
  });

  it('is none where nobody gave it', () => {
    expect(daysOf().slice(0, 2)).toEqual([[[null, undefined]], [[null, undefined]]]);
  });
});

describe('rows and columns that are easily misread', () => {
  it.each(['Summe;;2;;3000', 'Gesamt;;12;;', 'Zwischensumme;;;;3000', 'Total;;2;;3000'])(
    '„%s“ is no measure',
    (row) => {
      const document = importing(
        sheet('Handlungsfeld;Nr.;Maßnahme;Status;Kosten', 'Energie;E1;PV;geplant;1000', row),
      );
      expect(theMeasure(document).recorded.text?.title).toBe('PV');
      expect(foundInRows(document)).toEqual([['row 3', 'row-left-out']]);
    },
  );

  it('a measure may be called by a figure, where nothing is summed up', () => {
    const document = importing(sheet('Feld;Nr.;Maßnahme', 'Energie;E1;1000', 'Gesamtstadt;E2;5'));
    expect(measuresOf(document)).toHaveLength(2);
  });

  it.each([
    ['Nr;Maßnahme;Status 2022;Status 2023;Stand der Umsetzung', 'Stand der Umsetzung'],
    ['Nr;Maßnahme;Stand der Umsetzung;Status 2022;Status 2023', 'Stand der Umsetzung'],
    ['Nr;Maßnahme;Status 2022;Status 2024;Status 2023', 'Status 2024'],
  ])('%s: the state is that of „%s“, and the report says so', (heading, column) => {
    const document = importing(sheet(heading, '1;A;geplant;in Umsetzung;umgesetzt'));
    const target = document.reading?.columns.find((one) => one.target === 'status');
    expect(target?.heading).toBe(column);
    const said = document.findings.find(({ code }) => code === 'states-beside');
    expect(said?.params).toMatchObject({ column });
  });

  it('a table without headings is refused, not read with a row of its own as heading', () => {
    const rows = ['"";1;Energie;5;', 'weiß;1.1-Plan;geplant;3;1.1', 'grün;2.1;abgeschlossen;3;2.1'];
    const { refused } = importing(sheet(...rows));
    expect(refused.map(({ reason }) => reason)).toEqual(['file/no-headings']);
    expect(refused[0]?.words.de).toContain('Gefunden: A · 1 · Energie');
  });

  it('a form that nobody has filled in holds no measures', () => {
    const document = importing(
      sheet('_ID_;Kategorie;_prio_', '_subID_;Titel;_ID_', '_subID_-13;Sachstand 2013;_prio_'),
    );
    expect(document.municipalities).toEqual([]);
    expect(document.refused).toHaveLength(1);
  });
});
