import { findingWords } from '../words.js';
import { findingsOf, importing, measuresOf, theMeasure } from '../testing/files.js';

const sheet = (...rows: string[]) => rows.join('\r\n');
const typesOf = (document: ReturnType<typeof importing>) =>
  measuresOf(document).map(({ entries }) => entries.map(({ type }) => type));

describe('words in cells that are easily misread', () => {
  it('„abgelehnt“ as a state moves no axis, and is kept as what somebody is asked about', () => {
    const document = importing(sheet('Nr;Maßnahme;Status', '1;Radweg;abgelehnt'));
    expect(theMeasure(document)).toMatchObject({
      entries: [],
      described: { text: { statusNote: 'abgelehnt' } },
    });
    expect(findingsOf(document)).toContainEqual(['row 2', 'decision-in-status']);
  });

  it.each(['stockt', 'im Verzug'])('the report quotes „%s“ as it stands in the cell', (said) => {
    const { findings } = importing(sheet('Nr;Maßnahme;Status', `1;Radweg;${said}`));
    const late = findings.find(({ code }) => code === 'to-clarify');
    expect(findingWords('to-clarify', late?.params ?? {}).de).toContain(`„${said}“`);
  });

  it('knows „Feld“, „Owner“ and „Erledigt zu“', () => {
    const document = importing(
      sheet('Nr;Feld;Maßnahme;Owner;Erledigt zu', '1;Energie;Solardach;Umweltamt;40 %'),
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
