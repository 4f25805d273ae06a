import { anId, recorded, stream, told } from './testing/scenario.js';
import { timeline } from './timeline.js';

const started = told('MeasureImplementationStarted', {}, '2024-05-02');
const types = (entries: ReturnType<typeof timeline>) => entries.map(({ type }) => type);

describe('the day an entry takes effect', () => {
  it.each([
    ['a day', '2024-05-02', '2024-09-01T10:00:00.000Z', '2024-05-02'],
    ['a month, from its last day', '2024-05', '2024-09-01T10:00:00.000Z', '2024-05-31'],
    ['a year, from its last day', '2023', '2024-09-01T10:00:00.000Z', '2023-12-31'],
    [
      'a year still running, from the day it was recorded',
      '2024',
      '2024-09-01T10:00:00.000Z',
      '2024-09-01',
    ],
    [
      'an unknown day, from the Berlin day it was recorded',
      null,
      '2024-08-31T22:30:00.000Z',
      '2024-09-01',
    ],
  ])('is for %s', (_what, on, at, day) => {
    const [entry] = timeline(stream(told('MeasureImplementationStarted', {}, on, at)));
    expect(entry?.effectiveOn).toBe(day);
  });
});

describe('a question about a day in the past', () => {
  const history = stream(recorded, started);

  it('drops what had not taken effect, and keeps our own record-keeping', () => {
    expect(types(timeline(history, { asOf: '2024-05-01' }))).toEqual(['MeasureRecorded']);
    expect(types(timeline(history, { asOf: '2024-05-02' }))).toEqual([
      'MeasureRecorded',
      'MeasureImplementationStarted',
    ]);
  });

  it('shows the first description from the beginning, and later ones from their day', () => {
    const described = (title: string, on: string) =>
      told('MeasureDescribed', { text: { title } }, on);
    const texts = stream(
      recorded,
      described('Second', '2024-06-01'),
      described('First', '2023-06-01'),
    );
    const titleOn = (asOf: string) =>
      (timeline(texts, { asOf }).at(-1)!.data['text'] as { title: string }).title;
    expect([titleOn('2021-01-01'), titleOn('2024-01-01'), titleOn('2024-06-01')]).toEqual([
      'First',
      'First',
      'Second',
    ]);
  });
});

describe('a question about what was known', () => {
  it('leaves out what was learnt later, corrections and voids too', () => {
    const late = told('MeasureImplementationStarted', {}, '2024-05-02', '2024-09-01T10:00:00.000Z');
    const voided = told(
      'EntryVoided',
      { entry: anId(1001), text: { reason: 'wrong town' } },
      null,
      '2024-10-01T10:00:00.000Z',
    );
    const history = stream(recorded, late, voided);
    const knownOn = (day: string) =>
      types(timeline(history, { knownAt: Date.parse(`${day}T12:00:00Z`) }));
    expect(knownOn('2024-08-01')).toEqual(['MeasureRecorded']);
    expect(knownOn('2024-09-01')).toContain('MeasureImplementationStarted');
    expect(knownOn('2024-10-01')).toEqual(['MeasureRecorded']);
  });

  it('does not forget when a clock stepped back: what follows in the log is known later', () => {
    const history = stream(recorded, started).map((past) => ({ ...past, knownSince: 5000 }));
    expect(timeline(history, { knownAt: 4999 })).toEqual([]);
    expect(timeline(history, { knownAt: 5000 })).toHaveLength(2);
  });
});

describe('a correction', () => {
  const progress = told(
    'MeasureProgressReported',
    { percent: 40, text: { note: 'as told' } },
    '2024-05-02',
  );
  const correction = (percent: number, on: string, at: string) =>
    told(
      'EntryCorrected',
      {
        entry: anId(1001),
        replacement: { percent },
        text: { reason: 'typing error', replacement: { note: 'as written' } },
      },
      on,
      at,
    );

  it('replaces terms, text and day of the entry, which keeps its place', () => {
    const [, entry] = timeline(
      stream(recorded, progress, correction(60, '2024-04-30', '2024-06-01T08:00:00.000Z')),
    );
    expect(entry).toMatchObject({
      id: anId(1001),
      revision: 1,
      data: { percent: 60, text: { note: 'as written' } },
      effectiveOn: '2024-04-30',
      correctedBy: anId(1002),
    });
  });

  it('counts only as long as it is live, and the newest wins', () => {
    const two = [
      correction(60, '2024-05-02', '2024-06-01T08:00:00.000Z'),
      correction(70, '2024-05-02', '2024-06-02T08:00:00.000Z'),
    ];
    const voidNewest = told(
      'EntryVoided',
      { entry: anId(1003), text: { reason: 'was right before' } },
      null,
      '2024-06-03T08:00:00.000Z',
    );
    const percent = (...more: readonly ReturnType<typeof told>[]) =>
      timeline(stream(recorded, progress, ...more))[1]?.data['percent'];
    expect([percent(), percent(...two), percent(...two, voidNewest)]).toEqual([40, 70, 60]);
  });

  it('leaves an entry of unknown day on the day it was recorded', () => {
    const unknownDay = told('MeasureProgressReported', {}, null, '2024-05-02T10:00:00.000Z');
    const typo = { ...correction(60, '', '2026-01-01T10:00:00.000Z'), on: null };
    expect(timeline(stream(recorded, unknownDay, typo))[1]?.effectiveOn).toBe('2024-05-02');
  });

  it('may move an entry to a day after it was recorded', () => {
    const early = told('MeasureProgressReported', {}, '2023', '2024-05-02T10:00:00.000Z');
    const moved = correction(60, '2024-07', '2024-09-01T10:00:00.000Z');
    expect(timeline(stream(recorded, early, moved))[1]?.effectiveOn).toBe('2024-07-31');
  });
});
