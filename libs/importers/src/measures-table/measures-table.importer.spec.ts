import { findingsOf, importing, measuresOf, reasonsOf, theMeasure } from '../testing/files.js';

const sheet = (headings: string, ...rows: string[]) => [headings, ...rows].join('\r\n');

describe('a list of measures', () => {
  it('is understood by its German headings', () => {
    const document = importing(
      sheet(
        'Maßnahmen-Nr.;Handlungsfeld;Maßnahme;Kurzbeschreibung;Federführung;Sachstand;Budget (jährlich);THG-Einsparung (t);Geplantes Ende;Hemmnisse',
        'A1.1;Energie;Energieleitplan;Kurz;Umweltamt;Das Büro sammelt Daten.;72.000 €;1.954;12/2025;Personal',
      ),
      { standOn: '2022' },
    );
    expect(document.municipalities[0]?.plan.fields).toMatchObject([{ name: 'Energie', order: 0 }]);
    expect(theMeasure(document)).toMatchObject({
      source: { system: 'CSV', key: 'A1.1' },
      number: 'A1.1',
      field: 'Energie',
      described: {
        budget: { perYearCents: 7_200_000 },
        savings: { kgCo2ePerYear: 1_954_000 },
        text: { teaser: 'Kurz', statusReport: 'Das Büro sammelt Daten.', obstacles: 'Personal' },
      },
      responsible: { responsibility: 'LEAD', text: { name: 'Umweltamt' } },
      entries: [
        { type: 'MeasureRescheduled', occurredOn: '2022', data: { plannedEnd: '2025-12' } },
      ],
    });
  });

  it('moves no axis by its report', () => {
    const measure = theMeasure(
      importing(sheet('Titel;Sachstand', 'A;Wir haben die Planung im Mai abgeschlossen.')),
    );
    expect(measure.entries).toEqual([]);
    expect(measure.described?.text?.statusReport).toContain('im Mai');
  });

  it('keeps what no figure or date can say as text where it belongs, and says so', () => {
    const document = importing(
      sheet(
        'Titel;Bemerkungen;Kosten;Budget;THG-Einsparung (t);Fortschritt (%);Ende',
        'A;Alt;siehe Anlage;50-80 TEUR;gering;40-50 %;nach Bedarf',
      ),
    );
    expect(theMeasure(document).described).toEqual({
      text: {
        title: 'A',
        costNote: 'Kosten: siehe Anlage\nBudget: 50-80 TEUR',
        savingsMethod: 'THG-Einsparung (t): gering',
        period: 'Ende: nach Bedarf',
        remarks: 'Alt\n\nFortschritt (%): 40-50 %',
      },
    });
    const said = document.findings.filter(({ code }) => code === 'value-as-text');
    expect(said.map(({ where, params }) => [where, params['column'], params['to']])).toEqual(
      expect.arrayContaining([
        ['row 2', 'Kosten', 'costNote'],
        ['row 2', 'Budget', 'costNote'],
        ['row 2', 'THG-Einsparung (t)', 'savingsMethod'],
        ['row 2', 'Ende', 'period'],
        ['row 2', 'Fortschritt (%)', 'remarks'],
      ]),
    );
  });

  it.each([
    ['Ende', 'bald', 'field/not-a-date'],
    ['Geplanter Beginn', '31.02.2026', 'field/not-a-date'],
    ['Beschlossen am', 'demnächst', 'field/not-a-date'],
    ['Fortschritt (%)', '120', 'field/not-a-share'],
  ])('refuses a row whose „%s“ says %s, by column, value and reason', (heading, value, reason) => {
    const document = importing(sheet(`Titel;${heading}`, 'A;', `B;${value}`));
    expect(reasonsOf(document)).toEqual([['row 3', heading, reason]]);
    expect(document.refused[0]?.value).toBe(value);
    expect(measuresOf(document).map(({ recorded }) => recorded.text?.title)).toEqual(['A']);
  });

  it('reads a day that lost its format, and says so', () => {
    const document = importing(sheet('Titel;Ende', 'A;45352'));
    expect(theMeasure(document).entries[0]?.data).toMatchObject({ plannedEnd: '2024-03-01' });
    expect(findingsOf(document)).toContainEqual(['row 2', 'date-was-number']);
  });

  it.each([
    ['Fortschritt (%);', ['40', '40 v. H.', '15 Prozent', 'ca. 40 %'], [40, 40, 15, 40]],
    ['Umsetzungsgrad;', ['0', '0,4', '1'], [40, 100]],
  ])('reads shares under „%s“: %j', (heading, said, percents) => {
    const rows = said.map((value, index) => `M${index};${value};`);
    const document = importing(sheet(`Titel;${heading}`, ...rows));
    const entries = measuresOf(document).flatMap(({ entries }) =>
      entries.flatMap((entry) => (entry.type === 'MeasureProgressReported' ? [entry.data] : [])),
    );
    expect(entries.map(({ percent }) => percent)).toEqual(percents);
    expect(entries.some(({ text }) => text?.note === 'ca. 40 %')).toBe(said.includes('ca. 40 %'));
  });

  it('names columns that it does not know, with how many rows say something there', () => {
    const document = importing(sheet('Titel;Lieblingsfarbe;Leer', 'A;blau;', 'B;;', 'C;rot;'));
    expect(document.notTaken).toEqual([{ what: 'Lieblingsfarbe', count: 2, reason: 'not-yet' }]);
  });

  it.each(['Interne Notiz', 'Bemerkung (intern)', 'Kommentar intern', 'Notizen intern'])(
    'leaves a column „%s“ outside, for the log can never be asked back',
    (heading) => {
      const document = importing(sheet(`Titel;${heading}`, 'A;Frau X fragen'));
      expect(theMeasure(document).described).toBeUndefined();
      expect(document.notTaken).toEqual([{ what: heading, count: 1, reason: 'personal' }]);
    },
  );

  it('takes the first of two columns with the same meaning, and names the other', () => {
    const document = importing(sheet('Titel;Ziel;Ziel', 'A;eins;zwei'));
    expect(theMeasure(document).described?.text?.goal).toBe('eins');
    expect(document.notTaken).toEqual([{ what: 'Ziel (2)', count: 1, reason: 'not-yet' }]);
  });

  it('may begin with lines about itself, and counts rows as a spreadsheet does', () => {
    const document = importing(
      sheet('Maßnahmenliste der Stadt;;', ';;', 'Nr;Titel;Ziel', '1;A;', ';;', '2;;x'),
    );
    expect(measuresOf(document)).toHaveLength(1);
    expect(reasonsOf(document)).toEqual([['row 6', 'Titel', 'field/missing']]);
  });

  it('made of LocalZero data speaks as LocalZero does', () => {
    const document = importing(
      sheet('id,path,title,execution_status', '7,Wärme / Netz,A,2', '8,Wärme,B,6', '9,,C,0'),
      { standOn: '2024' },
    );
    expect(
      document.municipalities[0]?.plan.fields.map(({ name, parent }) => [name, parent]),
    ).toEqual([
      ['Wärme', undefined],
      ['Netz', 'Wärme'],
    ]);
    const types = measuresOf(document).map(({ entries }) => entries.map(({ type }) => type));
    expect(types).toEqual([['MeasureImplementationStarted'], ['MeasureDelayReported'], []]);
    expect(findingsOf(document)).toContainEqual(['row 3', 'to-clarify']);
    expect(measuresOf(document)[1]?.entries[0]?.data.text?.note).toBe('verzögert / fehlt');
  });

  it('is known again by number, else by title', () => {
    const keys = measuresOf(importing(sheet('Nr;Titel', '7;A', ';Zwei  Wörter'))).map(
      ({ source }) => source.key,
    );
    expect(keys).toEqual(['7', 'zwei wörter']);
  });

  it('numbers rows that have the same key, so that all come in', () => {
    const document = importing(sheet('Nr;Titel', '1;A', '1;B', '1;C'));
    expect(measuresOf(document).map(({ source }) => source.key)).toEqual(['1', '1 #2', '1 #3']);
    expect(findingsOf(document).slice(0, 2)).toEqual([
      ['row 3', 'key-numbered'],
      ['row 4', 'key-numbered'],
    ]);
  });

  it('splits a long text about the responsible body', () => {
    const document = importing(
      sheet('Titel;Zuständig', 'A;"Umweltamt. Das Bauamt hilft mit, wenn es Zeit hat."'),
    );
    expect(theMeasure(document).responsible?.text).toMatchObject({
      name: 'Umweltamt',
      explanation: 'Umweltamt. Das Bauamt hilft mit, wenn es Zeit hat.',
    });
  });

  it('takes e-mail addresses out of texts', () => {
    const document = importing(sheet('Titel;Bemerkungen', 'A;Frag x@y.example'));
    expect(theMeasure(document).described?.text?.remarks).toBe('Frag [E-Mail-Adresse entfernt]');
  });
});

describe('a wrong row', () => {
  it.each([
    ['B', 'row 3', '', 'row/cells'],
    ['B;x;y;z', 'row 3', '', 'row/cells'],
    [';x;y', 'row 3', 'Titel', 'field/missing'],
    [`${'B'.repeat(301)};x;y`, 'row 3', 'Titel', 'field/too-long'],
    [`B;${'1'.repeat(41)};y`, 'row 3', 'Nr', 'field/too-long'],
    [`B;1;${'z'.repeat(10_001)}`, 'row 3', 'Ziel', 'field/too-long'],
    ['B\u0007;1;y', 'row 3', 'Titel', 'field/not-storable'],
  ])('is named by place, column, value and reason: %#', (row, ...reason) => {
    const document = importing(sheet('Titel;Nr;Ziel', 'A;1;x', row, 'C;3;z'));
    expect(reasonsOf(document)).toEqual([reason]);
    expect(measuresOf(document).map(({ recorded }) => recorded.text?.title)).toEqual(['A', 'C']);
  });
});

const id = '0198f2a0-0000-7000-8000-000000000001';
const own = (headings: string, row: string) =>
  importing(sheet(`Klimaspur-ID;Titel;${headings}`, row));

describe('our own export', () => {
  it('is known by the id, and by it the measure', () => {
    const measure = theMeasure(own('Stand', `${id};A;geplant`));
    expect(measure).toMatchObject({ id, source: { system: 'Klimaspur', key: id } });
  });

  it('gives texts back as they were', () => {
    const document = own('Bemerkungen', `${id};A;"  '=1+1 x@y.example "`);
    expect(theMeasure(document).described?.text?.remarks).toBe("  '=1+1 x@y.example ");
    const guarded = own('Bemerkungen', `${id};'=A;''-x`);
    expect(theMeasure(guarded).described?.text).toEqual({ title: '=A', remarks: "'-x" });
  });

  it('names what Klimaspur computes as not taken over', () => {
    const document = own('Stand;Überfällig', `${id};A;geplant;nein`);
    expect(document.notTaken).toEqual([
      { what: 'Stand', count: 1, reason: 'computed' },
      { what: 'Überfällig', count: 1, reason: 'computed' },
    ]);
  });

  it('names nothing as left out that it takes over', () => {
    const document = own('Umsetzungsstand;Umsetzungsstand seit', `${id};A;IN_PROGRESS;2024-03-01`);
    expect(document.notTaken).toEqual([]);
    expect(theMeasure(document).origin).toMatchObject([
      { type: 'MeasureImplementationResumed', occurredOn: '2024-03-01' },
    ]);
  });

  it.each([
    ['Budget insgesamt (EUR)', 'viel', 'field/not-a-number'],
    ['Geplantes Ende', 'Frühjahr 2024', 'field/not-a-date'],
  ])('refuses a %s that it cannot read, instead of changing a text', (heading, value, reason) => {
    expect(reasonsOf(own(heading, `${id};A;${value}`))).toEqual([['row 2', heading, reason]]);
  });

  it('refuses an id that is none or occurs twice; a row without one is a new measure', () => {
    const document = importing(sheet('Klimaspur-ID;Titel', `${id};A`, `${id};B`, 'x;C', ';Neu'));
    expect(reasonsOf(document)).toEqual([
      ['row 3', 'Klimaspur-ID', 'row/duplicate-key'],
      ['row 4', 'Klimaspur-ID', 'field/not-an-id'],
    ]);
    expect(measuresOf(document).map(({ source }) => source)).toEqual([
      { system: 'Klimaspur', key: id },
      { system: 'CSV', key: 'neu' },
    ]);
  });

  it('reads paths of fields', () => {
    const document = own('Handlungsfeld', `${id};A;Energie › Strom \\› Netz`);
    expect(document.municipalities[0]?.plan.fields).toMatchObject([
      { source: { key: 'Energie' }, name: 'Energie' },
      { parent: 'Energie', name: 'Strom › Netz' },
    ]);
  });
});
