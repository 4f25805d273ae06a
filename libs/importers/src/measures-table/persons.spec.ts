import { findingsOf, importing, measuresOf, theMeasure } from '../testing/files.js';

const sheet = (heading: string, who: string) => `Nr;Maßnahme;${heading}\r\n1;Solardach;${who}`;
const bodies = (content: string) =>
  measuresOf(importing(content)).flatMap(({ responsible, partners = [] }) =>
    [responsible, ...partners].flatMap((body) => body?.text?.name ?? []),
  );

describe('names of persons in a list of measures', () => {
  it.each([
    'Owner',
    'Action owner',
    'Ansprechpartner/in',
    'Zuständigkeit / Ansprechpartner',
    'Zuständiger Sachbearbeiter',
    'Bearbeiter',
    'Bearbeitet von',
    'Kontaktperson',
    'Contact person',
    'Responsible person',
    'Projektleitung',
    'Name der Verantwortlichen',
  ])('below „%s“ stay outside, and the report says so', (heading) => {
    const document = importing(sheet(heading, 'Anna Muster'));
    expect(JSON.stringify(document.municipalities)).not.toContain('Muster');
    expect(document.notTaken).toEqual([{ what: heading, count: 1, reason: 'personal' }]);
    expect(document.reading?.columns.at(-1)).toMatchObject({ target: null, reason: 'personal' });
  });

  it('are taken where somebody maps their column', () => {
    const mapping = { columns: { Owner: 'lead' } } as const;
    const document = importing(sheet('Owner', 'Frau Muster'), { mapping });
    expect(theMeasure(document).responsible?.text?.name).toBe('Frau Muster');
    expect(findingsOf(importing(sheet('Owner', 'Umweltamt')))).toContainEqual([
      'file',
      'person-column',
    ]);
  });

  it.each([
    ['Zuständig', 'Umweltamt, Frau Muster', ['Umweltamt']],
    ['Zuständig', 'Tiefbauamt (Herr Dr. Muster-Mann)', ['Tiefbauamt']],
    ['Zuständig', 'Fr. Muster / Stadtwerke', ['Stadtwerke']],
    ['Zuständig', 'Herr Muster', []],
    ['Beteiligte', 'ADFC; Prof. Muster; Forstamt', ['ADFC', 'Forstamt']],
    ['Zuständig', 'Frauenbüro', ['Frauenbüro']],
    ['Zuständig', 'Drogeriemarkt GmbH', ['Drogeriemarkt GmbH']],
  ])('beside an office are left out: %s: %s', (heading, who, expected) => {
    const content = sheet(heading, `"${who}"`);
    expect(bodies(content)).toEqual(expected);
    const found = findingsOf(importing(content)).some(([, code]) => code === 'person-left-out');
    expect(found).toBe(who.includes('Muster'));
  });

  it.each([
    ['Nr;Name;Maßnahme;Status', '1;Anna Muster;Solardach;läuft'],
    ['Nr;Maßnahme;Name;Status', '1;Solardach;Anna Muster;läuft'],
    ['Nr;Name der Maßnahme;Status', '1;Solardach;läuft'],
    ['Nr;Name;Status', '1;Solardach;läuft'],
  ])('are no titles: %s', (...rows) => {
    const document = importing(rows.join('\r\n'));
    expect(theMeasure(document).recorded.text?.title).toBe('Solardach');
    expect(JSON.stringify(document.municipalities)).not.toContain('Muster');
  });
});
