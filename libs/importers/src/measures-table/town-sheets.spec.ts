import { findingsOf, importing, measuresOf } from '../testing/files.js';
import { workbook } from '../testing/workbook.js';
import type { ImportDocument, ImportedMeasure } from '../importer.js';

// Five sheets, each shaped like what a town would have; what stands in them is invented.

const windows1252 = (text: string): Uint8Array => {
  const signs: Readonly<Record<string, number>> = { '€': 0x80, '„': 0x84, '–': 0x96, '“': 0x93 };
  return Uint8Array.from([...text], (sign) => signs[sign] ?? sign.charCodeAt(0));
};

const fieldOf = ({ municipalities }: ImportDocument, { field }: ImportedMeasure) =>
  municipalities[0]?.plan.fields.find(({ source }) => source.key === field)?.name;

/** What people would look for: number, title, field, and the state with its day. */
const told = (document: ImportDocument) =>
  measuresOf(document).map((measure) => [
    measure.number,
    measure.recorded.text?.title,
    fieldOf(document, measure),
    ...measure.entries
      .filter(({ type }) => type !== 'MeasureRescheduled')
      .map(
        ({ type, occurredOn }) => `${type.replace(/^Measure(Implementation)?/, '')} ${occurredOn}`,
      ),
  ]);
const planned = (document: ImportDocument) =>
  measuresOf(document).map(({ entries }) => {
    const entry = entries.find(({ type }) => type === 'MeasureRescheduled');
    const { plannedStart, plannedEnd } = (entry?.data ?? {}) as {
      plannedStart?: string;
      plannedEnd?: string;
    };
    return [plannedStart, plannedEnd];
  });
const described = (document: ImportDocument) =>
  measuresOf(document).map((measure) => measure.described);
const clean = (document: ImportDocument) => {
  expect(document.refused).toEqual([]);
  return document;
};

describe('a list saved by an old spreadsheet: semicolons, Windows-1252, lines about itself, notes at the end', () => {
  const text = [
    'Gemeinde Altenbach;;;;;;',
    'Maßnahmenliste Klimaschutz „Altenbach 2035“;;;;;;',
    'Stand: 30.04.2024;;;;;;',
    ';;;;;;',
    'lfd. Nr.;Handlungsfeld;Maßnahme;Zuständigkeit;Kosten in €;Fertigstellung;Umsetzungsstand',
    '1;Gebäude;Dach der Schule;Bauamt;ca. 1,2 Mio. €;Ende 2025;in Arbeit',
    ';;;;;;',
    '2;Gebäude;Heizung Rathaus;Bauamt;30.000 €/a;31.12.25;erledigt',
    '3;Verkehr;Radweg nach Neubach;Kreis – Tiefbau;nicht beziffert;2. Halbjahr 2026;noch nicht begonnen',
    '4;Verkehr;Bürgerbus;;-;laufend;läuft',
    ';;;;;;',
    'Quelle: Bauamt Altenbach;;;;;;',
    '* geschätzt;;;;;;',
  ].join('\r\n');
  const document = clean(importing(windows1252(text)));

  it('comes in with its fields and states, for its own day', () => {
    expect(document.standOn).toBe('2024-04-30');
    expect(told(document)).toEqual([
      ['1', 'Dach der Schule', 'Gebäude', 'Started 2024-04-30'],
      ['2', 'Heizung Rathaus', 'Gebäude', 'Completed 2024-04-30'],
      ['3', 'Radweg nach Neubach', 'Verkehr', 'Planned 2024-04-30'],
      ['4', 'Bürgerbus', 'Verkehr', 'Started 2024-04-30'],
    ]);
  });

  it('with German dates and amounts', () => {
    expect(planned(document)).toEqual([
      [undefined, '2025'],
      [undefined, '2025-12-31'],
      [undefined, '2026-12'],
      [undefined, undefined],
    ]);
    expect(measuresOf(document)[0]?.entries[0]?.data.text).toMatchObject({
      note: 'Fertigstellung: Ende 2025',
    });
    expect(measuresOf(document)[3]?.entries.at(-1)?.data).toMatchObject({ duration: 'PERMANENT' });
    expect(described(document)).toEqual([
      {
        cost: { oneOffCents: 120_000_000 },
        text: { title: 'Dach der Schule', costNote: 'Kosten in €: ca. 1,2 Mio. €' },
      },
      { cost: { perYearCents: 3_000_000 }, text: { title: 'Heizung Rathaus' } },
      { notQuantified: ['COST'], text: { title: 'Radweg nach Neubach' } },
      { duration: 'PERMANENT', text: { title: 'Bürgerbus' } },
    ]);
    expect(measuresOf(document).map(({ responsible }) => responsible?.text?.name)).toEqual([
      'Bauamt',
      'Bauamt',
      'Kreis – Tiefbau',
      undefined,
    ]);
  });

  it('and says what it passed over', () => {
    expect(findingsOf(document)).toEqual([
      ['file', 'stand-from-sheet'],
      ['row 12', 'row-left-out'],
      ['row 13', 'row-left-out'],
      ['file', 'town-not-named'],
    ]);
  });
});

describe('a workbook with two heading rows and merged cells', () => {
  const document = clean(
    importing(
      workbook(
        { name: 'Deckblatt', rows: [['Klimaschutzkonzept'], ['Stadt Musterau']] },
        {
          name: 'Maßnahmen',
          rows: [
            ['Maßnahmenübersicht', null, null, null, null, null, null, null, null],
            [],
            [
              'Handlungsfeld',
              'Nr.',
              'Maßnahme',
              'Kosten',
              null,
              'Umsetzung',
              null,
              null,
              'THG-Einsparung (t/a)',
            ],
            [null, null, null, 'einmalig', 'jährlich', 'Beginn', 'Ende', 'Status', null],
            [
              'Energie',
              'E1',
              'Solarpflicht',
              12500,
              300.5,
              { date: '2023-03-01' },
              { date: '2025-12-31' },
              'läuft',
              120,
            ],
            [null, 'E2', 'Wärmenetz', '250 T€', null, 2024, 2030, 'geplant', '1.500'],
            [null, 'E3', { rich: ['Wind', 'park'] }, null, null, null, null, 'ruht', '500–800'],
            [
              'Mobilität',
              'M1',
              'Radschnellweg',
              { formula: 'SUM(D5:D6)', value: 262500 },
              null,
              null,
              { date: '2026-06-01', format: 'month' },
              'verzögert',
              null,
            ],
          ],
          merges: ['A1:I1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:E3', 'F3:H3', 'I3:I4', 'A5:A7'],
        },
      ),
      { fileName: 'uebersicht.xlsx', standOn: '2024-12-31' },
    ),
  );

  it('is found behind its cover, with fields that span rows', () => {
    expect(document.reading).toMatchObject({ sheet: 'Maßnahmen', headingRow: 4, unplaced: [] });
    expect(document.reading?.columns.map(({ heading, target }) => [heading, target])).toEqual([
      ['Handlungsfeld', 'field'],
      ['Nr.', 'number'],
      ['Maßnahme', 'title'],
      ['Kosten einmalig', 'costOneOff'],
      ['Kosten jährlich', 'costPerYear'],
      ['Beginn', 'begin'],
      ['Ende', 'finish'],
      ['Status', 'status'],
      ['THG-Einsparung (t/a)', 'saving'],
    ]);
    expect(told(document)).toEqual([
      ['E1', 'Solarpflicht', 'Energie', 'Started 2023-03-01'],
      ['E2', 'Wärmenetz', 'Energie', 'Planned 2024-12-31'],
      ['E3', 'Windpark', 'Energie', 'Paused 2024-12-31'],
      ['M1', 'Radschnellweg', 'Mobilität', 'DelayReported 2024-12-31'],
    ]);
  });

  it('with numbers and days as the file knows them', () => {
    expect(planned(document)).toEqual([
      ['2023-03-01', '2025-12-31'],
      ['2024', '2030'],
      [undefined, undefined],
      [undefined, '2026-06'],
    ]);
    expect(described(document).map((one) => [one?.cost, one?.savings])).toEqual([
      [{ oneOffCents: 1_250_000, perYearCents: 30_050 }, { kgCo2ePerYear: 120_000 }],
      [{ oneOffCents: 25_000_000 }, { kgCo2ePerYear: 1_500_000 }],
      [undefined, { minKgCo2ePerYear: 500_000, maxKgCo2ePerYear: 800_000 }],
      [{ oneOffCents: 26_250_000 }, undefined],
    ]);
  });
});

describe('a workbook in sections, with headings on each page, sums and shares', () => {
  const heading = [
    'Nr',
    'Titel der Maßnahme',
    'Federführung / Beteiligte',
    'Umsetzungsgrad in %',
    'Budget gesamt',
    'Bemerkungen',
  ];
  const document = clean(
    importing(
      workbook({
        name: 'Controlling',
        rows: [
          ['Controllingbericht'],
          heading,
          ['Handlungsfeld 1: Bauen und Wohnen', null, null, null, null, null],
          [1.1, 'Altbau sanieren', 'Amt 60', { percent: 0.6 }, 100000, 'siehe unten'],
          [1.2, 'Neubau in Holz', 'Amt 60\nAmt 61', { percent: 0 }, 50000, null],
          ['Summe', null, null, null, 150000, null],
          [],
          heading,
          ['Handlungsfeld 2: Natur', null, null, null, null, null],
          [2.1, 'Moor vernässen', 'Amt 67', '25 %', null, 'Frag wald@stadt.example'],
          [2.2, 'Bäume pflanzen', 'Amt 67', { percent: 1 }, null, null],
        ],
        merges: ['A1:F1', 'A3:F3', 'A9:F9'],
        hiddenRows: [11],
      }),
      { fileName: 'controlling.xlsx', standOn: '2025' },
    ),
  );

  it('comes in field by field', () => {
    expect(told(document)).toEqual([
      ['1.1', 'Altbau sanieren', 'Bauen und Wohnen', 'Started 2025', 'ProgressReported 2025'],
      ['1.2', 'Neubau in Holz', 'Bauen und Wohnen', 'Planned 2025'],
      ['2.1', 'Moor vernässen', 'Natur', 'Started 2025', 'ProgressReported 2025'],
      ['2.2', 'Bäume pflanzen', 'Natur', 'Started 2025', 'ProgressReported 2025'],
    ]);
    const shares = measuresOf(document).flatMap(({ entries }) =>
      entries.flatMap((entry) =>
        entry.type === 'MeasureProgressReported' ? [entry.data.percent] : [],
      ),
    );
    expect(shares).toEqual([60, 25, 100]);
    expect(described(document)[0]).toEqual({
      budget: { totalCents: 10_000_000 },
      text: { title: 'Altbau sanieren', remarks: 'siehe unten' },
    });
  });

  it('says what it passed over, took from hidden rows, and removed', () => {
    expect(findingsOf(document)).toEqual([
      ['row 6', 'row-left-out'],
      ['row 5', 'body-split'],
      ['row 10', 'e-mail-removed'],
      ['row 11', 'share-complete'],
      ['file', 'rows-hidden'],
      ['file', 'town-not-named'],
    ]);
  });
});

describe('a text with tabs in UTF-16, with colours and words of its own', () => {
  const text = [
    'Kürzung\tMaßnahme\tBereich\tStatus\tLaufzeit\tPriorität\tAnsprechpartner\tMondphase',
    'A\tPhotovoltaik\tStrom\tgrün\t2023-2025\thoch\tFrau Muster\tvoll',
    'B\tE-Busse\tVerkehr\t🔴\tab 2023\tmittel\tHerr Muster\t',
    'C\tMieterstrom\tStrom\tPhase II\tQ3/2026\t\t\t',
    'D\tKühle Orte\tKlimaanpassung\tin Arbeit: zwei von fünf fertig\tFrühjahr 2025\tniedrig\t\tneu',
  ].join('\r\n');
  const bytes = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  const document = clean(importing(bytes, { standOn: '2025-06' }));

  it('comes in, and asks about what it cannot know', () => {
    expect(told(document)).toEqual([
      [undefined, 'Photovoltaik', 'Strom'],
      [undefined, 'E-Busse', 'Verkehr'],
      [undefined, 'Mieterstrom', 'Strom'],
      [undefined, 'Kühle Orte', 'Klimaanpassung', 'Started 2025-06'],
    ]);
    expect(planned(document)).toEqual([
      ['2023', '2025'],
      ['2023', undefined],
      ['2026-09', '2026-09'],
      ['2025', '2025'],
    ]);
    expect(document.reading?.statusWords).toEqual([
      { word: 'grün', count: 1, meaning: null, sure: false },
      { word: '🔴', count: 1, meaning: null, sure: false },
      { word: 'Phase II', count: 1, meaning: null, sure: false },
      { word: 'in Arbeit: zwei von fünf fertig', count: 1, meaning: 'IN_PROGRESS', sure: true },
    ]);
    expect(document.reading?.unplaced).toEqual(['Kürzung', 'Mondphase']);
    expect(described(document)[2]?.text?.statusNote).toBe('Phase II');
    expect(measuresOf(document)[3]?.entries.at(-1)?.data.text).toMatchObject({
      note: 'in Arbeit: zwei von fünf fertig',
    });
    expect(described(document).map((one) => one?.priority)).toEqual([
      'HIGH',
      'MEDIUM',
      undefined,
      'LOW',
    ]);
  });

  it('names what stays outside', () => {
    expect(document.notTaken).toEqual([
      { what: 'Ansprechpartner', count: 2, reason: 'personal' },
      { what: 'Kürzung', count: 4, reason: 'not-yet' },
      { what: 'Mondphase', count: 2, reason: 'not-yet' },
    ]);
    expect(JSON.stringify(document.municipalities)).not.toContain('Muster');
  });

  it('does as it is told where somebody says what the sheet means', () => {
    const mapping = {
      columns: { Kürzung: 'number', Mondphase: 'ignore' },
      statusWords: { 'Phase II': 'IN_PROGRESS', grün: 'COMPLETED' },
    } as const;
    const again = clean(importing(bytes, { standOn: '2025-06', mapping }));
    expect(told(again).map(([number, , , state]) => [number, state])).toEqual([
      ['A', 'Completed 2025-06'],
      ['B', undefined],
      ['C', 'Started 2025-06'],
      ['D', 'Started 2025-06'],
    ]);
    expect(again.reading?.unplaced).toEqual([]);
    expect(again.notTaken).toContainEqual({ what: 'Mondphase', count: 2, reason: 'ignored' });
    const third = importing(bytes, { standOn: '2025-06', mapping: again.reading!.mapping });
    expect(third.municipalities).toEqual(again.municipalities);
  });
});

describe('a workbook with decisions, an assessment, and measures over several rows', () => {
  const document = clean(
    importing(
      workbook(
        {
          name: 'intern',
          hidden: true,
          rows: [
            ['Nr.', 'Maßnahme', 'Status'],
            ['9', 'Geheim', 'läuft'],
          ],
        },
        {
          name: 'Monitoring',
          rows: [
            [
              'Nr.',
              'Maßnahme',
              'Beschlossen am',
              'Drucksache',
              'Ampel',
              'Was wurde erreicht?',
              'Nächste Schritte',
              'Zielgruppe',
              'Umsetzungsstand',
              'Abgeschlossen am',
            ],
            [
              { date: '2026-01-01' },
              'Energieleitplan',
              { date: '2022-12-15' },
              'DS 74/2022',
              'grün',
              'Daten liegen vor',
              'Entwurf',
              'Bürger, Betriebe',
              'fertiggestellt',
              { date: '2024-02-29' },
            ],
            [null, null, null, null, null, null, 'Beteiligung', null, null, null],
            [null, null, null, null, null, null, 'Beschluss', null, null, null],
            [
              '1.2',
              'Sparprogramm',
              null,
              '0840/2023',
              'rot',
              null,
              null,
              null,
              'eingestellt',
              null,
            ],
            [
              '1.3',
              'Stadtgrün',
              'im Ausschuss beraten',
              null,
              null,
              'Drei Parks',
              null,
              null,
              null,
              null,
            ],
          ],
          merges: ['A2:A4', 'B2:B4'],
        },
      ),
      { fileName: 'monitoring.xlsx', standOn: '2024-04-30' },
    ),
  );

  it('takes a vote only with its day, and an opinion only as an opinion', () => {
    expect(told(document)).toEqual([
      [
        '1.1',
        'Energieleitplan',
        undefined,
        'Decided 2022-12-15',
        'Completed 2024-02-29',
        'Assessed 2024-04-30',
      ],
      ['1.2', 'Sparprogramm', undefined, 'Abandoned 2024-04-30', 'Assessed 2024-04-30'],
      ['1.3', 'Stadtgrün', undefined],
    ]);
    const [first] = measuresOf(document);
    expect(first?.entries[0]).toMatchObject({
      data: {
        effect: 'ADOPTS',
        scope: 'FULL',
        final: false,
        imported: true,
        text: { paper: 'DS 74/2022' },
      },
    });
    expect(first?.entries[2]).toMatchObject({
      data: { scale: 'TRAFFIC_LIGHT', rating: 'GREEN', text: { achieved: 'Daten liegen vor' } },
    });
  });

  it('keeps the rest with the measure', () => {
    expect(described(document).map((one) => one?.text)).toEqual([
      {
        title: 'Energieleitplan',
        papers: [{ number: 'DS 74/2022' }],
        steps: [{ text: 'Entwurf' }, { text: 'Beteiligung' }, { text: 'Beschluss' }],
        targetGroups: ['Bürger', 'Betriebe'],
      },
      { title: 'Sparprogramm', papers: [{ number: '0840/2023' }] },
      {
        title: 'Stadtgrün',
        remarks: 'Beschlossen am: im Ausschuss beraten\nWas wurde erreicht?: Drei Parks',
      },
    ]);
    expect(findingsOf(document)).toContainEqual(['row 2', 'number-was-date']);
    expect(findingsOf(document)).toContainEqual(['row 2', 'decision-without-body']);
    expect(findingsOf(document)).toContainEqual(['file', 'sheets-hidden']);
  });
});
