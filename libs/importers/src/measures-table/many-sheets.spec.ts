import { findingsOf, importing, measuresOf, reasonsOf } from '../testing/files.js';
import { workbook, type TestCell } from '../testing/workbook.js';
import type { ImportDocument, ImportedMeasure } from '../importer.js';

// Sheets of many shapes, each as somebody else would have made it; what stands in them is invented.

const csv = (...rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells) => cells.map((cell) => (/[;"\n]/.test(cell) ? `"${cell}"` : cell)).join(';'))
    .join('\r\n');
const xlsx = (rows: readonly (readonly TestCell[])[], merges: readonly string[] = []): Uint8Array =>
  workbook({ name: 'Tabelle1', rows, merges });

const fieldOf = ({ municipalities }: ImportDocument, { field }: ImportedMeasure) =>
  municipalities[0]?.plan.fields.find(({ source }) => source.key === field)?.name;

/** Number, field and title, the states with their days, and the planned dates. */
const told = (document: ImportDocument) =>
  measuresOf(document).map((measure) => {
    const plan = measure.entries.find(({ type }) => type === 'MeasureRescheduled');
    const { plannedStart = '', plannedEnd = '' } = (plan?.data ?? {}) as Record<string, string>;
    const states = measure.entries
      .filter((entry) => entry !== plan)
      .map(
        ({ type, occurredOn }) => `${type.replace(/^Measure(Implementation)?/, '')} ${occurredOn}`,
      );
    return [
      [measure.number, fieldOf(document, measure), measure.recorded.text?.title]
        .filter(Boolean)
        .join(' | '),
      states.join(', '),
      `${plannedStart}–${plannedEnd}`,
    ].join(' / ');
  });
const targets = ({ reading }: ImportDocument) => reading?.columns.map(({ target }) => target);
const leftOut = ({ findings }: ImportDocument) =>
  findings
    .filter(({ code }) => code === 'row-left-out')
    .map(({ where, params }) => `${where} ${params['value']}`);
const described = (document: ImportDocument) => measuresOf(document).map((one) => one.described);
const bodies = (document: ImportDocument) =>
  measuresOf(document).map(({ responsible }) => responsible?.text?.name);

describe('sheets as towns and groups keep them', () => {
  it('an integrated concept: numbered groups, units below the heading, a total', () => {
    const document = importing(
      csv(
        ['Integriertes Klimaschutzkonzept der Gemeinde Weilbach', '', '', '', '', ''],
        ['Maßnahmenkatalog (Stand: 31.12.2024)', '', '', '', '', ''],
        ['', '', '', '', '', ''],
        [
          'Kennziffer',
          'Maßnahmentitel',
          'Beginn',
          'Fertigstellung bis',
          'Gesamtkosten',
          'THG-Minderung',
        ],
        ['', '', 'MM/JJJJ', 'TT.MM.JJJJ', 'in T€', 't CO2e/a'],
        ['1', 'Kommunale Gebäude', '', '', '', ''],
        ['1.1', 'Energiemanagement einführen', '01/2023', '31.12.2025', '120', '45'],
        ['1.2', 'Beleuchtung erneuern', '03/2024', 'Ende 2027', '80,5', '12,5'],
        ['2', 'Mobilität', '', '', '', ''],
        ['2.1', 'Radabstellanlagen', 'ca. 2026', '2. Halbjahr 2027', 'rd. 50', 'k. A.'],
        ['', 'Summe', '', '', '250,5', '57,5'],
      ),
    );
    expect(reasonsOf(document)).toEqual([]);
    expect(document.standOn).toBe('2024-12-31');
    expect(told(document)).toEqual([
      '1.1 | Kommunale Gebäude | Energiemanagement einführen /  / 2023-01–2025-12-31',
      '1.2 | Kommunale Gebäude | Beleuchtung erneuern /  / 2024-03–2027',
      '2.1 | Mobilität | Radabstellanlagen /  / 2026–2027-12',
    ]);
    expect(leftOut(document)).toEqual(['row 11 Summe']);
    expect(
      described(document).map((one) => [one?.cost?.oneOffCents, one?.savings?.kgCo2ePerYear]),
    ).toEqual([
      [12_000_000, 45_000],
      [8_050_000, 12_500],
      [5_000_000, undefined],
    ]);
  });

  it('a controlling sheet: fields merged across, pages with headings, footnotes', () => {
    const heading: TestCell[] = [
      'Nr.',
      'Projekt / Maßnahme',
      'Zuständiges Fachamt',
      'Umsetzungsstand',
      'Zielerreichung bis',
      'Bemerkungen',
    ];
    const document = importing(
      xlsx(
        [
          ['Klimaschutz-Controlling', null, null, null, null, null],
          ['Datenstand', { date: '2025-06-30' }, null, null, null, null],
          heading,
          ['Energie und Gebäude', null, null, null, null, null],
          [
            'E-01',
            'PV auf der Sporthalle',
            'Hochbauamt',
            'läuft (seit 2023)',
            { date: '2026-09-30' },
            'Statik geprüft',
          ],
          ['E-02', 'Contracting', 'Hochbauamt', 'zurückgestellt', 'Mitte 2027', '-'],
          ['Zwischensumme', null, null, 2, null, null],
          heading,
          ['Verkehr', null, null, null, null, null],
          ['V-01', 'Tempo 30', 'Ordnungsamt', 'umgesetzt 03/2024', { date: '2024-03-01' }, null],
          ['V-02', 'Mobilstation', 'N. N.', 'offen', 'III. Quartal 2026', null],
          ['Gesamt', null, null, 4, null, null],
          ['* vorläufige Angabe', null, null, null, null, null],
          ['Quelle: eigene Erhebung', null, null, null, null, null],
        ],
        ['A1:F1', 'A4:F4', 'A9:F9'],
      ),
    );
    expect(reasonsOf(document)).toEqual([]);
    expect(document.standOn).toBe('2025-06-30');
    expect(told(document)).toEqual([
      'E-01 | Energie und Gebäude | PV auf der Sporthalle / Started 2023 / –2026-09-30',
      'E-02 | Energie und Gebäude | Contracting / Paused 2025-06-30 / –2027',
      'V-01 | Verkehr | Tempo 30 / Completed 2024-03 / –2024-03-01',
      'V-02 | Verkehr | Mobilstation / Planned 2025-06-30 / –2026-09',
    ]);
    expect(bodies(document)).toEqual(['Hochbauamt', 'Hochbauamt', 'Ordnungsamt', undefined]);
    expect(leftOut(document)).toHaveLength(4);
  });

  it('an English action plan', () => {
    const document = importing(
      csv(
        [
          'Action no.',
          'Field of action',
          'Action',
          'Responsible department',
          'Start date',
          'End date',
          'Progress',
          'Estimated cost (k€)',
          'Comments',
        ],
        [
          '1',
          'Buildings',
          'Insulate the library',
          'Building department',
          'March 2024',
          'by end of 2026',
          'in progress',
          '250',
          '',
        ],
        [
          '2',
          'Buildings',
          'Replace oil boilers',
          'Building department',
          'Q2 2025',
          '2028',
          'not started',
          '80',
          'Depends on grants',
        ],
        [
          '3',
          'Mobility',
          'Cycle route',
          'tbd',
          '1 May 2023',
          '30 June 2024',
          'completed',
          'n/a',
          '',
        ],
        [
          '4',
          'Mobility',
          'Car-free Sunday',
          'Traffic department',
          'annually',
          '',
          'cancelled',
          '',
          '',
        ],
        ['Total', '', '', '', '', '', '', '330', ''],
      ),
      { standOn: '2025-01-31' },
    );
    expect(reasonsOf(document)).toEqual([]);
    expect(targets(document)).toEqual([
      'number',
      'field',
      'title',
      'lead',
      'begin',
      'finish',
      'status',
      'costs',
      'remarks',
    ]);
    expect(told(document)).toEqual([
      '1 | Buildings | Insulate the library / Started 2024-03 / 2024-03–2026',
      '2 | Buildings | Replace oil boilers / Planned 2025-01-31 / 2025-06–2028',
      '3 | Mobility | Cycle route / Started 2023-05-01, Completed 2024-06-30 / 2023-05-01–2024-06-30',
      '4 | Mobility | Car-free Sunday / Abandoned 2025-01-31 / –',
    ]);
    expect(described(document).map((one) => one?.cost?.oneOffCents)).toEqual([
      25_000_000,
      8_000_000,
      undefined,
      undefined,
    ]);
  });

  it("volunteers' own sheet: other words, lights, a link, and who writes there stays outside", () => {
    const document = importing(
      csv(
        [
          'Thema',
          'Was soll passieren?',
          'Wie läuft’s?',
          'Ampel',
          'Wer kümmert sich',
          'Bis wann?',
          'Link',
          'E-Mail',
        ],
        [
          'Grün',
          'Baumscheiben begrünen und pflegen',
          'läuft',
          'grün',
          'Anna',
          '2026',
          'https://a.example',
          'a@b.example',
        ],
        [
          'Grün',
          'Trinkbrunnen am Markt aufstellen',
          'stockt',
          'gelb',
          'Ben',
          'Sommer 2026',
          '',
          '',
        ],
        ['Wärme', 'Beratungstage im Rathaus anbieten', 'fertig', 'grün', '', '', '', ''],
        ['Wärme', 'Wärmeplan verständlich erklären', '', 'rot', '', 'nach Bedarf', '', ''],
      ),
      { standOn: '2026-05' },
    );
    expect(reasonsOf(document)).toEqual([]);
    expect(told(document).map((line) => line.split(' / ')[0])).toEqual([
      'Grün | Baumscheiben begrünen und pflegen',
      'Grün | Trinkbrunnen am Markt aufstellen',
      'Wärme | Beratungstage im Rathaus anbieten',
      'Wärme | Wärmeplan verständlich erklären',
    ]);
    expect(JSON.stringify(document.municipalities)).not.toMatch(/Anna|Ben\b|a@b/);
    expect(measuresOf(document)[3]?.described?.text?.period).toBe('Bis wann?: nach Bedarf');
  });

  it('words of state under „Sachstand“, each understood, colours and signs asked about', () => {
    const words = [
      'in Bearbeitung',
      'offen',
      'erledigt',
      'läuft',
      'zurückgestellt',
      'nicht begonnen',
      'verworfen',
      'umgesetzt',
      'in Planung',
      'teilweise umgesetzt',
      'ruht',
      'verzögert',
      'grün',
      '●',
    ];
    const document = importing(
      csv(
        ['lfd. Nr.', 'Maßnahme', 'Sachstand'],
        ...words.map((word, index) => [`${index + 1}`, `Vorhaben ${index + 1}`, word]),
      ),
      { standOn: '2025' },
    );
    expect(document.reading?.statusWords.map(({ word, meaning }) => [word, meaning])).toEqual([
      ['in Bearbeitung', 'IN_PROGRESS'],
      ['offen', 'PLANNED'],
      ['erledigt', 'COMPLETED'],
      ['läuft', 'IN_PROGRESS'],
      ['zurückgestellt', 'PAUSED'],
      ['nicht begonnen', 'PLANNED'],
      ['verworfen', 'ABANDONED'],
      ['umgesetzt', 'COMPLETED'],
      ['in Planung', 'PLANNED'],
      ['teilweise umgesetzt', 'IN_PROGRESS'],
      ['ruht', 'PAUSED'],
      ['verzögert', 'DELAYED'],
      ['grün', null],
      ['●', null],
    ]);
    expect(
      measuresOf(document)
        .slice(-2)
        .map(({ entries, described: said }) => [entries, said?.text?.statusNote]),
    ).toEqual([
      [[], 'grün'],
      [[], '●'],
    ]);
  });

  it('a column of states beside a column of reports, whichever comes first', () => {
    const report =
      'Die Ausschreibung ist veröffentlicht, drei Büros haben ein Angebot abgegeben; der Auftrag folgt im Herbst.';
    const document = importing(
      csv(
        ['Maßnahme', 'Umsetzungsstand', 'Status'],
        ['Wärmeplanung', report, 'in Arbeit'],
        [
          'Sanierungsfahrplan',
          'Die Bestandsaufnahme aller Gebäude liegt vor und wurde den Ämtern vorgestellt.',
          'in Arbeit',
        ],
        [
          'Ladesäulen',
          'Zwölf Standorte sind mit dem Netzbetreiber abgestimmt und werden nun gebaut.',
          'verzögert',
        ],
      ),
      { standOn: '2025' },
    );
    expect(targets(document)).toEqual(['title', 'statusReport', 'status']);
    expect(described(document)[0]?.text?.statusReport).toBe(report);
  });

  it('two columns of states: the one whose words are known', () => {
    const document = importing(
      csv(
        ['Maßnahme', 'Status', 'Umsetzungsstand'],
        ['A-Weg', '●', 'läuft'],
        ['B-Weg', '○', 'geplant'],
        ['C-Weg', '◐', 'läuft'],
      ),
      { standOn: '2025' },
    );
    expect(targets(document)).toEqual(['title', null, 'status']);
    expect(document.reading?.unplaced).toEqual(['Status']);
  });

  it('decisions said in one column, in several, or half', () => {
    const document = importing(
      csv(
        ['Nr', 'Maßnahme', 'Beschluss', 'Stand'],
        ['1', 'Solarkataster', 'Gemeinderat vom 15.12.2022', 'läuft'],
        ['2', 'Grünsatzung', 'ja', 'läuft'],
        ['3', 'Stellplatzsatzung', '12.05.2023', 'geplant'],
        ['4', 'Parkgebühren', 'Umweltausschuss, 03.02.2024', 'geplant'],
        ['5', 'Klimabeirat', 'nein', 'beschlossen'],
        ['6', 'Leihräder', 'noch nicht beraten', 'in Planung'],
      ),
      { standOn: '2025' },
    );
    expect(reasonsOf(document)).toEqual([]);
    const votes = measuresOf(document).map(({ entries }) =>
      entries.flatMap((entry) =>
        entry.type === 'MeasureDecided' ? [`${entry.occurredOn} ${entry.data.final}`] : [],
      ),
    );
    expect(votes).toEqual([
      ['2022-12-15 true'],
      [],
      ['2023-05-12 false'],
      ['2024-02-03 false'],
      [],
      [],
    ]);
    expect(findingsOf(document).filter(([, code]) => code?.startsWith('decision'))).toEqual([
      ['row 3', 'decision-without-day'],
      ['row 4', 'decision-without-body'],
      ['row 5', 'decision-of-committee'],
      ['row 6', 'decision-in-status'],
    ]);
    expect(described(document)[5]?.text?.remarks).toBe('Beschluss: noch nicht beraten');
  });

  it('one body and one day in columns of their own', () => {
    const document = importing(
      csv(
        ['Titel', 'Beschlossen am', 'Gremium', 'Vorlage Nr.'],
        ['Fernwärmesatzung', '15.12.2022', 'Stadtverordnetenversammlung', 'DS 74/22'],
        ['Wallboxen', '', 'Magistrat', ''],
        ['Bäder', 'ja', '', ''],
      ),
    );
    expect(measuresOf(document)[0]?.entries).toMatchObject([
      {
        occurredOn: '2022-12-15',
        data: {
          final: true,
          text: { paper: 'DS 74/22', note: 'Gremium: Stadtverordnetenversammlung' },
        },
      },
    ]);
    expect(findingsOf(document).slice(0, 2)).toEqual([
      ['row 3', 'decision-without-day'],
      ['row 4', 'decision-without-day'],
    ]);
  });

  it('periods in one column, conditions instead of dates, and a deadline that is none', () => {
    const document = importing(
      csv(
        ['ID', 'Bezeichnung', 'Umsetzungszeitraum', 'Frist'],
        ['K1', 'Klimamanager', 'seit 2021', '31.12.2026'],
        ['K2', 'Kampagne', '2024–2026', 'bald'],
        ['K3', 'Förderprogramm', 'fortlaufend', 'bis 2030'],
        ['K4', 'Quartierskonzept', 'kurzfristig', 'nach Haushaltslage'],
        ['K5', 'Abwärme', '18 Monate', '01.03.26'],
        ['K6', 'Moorschutz', 'ab 2024', '46082'],
      ),
    );
    expect(reasonsOf(document)).toEqual([['row 3', 'Frist', 'field/not-a-date']]);
    expect(told(document)).toEqual([
      'K1 | Klimamanager /  / 2021–2026-12-31',
      'K3 | Förderprogramm /  / –2030',
      'K4 | Quartierskonzept /  / –',
      'K5 | Abwärme /  / –2026-03-01',
      'K6 | Moorschutz /  / 2024–2026-03-01',
    ]);
    expect(described(document).map((one) => [one?.horizon, one?.text?.period])).toEqual([
      [undefined, 'seit 2021'],
      [undefined, 'fortlaufend'],
      ['SHORT', 'kurzfristig\n\nFrist: nach Haushaltslage'],
      [undefined, '18 Monate'],
      [undefined, 'ab 2024'],
    ]);
  });

  it('a column of deadlines that mostly tells of conditions is one of words', () => {
    const document = importing(
      csv(
        ['Titel', 'Termin'],
        ['Windpark', 'nach Abschluss der Bauleitplanung'],
        ['Speicher', 'wenn Fördermittel vorliegen'],
        ['Netze', 'abhängig vom Konzessionsvertrag'],
        ['Dächer', '2027'],
      ),
    );
    expect(reasonsOf(document)).toEqual([]);
    expect(described(document)[1]?.text?.period).toBe('wenn Fördermittel vorliegen');
  });

  it('costs in every writing', () => {
    const document = importing(
      csv(
        [
          'Maßnahme',
          'Investitionskosten',
          'Jährliche Kosten',
          'Finanzierung',
          'THG-Einsparung [t/a]',
        ],
        ['A-Haus', 'rd. 350 T€', '5.000,– €', 'NKI', '500–800'],
        ['B-Haus', '1,2 Mio. Euro', '30.000 €/a', 'Eigenmittel', 'bis zu 40'],
        ['C-Haus', '350.000,00 €', 'k. A.', '-', 'mind. 10'],
        ['D-Haus', '50-80 TEUR', 'siehe Anlage', '', 'nicht bezifferbar'],
        ['Insgesamt', '1,9 Mio. €', '35.000 €', '', ''],
      ),
    );
    expect(reasonsOf(document)).toEqual([]);
    expect(described(document)).toMatchObject([
      {
        cost: { oneOffCents: 35_000_000, perYearCents: 500_000 },
        savings: { minKgCo2ePerYear: 500_000, maxKgCo2ePerYear: 800_000 },
        text: { costNote: 'Investitionskosten: rd. 350 T€', funding: [{ source: 'NKI' }] },
      },
      {
        cost: { oneOffCents: 120_000_000, perYearCents: 3_000_000 },
        savings: { maxKgCo2ePerYear: 40_000 },
      },
      { cost: { oneOffCents: 35_000_000 }, savings: { minKgCo2ePerYear: 10_000 } },
      {
        notQuantified: ['GREENHOUSE_GAS'],
        text: { costNote: 'Investitionskosten: 50-80 TEUR\nJährliche Kosten: siehe Anlage' },
      },
    ]);
    expect(described(document)[3]?.cost).toBeUndefined();
    expect(leftOut(document)).toEqual(['row 6 Insgesamt']);
  });

  it('„Umgesetzt?“ with yes and no', () => {
    const document = importing(
      csv(
        ['Maßnahme', 'umgesetzt'],
        ['Radbügel', 'ja'],
        ['Zebrastreifen', 'nein'],
        ['Bänke', 'teilweise'],
      ),
      { standOn: '2025' },
    );
    expect(told(document)).toEqual([
      'Radbügel / Completed 2025 / –',
      'Zebrastreifen / Planned 2025 / –',
      'Bänke / Started 2025 / –',
    ]);
  });

  it('field names alone in a row of a text file, some in capitals, and column numbers', () => {
    const document = importing(
      csv(
        ['Maßnahme', 'Verantwortlich', 'Zeitplan', 'Status'],
        ['1', '2', '3', '4'],
        ['HANDLUNGSFELD ENERGIE', '', '', ''],
        ['Nahwärme Ortsmitte', 'Gemeindewerke', '2025-2028', 'in Planung'],
        ['Handlungsfeld 2: Anpassung', '', '', ''],
        ['Hitzeaktionsplan', 'Gesundheitsamt', 'II. Quartal 2025', 'abgeschlossen'],
        ['Stand: Mai 2025', '', '', ''],
      ),
      { standOn: '2025-05' },
    );
    expect(reasonsOf(document)).toEqual([]);
    expect(told(document)).toEqual([
      'HANDLUNGSFELD ENERGIE | Nahwärme Ortsmitte / Planned 2025-05 / 2025–2028',
      'Anpassung | Hitzeaktionsplan / Completed 2025-05 / 2025-06–2025-06',
    ]);
    expect(leftOut(document)).toEqual(['row 7 Stand: Mai 2025']);
  });

  it('a number that stands alone above no group is a measure', () => {
    const document = importing(
      csv(
        ['Nr.', 'Maßnahme', 'Status'],
        ['1', 'Solarsatzung', ''],
        ['2', 'Stromsparcheck', ''],
        ['3', 'Carsharing', 'läuft'],
      ),
    );
    expect(measuresOf(document).map(({ number }) => number)).toEqual(['1', '2', '3']);
  });

  it('headings of which only a part says something', () => {
    const document = importing(
      csv(
        [
          'Lfd. Nr. der Maßnahme',
          'Kurzbezeichnung der geplanten Maßnahme',
          'Verantwortliche Organisationseinheit in der Verwaltung',
          'Voraussichtliche Gesamtkosten inkl. Planung',
          'Geplanter Start der Umsetzung',
          'Geplanter Abschluss der Umsetzung',
          'Weitere beteiligte Akteure vor Ort',
          'Mögliche Hemmnisse und Risiken',
          'Aktueller Bearbeitungsstatus',
        ],
        [
          '1',
          'Klimafonds',
          'Kämmerei',
          '20.000 €',
          '2025',
          '2026',
          'Sparkasse',
          'Personal',
          'in Vorbereitung',
        ],
      ),
    );
    expect(targets(document)).toEqual([
      'number',
      'title',
      'lead',
      'costs',
      'plannedStart',
      'plannedEnd',
      'partners',
      'obstacles',
      'status',
    ]);
  });

  it('titles under a heading that nobody knows', () => {
    const document = importing(
      csv(
        ['Nr.', 'Unsere Ideen für 2030', 'Handlungsfeld', 'Umsetzungsstand'],
        ['1', 'Solardächer auf allen Schulen', 'Energie', 'läuft'],
        ['2', 'Kostenloser Bus am Samstag', 'Verkehr', 'geplant'],
        ['3', 'Regenwasser sammeln', 'Anpassung', 'läuft'],
      ),
    );
    expect(document.reading?.columns[1]).toMatchObject({ target: 'title', reason: 'content' });
    expect(measuresOf(document)).toHaveLength(3);
  });

  it('a LocalZero list, flat, with its own words', () => {
    const document = importing(
      'title,path,execution_status,planned_start,planned_completion,responsible_organ\nBalkonsolar,Strom / Dächer,2,2024-01-01,2025-12-31,Stadtwerke\nWärmeplan,Wärme,0,,,\n',
      { standOn: '2025' },
    );
    expect(told(document)).toEqual([
      'Dächer | Balkonsolar / Started 2025 / 2024-01-01–2025-12-31',
      'Wärme | Wärmeplan /  / –',
    ]);
  });

  it('a sheet with shares, budgets, priorities and personnel', () => {
    const document = importing(
      xlsx([
        [
          'Kürzel',
          'Leitprojekt',
          'Prio',
          'Umsetzungsgrad',
          'Haushaltsansatz',
          'Stellenanteile',
          'Letztes Update',
        ],
        ['A.1', 'Sektorkopplung', 'hoch', 0.25, 12000, '0,5 VZÄ', { date: '2025-02-01' }],
        ['A.2', 'Bürgerenergie', 'mittel', 1, '45 T€', '1', { date: '2025-02-14' }],
        ['A.3', 'Wasserstoff', 'niedrig', 0, null, 'k. A.', null],
      ]),
      { standOn: '2025-03', fileName: 'leitprojekte.xlsx' },
    );
    expect(reasonsOf(document)).toEqual([]);
    expect(
      measuresOf(document).map(({ entries, described: said }) => [
        entries.flatMap((entry) =>
          entry.type === 'MeasureProgressReported'
            ? [`${entry.data.percent} ${entry.occurredOn}`]
            : [],
        ),
        said?.priority,
        said?.budget?.totalCents,
        said?.cost?.staffHundredths,
      ]),
    ).toEqual([
      [['25 2025-02-01'], 'HIGH', 1_200_000, 50],
      [['100 2025-02-14'], 'MEDIUM', 4_500_000, 100],
      [[], 'LOW', undefined, undefined],
    ]);
  });

  it('states of several years side by side: the last counts, the others are named', () => {
    const document = importing(
      csv(
        [
          'Nr.',
          'Maßnahme',
          'Umsetzungsstand 2022',
          'Umsetzungsstand 2024',
          'Laufzeit von',
          'Laufzeit bis',
          'Kosten (in 1.000 €)',
        ],
        ['1', 'Holzbau', 'geplant', 'läuft', '2023', '2026', '120'],
        ['2', 'Lehmbau', 'läuft', 'abgeschlossen', '2021', '2023', '5,5'],
      ),
      { standOn: '2024' },
    );
    expect(told(document)).toEqual([
      '1 | Holzbau / Started 2024 / 2023–2026',
      '2 | Lehmbau / Completed 2024 / 2021–2023',
    ]);
    expect(document.reading?.unplaced).toEqual(['Umsetzungsstand 2022']);
    expect(described(document).map((one) => one?.cost?.oneOffCents)).toEqual([12_000_000, 550_000]);
  });

  it('a legend at the end, and boxes that are ticked', () => {
    const document = importing(
      csv(
        ['Maßnahme', 'Federführung', 'Erledigt'],
        ['Nisthilfen', 'Umweltamt', 'WAHR'],
        ['Zisternen', 'Tiefbauamt', 'FALSCH'],
        ['Legende:', '', ''],
        ['WAHR', 'ist umgesetzt', ''],
        ['noch nicht abgestimmt', '', ''],
      ),
      { standOn: '2024' },
    );
    expect(told(document)).toEqual([
      'Nisthilfen / Completed 2024 / –',
      'Zisternen / Planned 2024 / –',
    ]);
    expect(leftOut(document)).toHaveLength(3);
  });

  it('a register of two measures alike in all but the number, with a row that repeats nothing', () => {
    const document = importing(
      csv(
        ['Kennung', 'Handlungsempfehlung', 'Trägerschaft', 'Zieljahr', 'Aktueller Stand'],
        ['S-1', 'Sanierung Rathaus', 'Stadt', '2030', 'in Vorbereitung'],
        ['S-2', 'Sanierung Rathaus', 'Stadt', '2035', 'noch nicht begonnen'],
      ),
      { standOn: '2024' },
    );
    expect(told(document)).toEqual([
      'S-1 | Sanierung Rathaus / Planned 2024 / –2030',
      'S-2 | Sanierung Rathaus / Planned 2024 / –2035',
    ]);
  });

  it('a line about the sheet right above its heading, and short words in it', () => {
    const document = importing(
      csv(
        ['Berichtsstand Dezember 2024', '', '', '', '', '', ''],
        [
          'HF',
          'Maßn.-Nr.',
          'Maßnahmenbeschreibung (Kurztitel)',
          'verantw. Amt',
          'Umsetzungsstatus',
          '% umgesetzt',
          'Umsetzung in',
        ],
        [
          'Mobilität',
          'M-1',
          'Radverkehrskonzept',
          'Amt 61',
          'wird fortgeführt',
          '60%',
          '2022 - 2025',
        ],
        ['Mobilität', 'M-2', 'Parkraum', 'Amt 32', 'Idee', '0%', 'ab Q2 2025'],
      ),
    );
    expect(document.standOn).toBe('2024-12');
    expect(targets(document)).toEqual([
      'field',
      'number',
      'title',
      'lead',
      'status',
      'percent',
      'period',
    ]);
    expect(told(document)).toEqual([
      'M-1 | Mobilität | Radverkehrskonzept / Started 2024-12, ProgressReported 2024-12 / 2022–2025',
      'M-2 | Mobilität | Parkraum / Planned 2024-12 / 2025-06–',
    ]);
  });

  it('measures that have a description alone', () => {
    const document = importing(
      csv(
        ['Nr.', 'Beschreibung', 'Zuständig'],
        ['1', 'Photovoltaik auf allen Schulen errichten', 'Amt 65'],
        ['2', 'Ladeinfrastruktur am Bahnhof ausbauen', 'Amt 61'],
        ['3', 'Klimabildung in Kitas anbieten', 'Amt 51'],
      ),
    );
    expect(measuresOf(document)).toHaveLength(3);
  });

  it('groups of costs and years above their columns, with units in a third row', () => {
    const document = importing(
      xlsx(
        [
          ['Klimaschutzkonzept Lindental', null, null, null, null, null, null],
          ['lfd. Nr.', 'Maßnahme', 'Kosten', null, 'Zeitraum', null, 'Akteure'],
          [null, null, 'Invest', 'lfd. p.a.', 'von', 'bis', 'Verantwortung'],
          [null, null, '[€]', '[€/a]', '[Jahr]', '[Jahr]', null],
          ['A', 'Verwaltung', null, null, null, null, null],
          ['A1', 'Klimamanagement', 85000, 5000, 2022, 2026, 'Hauptamt'],
          ['A2', 'Beschaffung', null, null, 2023, 'dauerhaft', 'Hauptamt'],
          [null, 'Summe', 85000, 5000, null, null, null],
        ],
        ['A1:G1', 'C2:D2', 'E2:F2', 'A2:A3', 'B2:B3'],
      ),
      { standOn: '2024' },
    );
    expect(targets(document)).toEqual([
      'number',
      'title',
      'costOneOff',
      'costPerYear',
      'begin',
      'finish',
      'lead',
    ]);
    expect(told(document)).toEqual([
      'A1 | Verwaltung | Klimamanagement /  / 2022–2026',
      'A2 | Verwaltung | Beschaffung /  / 2023–',
    ]);
    expect(described(document)[0]?.cost).toEqual({ oneOffCents: 8_500_000, perYearCents: 500_000 });
  });

  it('a state and a share side by side, a goal that is a day, graded priorities', () => {
    const document = importing(
      csv(
        ['Projekt', 'Status', 'Fortschritt', 'Start', 'Ziel (Datum)', 'Priorität'],
        ['Solaroffensive', 'läuft', '75%', '2023-01-15', '2026-12-31', '1 - hoch'],
        ['Wärmewende', 'verzögert', '30%', '2024-03-01', '2030-12-31', '2 - mittel'],
        ['Radnetz', 'nicht gestartet', '0%', '', '2028', '3 - niedrig'],
      ),
      { standOn: '2025' },
    );
    expect(targets(document)).toEqual([
      'title',
      'status',
      'percent',
      'begin',
      'plannedEnd',
      'priority',
    ]);
    expect(told(document)).toEqual([
      'Solaroffensive / Started 2023-01-15, ProgressReported 2025 / 2023-01-15–2026-12-31',
      'Wärmewende / Started 2024-03-01, DelayReported 2025 / 2024-03-01–2030-12-31',
      'Radnetz / Planned 2025 / –2028',
    ]);
    expect(described(document).map((one) => one?.priority)).toEqual(['HIGH', 'MEDIUM', 'LOW']);
  });

  it('a word of state that nobody knows: named at its first row, with its column', () => {
    const { findings } = importing(
      csv(
        ['Nr', 'Titel', 'Stand'],
        ['1', 'Rad', 'läuft'],
        ['2', 'Bus', 'kaputt'],
        ['3', 'Zug', 'kaputt'],
      ),
    );
    expect(findings.filter(({ code }) => code === 'status-word-unknown')).toMatchObject([
      { where: 'row 3', params: { column: 'Stand', word: 'kaputt', count: 2 } },
    ]);
  });
});
