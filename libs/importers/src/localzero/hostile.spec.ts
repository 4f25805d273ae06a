import { city, findingsOf, importing, measuresOf, reasonsOf, task } from '../testing/files.js';

const good = task(99, '0009', { title: 'Gute Maßnahme' });
const keptGood = (document: ReturnType<typeof importing>) =>
  measuresOf(document).filter(({ source }) => source.key === '99').length;

const taskColumns = {
  path: ['field/not-a-path', 17, '00', '0001€'],
  depth: ['field/not-an-integer', 'tief', -1, 1.5],
  numchild: ['field/not-an-integer', 'viele', {}],
  city: ['row/unknown-town', 77, 'Atlantis'],
  draft_mode: ['field/not-a-boolean', 'ja', 1, {}],
  source: ['field/unknown-code', 2, {}],
  title: ['field/not-a-text', 5, { de: 'Titel' }],
  teaser: ['field/not-a-text', 5, {}],
  description: ['field/not-a-text', 5, ['a']],
  planned_start: ['field/not-a-date', '2023-02-30', '31.12.2023', 'bald', 2023, {}],
  planned_completion: ['field/not-a-date', '20224-01-01', '2023-13'],
  actual_start: ['field/not-a-date', 'gestern', '1623-01-01', true],
  actual_completion: ['field/not-a-date', '2023-99-99T00:00:00Z'],
  responsible_organ: ['field/not-a-text', 12, {}],
  responsible_organ_explanation: ['field/not-a-text', 12],
  plan_assessment: ['field/not-a-text', 12],
  execution_status: ['field/unknown-code', 1, 3, 2.5, -2],
  execution_justification: ['field/not-a-text', 12],
  supporting_ngos: ['field/not-a-text', 12],
} as const satisfies Record<string, readonly [string, ...unknown[]]>;

const wrongValues = Object.entries(taskColumns).flatMap(([column, [reason, ...values]]) =>
  values.map((value) => [column, value, reason] as const),
);

describe('a wrong value in a task', () => {
  it.each(wrongValues)(
    '%s = %j is refused by name, and the others come in',
    (column, value, reason) => {
      const document = importing([city(1), city(2), task(7, '0001', { [column]: value }), good]);
      expect(reasonsOf(document)).toEqual([['task 7', column, reason]]);
      expect(keptGood(document)).toBe(1);
      expect(measuresOf(document)).toHaveLength(1);
      expect(document.refused[0]?.words.de).not.toMatch(/\{\w+\}/);
      expect(document.refused[0]?.words.en).not.toMatch(/\{\w+\}/);
    },
  );

  it.each(['2', 'in Arbeit'])(
    'a state as the text "%s" should be a number, and that is said',
    (said) => {
      const document = importing([city(1), task(7, '0001', { execution_status: said }), good]);
      expect(reasonsOf(document)).toEqual([
        ['task 7', 'execution_status', 'field/text-for-number'],
      ]);
      expect(document.refused[0]?.words.de).toContain(
        `ein Text, "${said}"; erwartet wird eine Zahl`,
      );
      expect(document.refused[0]?.words.en).toContain('0, 2, 4, 6, 8');
    },
  );

  it.each([
    ['title', 301],
    ['description', 40_001],
  ])('%s with %i characters is too long', (column, length) => {
    const document = importing([city(1), task(7, '0001', { [column]: 'x'.repeat(length) }), good]);
    expect(reasonsOf(document)).toEqual([['task 7', column, 'field/too-long']]);
    expect(document.refused[0]?.value.length).toBeLessThanOrEqual(80);
  });

  it.each(['\u0000', '\u0007', '\ud800'])('%j cannot be stored', (sign) => {
    const document = importing([city(1), task(7, '0001', { title: `A${sign}B` }), good]);
    expect(reasonsOf(document)).toEqual([['task 7', 'title', 'field/not-storable']]);
  });

  it('is refused once per column, and every column is named', () => {
    const document = importing([city(1), task(7, '0001', { title: 5, source: 9 }), good]);
    expect(reasonsOf(document)).toEqual([
      ['task 7', 'title', 'field/not-a-text'],
      ['task 7', 'source', 'field/unknown-code'],
    ]);
  });
});

describe('records that are none', () => {
  it.each([
    [null, 'record 2', '', 'row/not-an-object'],
    [42, 'record 2', '', 'row/not-an-object'],
    [{ fields: {} }, 'record 2', '', 'row/not-an-object'],
    [{ model: 'cpmonitor.task', fields: {} }, 'record 2', 'pk', 'field/missing'],
    [{ model: 'cpmonitor.task', pk: {}, fields: {} }, 'record 2', 'pk', 'field/missing'],
    [{ model: 'cpmonitor.task', pk: 5 }, 'task 5', 'fields', 'row/not-an-object'],
    [{ model: 'cpmonitor.task', pk: 5, fields: [] }, 'task 5', 'fields', 'row/not-an-object'],
  ])('%j is refused, and the others come in', (record, ...reason) => {
    const document = importing([city(1), record, good]);
    expect(reasonsOf(document)).toEqual([reason]);
    expect(keptGood(document)).toBe(1);
  });

  it('a town without a name takes its measures with it, each named', () => {
    const document = importing([city(1, { name: '' }), city(2), good]);
    expect(reasonsOf(document)).toEqual([
      ['city 1', 'name', 'field/missing'],
      ['task 99', 'city', 'row/unknown-town'],
    ]);
  });

  it('a key or place that occurs twice is refused the second time', () => {
    const document = importing([city(1), good, good, task(100, '0009'), city(1)]);
    expect(reasonsOf(document)).toEqual([
      ['task 99', 'pk', 'row/duplicate-key'],
      ['task 100', 'path', 'row/duplicate-path'],
      ['city 1', 'pk', 'row/duplicate-key'],
    ]);
    expect(keptGood(document)).toBe(1);
  });

  it('columns called like parts of an object do no harm', () => {
    const text = JSON.stringify([city(1), good]).replace(
      '"path":',
      '"__proto__":{"title":"böse"},"constructor":1,"toString":"x","path":',
    );
    const document = importing(JSON.parse(text) as unknown);
    expect(keptGood(document)).toBe(1);
    const fromText = importing(new TextEncoder().encode(text), { fileName: 'a.json' });
    expect(fromText.notTaken.map(({ what }) => what)).toEqual([
      'cpmonitor.task.__proto__',
      'cpmonitor.task.constructor',
      'cpmonitor.task.toString',
    ]);
  });
});

const level = (depth: number) => task(depth, '0001'.repeat(depth));

describe('a tree that is none', () => {
  it('puts an orphan under the nearest entry above that is there', () => {
    const document = importing([city(1), task(1, '0001'), task(2, '000100050001')]);
    expect(document.municipalities[0]?.plan).toMatchObject({
      fields: [{ source: { key: '1' } }],
      measures: [{ source: { key: '2' }, field: '1' }],
    });
    expect(findingsOf(document)).toContainEqual(['task 2', 'parent-missing']);
  });

  it('puts the children of a refused field one level higher', () => {
    const document = importing([city(1), task(1, '0001', { title: '' }), task(2, '00010001')]);
    expect(reasonsOf(document)).toEqual([['task 1', 'title', 'field/missing']]);
    expect(measuresOf(document)).toMatchObject([{ source: { key: '2' } }]);
    expect(measuresOf(document)[0]).not.toHaveProperty('field');
    expect(findingsOf(document)).toContainEqual(['task 2', 'parent-refused']);
  });

  it('keeps the children of a refused draft hidden', () => {
    const document = importing([
      city(1),
      task(1, '0001', { title: '', draft_mode: true }),
      task(2, '00010001'),
    ]);
    expect(measuresOf(document)).toMatchObject([{ published: false }]);
  });

  it('never mixes towns', () => {
    const document = importing([
      city(1),
      city(2),
      task(1, '0001'),
      task(2, '00010001', { city: 2 }),
    ]);
    expect(document.municipalities.map(({ plan }) => plan.measures.length)).toEqual([0, 1]);
    expect(measuresOf(document)[0]).not.toHaveProperty('field');
    expect(findingsOf(document)).toContainEqual(['task 2', 'parent-in-other-town']);
  });

  it('says where depth and number of children do not fit', () => {
    const document = importing([city(1), task(1, '0001', { depth: 4, numchild: 0 })]);
    expect(findingsOf(document)).toEqual([['task 1', 'depth-differs']]);
  });

  it('may be 50 levels deep', () => {
    const document = importing([city(1), ...Array.from({ length: 50 }, (_, n) => level(n + 1))]);
    expect(document.refused).toEqual([]);
    expect(document.municipalities[0]?.plan.fields).toHaveLength(49);
    expect(measuresOf(document)).toMatchObject([{ source: { key: '50' }, field: '49' }]);
  });

  it('is refused from the 201st level on, also 50,000 levels deep', () => {
    const opened = Array.from({ length: 50_000 }, (_, n) => `[{"id":${n},"title":"a","children":`);
    const text = `${opened.join('')}[]${'}]'.repeat(50_000)}`;
    const document = importing(new TextEncoder().encode(text), { fileName: 'deep.json' });
    expect(document.municipalities[0]?.plan.fields).toHaveLength(200);
    expect(document.refused.map(({ reason }) => reason)).toEqual(['row/too-deep']);
  });
});

describe('saved answers that are wrong', () => {
  it('refuse what is no task, and keep its children', () => {
    const document = importing([
      {
        id: 1,
        title: 'Feld',
        children: [null, { title: 'ohne id', children: [{ id: 3, title: 'C' }] }],
      },
      { id: 1, title: 'Doppelt', children: [] },
      { id: 5, title: 'E', children: 'keine' },
    ]);
    expect(reasonsOf(document)).toEqual([
      ['task #1.1', '', 'row/not-an-object'],
      ['task #1.2', 'id', 'field/missing'],
      ['task #2', 'id', 'row/duplicate-key'],
      ['task 5', 'children', 'row/not-an-object'],
    ]);
    expect(measuresOf(document)).toMatchObject([{ source: { key: '3' }, field: '1' }]);
  });
});
