import { readFileSync } from 'node:fs';
import { importing } from '../testing/files.js';

const file = readFileSync(new URL('fixtures/database-2023.json', import.meta.url));
const document = importing(new Uint8Array(file), { fileName: 'database-2023.json' });
const [town] = document.municipalities;

describe('a database with the names of 2023', () => {
  it('has no draft mode, so everything comes in as a draft', () => {
    expect(document.refused).toEqual([]);
    expect(town).not.toHaveProperty('published');
    for (const thing of [...town!.plan.fields, ...town!.plan.measures]) {
      expect(thing).not.toHaveProperty('published');
    }
  });

  it("calls the town's description introduction", () => {
    expect(town?.described?.text).toMatchObject({
      description: 'Altenbach liegt am Bach und will bis 2035 klimaneutral sein.',
      postcode: '01234',
    });
  });

  it("calls a measure's teaser summary", () => {
    expect(town?.plan.measures[0]?.described?.text).toMatchObject({
      teaser: 'Wo passt welche Heizung?',
    });
  });

  it("joins a field's summary and description, and keeps what the observers think of the plan", () => {
    expect(town?.plan.fields).toMatchObject([
      {
        description: 'Heizen ohne Gas.\n\nAlle Gebäude bis 2035.',
        assessment: { rating: 'UNKNOWN', text: { note: 'Zu vage.' } },
      },
    ]);
  });

  it('may have several sentences as responsible body: the first is the name, all is the explanation', () => {
    const [long, short] = town!.plan.measures;
    expect(long?.responsible?.text).toMatchObject({
      name: 'Amt für Umwelt',
      explanation:
        'Amt für Umwelt. Die Leitung liegt bei Abt. 3, die auch die Daten sammelt.\r\nAuskunft gibt das Rathaus.',
    });
    expect(short?.responsible?.text).toMatchObject({ name: 'Stadtwerke Altenbach e. V.' });
    expect(short?.responsible?.text).not.toHaveProperty('explanation');
  });

  it('keeps its words', () => {
    expect(
      town?.plan.measures.map(({ entries }) =>
        entries.map(({ type, occurredOn }) => [type, occurredOn]),
      ),
    ).toEqual([
      [
        ['MeasureRescheduled', null],
        ['MeasureImplementationStarted', '2022-03-01'],
      ],
      [['MeasureImplementationAbandoned', null]],
    ]);
  });

  it('names what is not taken over', () => {
    expect(document.notTaken).toEqual([
      { what: 'cpmonitor.chart', count: 1, reason: 'not-yet' },
      { what: 'cpmonitor.city.contact_name', count: 1, reason: 'personal' },
      { what: 'cpmonitor.city.contact_email', count: 1, reason: 'personal' },
      { what: 'cpmonitor.city.slug', count: 1, reason: 'technical' },
      { what: 'cpmonitor.city.last_update', count: 1, reason: 'technical' },
      { what: 'cpmonitor.task.slugs', count: 3, reason: 'technical' },
      { what: 'cpmonitor.task.execution_completion', count: 1, reason: 'not-yet' },
    ]);
  });
});
