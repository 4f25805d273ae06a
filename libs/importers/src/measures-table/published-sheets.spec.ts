import { readImport } from '../read-import.js';

const read = (bytes: Uint8Array) => {
  const { municipalities, findings } = readImport(bytes, {
    fileName: 'liste.csv',
    today: '2026-11-20',
    standOn: '2024-04-30',
  });
  const measures = municipalities.flatMap(({ plan }) =>
    plan.measures.map(({ recorded, entries, described }) => ({
      title: recorded.text?.title,
      states: entries.map(({ type }) => type),
      text: described?.text,
    })),
  );
  return { measures, codes: findings.map(({ where, code }) => `${where} ${code}`) };
};
const list = (...lines: readonly string[]) => read(new TextEncoder().encode(lines.join('\n')));

describe('a list as towns publish it', () => {
  it('with Harvey balls asks what each of them means, and keeps it beside the measure', () => {
    const balls = ['○', '◔', '◑', '◕', '●'];
    const { measures, codes } = list(
      'Nr.;Maßnahme;Fortschritt',
      ...balls.map((ball, row) => `${row};Weg ${row};${ball}`),
    );
    expect(measures.map(({ states, text }) => [states, text?.statusNote])).toEqual(
      balls.map((ball) => [[], ball]),
    );
    expect(codes.filter((code) => code.endsWith('status-word-unknown'))).toHaveLength(5);
  });

  it('with a traffic light tells what the monitors think, and no state', () => {
    const { measures } = list('Nr.;Maßnahme;Ampel', '1;Weg;grün', '2;Bad;gelb', '3;Netz;🔴');
    expect(measures.map(({ states }) => states)).toEqual([
      ['MeasureAssessed'],
      ['MeasureAssessed'],
      ['MeasureAssessed'],
    ]);
  });

  it.each(['✗', '✘', '❌', '☐', 'nein'])(
    'with crosses in a column „Umgesetzt“ takes „%s“ not for completed',
    (no) => {
      const { measures } = list('Nr.;Maßnahme;Umgesetzt', '1;Weg;✓', `2;Bad;${no}`);
      const [yes, other] = measures.map(({ states }) => states);
      expect(yes).toEqual(['MeasureImplementationCompleted']);
      expect(other).not.toContain('MeasureImplementationCompleted');
    },
  );

  it('with a share beside the state takes the state, and names the other column', () => {
    const { measures, codes } = list(
      'Nr.;Maßnahme;Status;Fortschritt',
      '1;Weg;läuft;0,35',
      '2;Bad;erledigt;1',
    );
    expect(measures.map(({ states }) => states)).toEqual([
      ['MeasureImplementationStarted'],
      ['MeasureImplementationCompleted'],
    ]);
    expect(codes).toContain('file states-beside');
  });

  it('with quotes, line breaks, notes, a legend and a sum brings its measures alone', () => {
    const { measures, codes } = list(
      'Nr.;Maßnahme;Beschreibung;Status',
      '1;"A ""Weg""";"Zeile 1\nZeile; 2";läuft',
      '2;Bad;;geplant',
      '',
      '* Stand 4/2024',
      'Legende:;;;',
      '●;erledigt;;',
      'Summe;2;;',
    );
    expect(measures.map(({ title, text }) => [title, text?.description])).toEqual([
      ['A "Weg"', 'Zeile 1\nZeile; 2'],
      ['Bad', undefined],
    ]);
    expect(codes.filter((code) => code.endsWith('row-left-out'))).toHaveLength(4);
  });

  it('as text with tabs in UTF-16 that is called .csv is read as it is', () => {
    const text = '\ufeffNr.\tMaßnahme\tStatus\n1\tWeg\tläuft\n2\tBad\tgeplant\n';
    const { measures } = read(new Uint8Array(Buffer.from(text, 'utf16le')));
    expect(measures.map(({ title }) => title)).toEqual(['Weg', 'Bad']);
  });
});
