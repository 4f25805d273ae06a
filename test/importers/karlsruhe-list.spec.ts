import { describeWith, importing } from './real-files.js';

/** The list as the test itself reads it: a small reader of quoted, comma-separated cells. */
const cellsOf = (text: string): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  let rest = text;
  while (rest !== '') {
    const quoted = /^"((?:[^"]|"")*)"/.exec(rest);
    const cell = quoted?.[0] ?? /^[^,\r\n]*/.exec(rest)?.[0] ?? '';
    row.push(quoted?.[1] === undefined ? cell : quoted[1].replaceAll('""', '"'));
    rest = rest.slice(cell.length);
    if (rest.startsWith(',')) rest = rest.slice(1);
    else {
      rows.push(row);
      row = [];
      rest = rest.replace(/^\r?\n/, '');
    }
  }
  return rows;
};

const plain = (cell = '') => (cell === '' ? undefined : Number(cell.replaceAll('.', '')));
const times = (value: number | undefined, factor: number) => value && value * factor;
const some = (values: object) =>
  Object.values(values).some((value) => value !== undefined) ? values : undefined;

describeWith(
  'measures/karlsruhe_ksk2030_monitoring2022.csv',
  "Karlsruhe's list of 2022",
  (bytes) => {
    const [headings = [], ...rows] = cellsOf(new TextDecoder().decode(bytes));
    const said = rows.map((cells) =>
      Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? ''])),
    );
    const document = importing(bytes, 'karlsruhe_ksk2030_monitoring2022.csv');
    const plan = document.municipalities[0]!.plan;

    it('comes in completely, in its order', () => {
      expect(document.refused).toEqual([]);
      expect(plan.measures.map(({ number }) => number)).toEqual(said.map((row) => row['number']));
      expect(plan.measures.map(({ recorded }) => recorded.text?.title)).toEqual(
        said.map((row) => row['title']?.trim().replace(/\s+/g, ' ')),
      );
    });

    it('has its areas as fields', () => {
      expect(plan.fields.map(({ name }) => name)).toEqual([
        ...new Set(said.map((row) => row['area'])),
      ]);
      expect(plan.measures.map(({ field }) => field)).toEqual(said.map((row) => row['area']));
    });

    it.each([
      ['report', 'statusReport'],
      ['more', 'remarks'],
      ['outlook', 'outlook'],
      ['obstacles', 'obstacles'],
      ['goal', 'goal'],
    ] as const)('keeps every text of %s', (column, key) => {
      expect(plan.measures.map(({ described }) => described?.text?.[key] ?? '')).toEqual(
        said.map((row) => row[column]),
      );
    });

    it('keeps who leads', () => {
      expect(plan.measures.map(({ responsible }) => responsible?.text?.name ?? '')).toEqual(
        said.map((row) => row['lead']?.trim().replace(/\s+/g, ' ')),
      );
    });

    it('reads every amount', () => {
      expect(plan.measures.map(({ described }) => [described?.budget, described?.savings])).toEqual(
        said.map((row) => {
          const perYearCents = times(plain(row['budget_per_year']), 100);
          const totalCents = times(plain(row['budget_total']), 100);
          const kgCo2ePerYear = times(plain(row['saving_t_co2']), 1000);
          const kwhPerYear = plain(row['saving_kwh']);
          return [some({ perYearCents, totalCents }), some({ kgCo2ePerYear, kwhPerYear })];
        }),
      );
    });

    it('moves no axis, for its states are pictures', () => {
      expect(plan.measures.flatMap(({ entries }) => entries)).toEqual([]);
      expect(document.notTaken).toEqual([
        {
          what: 'status_block',
          count: said.filter((row) => row['status_block']).length,
          reason: 'not-yet',
        },
      ]);
    });
  },
);
