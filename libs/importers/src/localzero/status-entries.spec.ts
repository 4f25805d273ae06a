import { findingsOf, importing, task, city, theMeasure, today } from '../testing/files.js';

const importOf = (fields: object, standOn: string | null = '2024-04-30') =>
  importing([city(1), task(7, '0001', fields)], { standOn });

/** Type, day and note of what a measure with these columns becomes. */
const entriesOf = (fields: object, standOn?: string | null) =>
  theMeasure(importOf(fields, standOn)).entries.map(({ type, occurredOn, data }) => [
    type,
    occurredOn,
    data.text?.note,
  ]);

describe("LocalZero's word for a measure", () => {
  it.each([
    [0, []],
    [2, ['MeasureImplementationStarted']],
    [4, ['MeasureImplementationCompleted']],
    [6, ['MeasureDelayReported']],
    [8, ['MeasureImplementationAbandoned']],
  ])('%i becomes %j', (execution_status, types) => {
    const { entries } = theMeasure(importOf({ execution_status }));
    expect(entries.map(({ type }) => type)).toEqual(types);
    for (const { data } of entries) {
      expect(data).toMatchObject({ imported: true, text: { evidence: [{ kind: 'other' }] } });
    }
  });

  it('has the day for which the file speaks, or none', () => {
    expect(entriesOf({ execution_status: 2 })).toEqual([
      ['MeasureImplementationStarted', '2024-04-30', undefined],
    ]);
    expect(entriesOf({ execution_status: 2 }, null)).toEqual([
      ['MeasureImplementationStarted', null, undefined],
    ]);
  });

  it.each([
    [2, {}, [true]],
    [4, {}, [true]],
    [8, {}, [true]],
    [6, {}, [undefined]],
    [4, { actual_completion: '2023-09-26' }, [undefined]],
    [4, { actual_start: '2022-11-30' }, [undefined, true]],
    [8, { actual_start: '2022-11-30', actual_completion: '2023-09-26' }, [undefined, true]],
  ])('%i with %j: the day of the file is the latest possible one', (word, dates, latest) => {
    const of = (standOn: string | null) =>
      theMeasure(importOf({ execution_status: word, ...dates }, standOn)).entries.map(
        ({ data }) => (data as { dayIsLatest?: boolean }).dayIsLatest,
      );
    expect(of('2024-04-30')).toEqual(latest);
    expect(of(null)).toEqual(latest.map(() => undefined));
  });

  it('is explained by its justification: in the entry, or in the sheet where there is none', () => {
    const execution_justification = 'Der Beschluss steht aus.';
    expect(entriesOf({ execution_status: 6, execution_justification })).toEqual([
      ['MeasureDelayReported', '2024-04-30', execution_justification],
    ]);
    const unknown = theMeasure(importOf({ execution_status: 0, execution_justification }));
    expect(unknown.described?.text?.statusNote).toBe(execution_justification);
  });

  it('is given up for an unknown reason', () => {
    const [entry] = theMeasure(importOf({ execution_status: 8 })).entries;
    expect(entry?.data).toMatchObject({ reason: 'UNKNOWN' });
  });

  it('„verzögert / fehlt“ is on the list of what has to be clarified', () => {
    expect(findingsOf(importOf({ execution_status: 6 }))).toEqual([['task 7', 'to-clarify']]);
  });

  it('keeps a justification that is too long for a note in the sheet', () => {
    const execution_justification = 'Warum? '.repeat(700);
    const document = importOf({ execution_status: 2, execution_justification });
    expect(theMeasure(document).described?.text?.statusNote).toBe(execution_justification);
    expect(findingsOf(document)).toEqual([['task 7', 'text-moved']]);
  });
});

describe('actual dates', () => {
  it('are the days of start and completion', () => {
    expect(
      entriesOf({
        execution_status: 4,
        actual_start: '2022-11-30',
        actual_completion: '2023-09-26',
      }),
    ).toEqual([
      ['MeasureImplementationStarted', '2022-11-30', undefined],
      ['MeasureImplementationCompleted', '2023-09-26', undefined],
    ]);
  });

  it('also count where the measure failed after it had begun', () => {
    expect(entriesOf({ execution_status: 8, actual_start: '2022-11-30' })).toEqual([
      ['MeasureImplementationStarted', '2022-11-30', undefined],
      ['MeasureImplementationAbandoned', '2024-04-30', undefined],
    ]);
  });

  it('of an end before the start are a finding, and the end holds', () => {
    const fields = {
      execution_status: 4,
      actual_start: '2023-09-26',
      actual_completion: '2022-11-30',
    };
    expect(entriesOf(fields)).toEqual([
      [
        'MeasureImplementationCompleted',
        '2022-11-30',
        'Laut LocalZero: tatsächlicher Beginn 2023-09-26.',
      ],
    ]);
    expect(findingsOf(importOf(fields))).toEqual([['task 7', 'actual-end-before-start']]);
  });

  it('in the future cannot have happened: they stay in the note', () => {
    const fields = { execution_status: 2, actual_start: '2027-01-01' };
    expect(entriesOf(fields)).toEqual([
      [
        'MeasureImplementationStarted',
        '2024-04-30',
        'Laut LocalZero: tatsächlicher Beginn 2027-01-01.',
      ],
    ]);
    expect(findingsOf(importOf(fields))).toEqual([['task 7', 'actual-date-in-future']]);
    expect(entriesOf({ execution_status: 2, actual_start: today })[0]?.[1]).toBe(today);
  });

  it.each([
    [0, { actual_start: '2022-11-30' }],
    [2, { actual_completion: '2022-11-30' }],
    [6, { actual_start: '2022-11-30' }],
    [8, { actual_completion: '2022-11-30' }],
  ])('that contradict the word %i are a finding and stay in words', (word, dates) => {
    const document = importOf({ execution_status: word, ...dates });
    expect(findingsOf(document)).toContainEqual(['task 7', 'actual-dates-contradict']);
    expect(JSON.stringify(theMeasure(document))).toContain('2022-11-30');
    expect(theMeasure(document).entries.map(({ occurredOn }) => occurredOn)).not.toContain(
      '2022-11-30',
    );
  });

  it('after the day of the file do not push the start behind the end', () => {
    expect(entriesOf({ execution_status: 4, actual_start: '2025-01-01' })).toEqual([
      [
        'MeasureImplementationCompleted',
        '2024-04-30',
        'Laut LocalZero: tatsächlicher Beginn 2025-01-01.',
      ],
    ]);
  });
});

describe('planned dates', () => {
  it('are an entry of their own, which moves no state', () => {
    const { entries } = theMeasure(
      importOf({ planned_start: '2023-01-01', planned_completion: '2029-12-31' }),
    );
    expect(entries).toMatchObject([
      {
        type: 'MeasureRescheduled',
        occurredOn: '2024-04-30',
        data: { plannedStart: '2023-01-01', plannedEnd: '2029-12-31', imported: true },
      },
    ]);
  });

  it('that end before they start are imported with a finding', () => {
    const document = importOf({ planned_start: '2023-04-19', planned_completion: '2022-12-31' });
    expect(theMeasure(document).entries).toHaveLength(1);
    expect(findingsOf(document)).toEqual([['task 7', 'planned-end-before-start']]);
  });
});
