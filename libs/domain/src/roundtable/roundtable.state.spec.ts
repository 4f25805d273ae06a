import fc from 'fast-check';
import { anId, stream, told, town, type Told } from '../testing/scenario.js';
import { timeline } from '../timeline.js';
import { openAnswers, openFollowUps } from './open-points.js';
import { roundtableState } from './roundtable.state.js';

const [meeting, next, item, office, club, promise] = [11, 12, 21, 31, 32, 41].map(anId) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
const founded = told(
  'RoundtableFounded',
  { municipality: town, format: 'STANDING_MEETING', text: { name: 'Every six weeks' } },
  null,
);
const convened = (id: string, on: string) =>
  told(
    'RoundtableMeetingConvened',
    { meeting: id, on, time: '18:00', text: { place: 'Town hall' } },
    '2025-01-10',
  );
const state = (...events: readonly Told[]) => roundtableState(timeline(stream(founded, ...events)));

describe('a round table', () => {
  it('keeps hour and place of a meeting that is moved to another day, and counts the change', () => {
    const moved = told('RoundtableMeetingMoved', { meeting, on: '2025-03-08' }, '2025-02-20');
    expect(state(convened(meeting, '2025-03-01'), moved).meetings[0]).toMatchObject({
      on: '2025-03-08',
      time: '18:00',
      place: 'Town hall',
      changes: 1,
    });
  });

  it('counts the newest answer of each organisation', () => {
    const replied = (actor: string, reply: string, on: string) =>
      told('RoundtableReplyReceived', { meeting, actor, reply }, on);
    const [told_] = state(
      convened(meeting, '2025-03-01'),
      told('RoundtableInvited', { meeting, actors: [office, club] }, '2025-01-11'),
      told('RoundtableInvited', { meeting, actors: [club] }, '2025-01-12'),
      replied(club, 'YES', '2025-01-13'),
      replied(club, 'DEPUTY', '2025-01-20'),
    ).meetings;
    expect(told_?.invited).toEqual([office, club]);
    expect(told_?.replies).toEqual([{ actor: club, reply: 'DEPUTY', persons: null }]);
  });

  it('takes a step of the Protokoll after the other, and says when something changed since', () => {
    const held = told('RoundtableMeetingHeld', { meeting, groups: [club] }, '2025-03-01');
    const circulated = told(
      'RoundtableProtocolCirculated',
      { meeting, approvalUntil: '2025-03-15' },
      '2025-03-02',
    );
    const approved = told('RoundtableProtocolApproved', { meeting }, '2025-03-16');
    const published = told('RoundtableProtocolPublished', { meeting }, '2025-03-17');
    const later = told(
      'RoundtableItemAdded',
      { item, meeting, kind: 'STATUS', rank: 1, text: { topic: 'Late' } },
      '2025-03-18',
    );
    const after = (...events: readonly Told[]) =>
      state(convened(meeting, '2025-03-01'), ...events).meetings[0]?.protocol;
    expect(after()?.step).toBe('NONE');
    expect(after(held)?.step).toBe('DRAFT');
    expect(after(held, circulated)).toMatchObject({
      step: 'CIRCULATED',
      approvalUntil: '2025-03-15',
    });
    expect(after(held, circulated, approved, published)).toMatchObject({
      step: 'PUBLISHED',
      changedSince: false,
    });
    expect(after(held, circulated, approved, published, later)?.changedSince).toBe(true);
    const counted: Told = { ...held, id: anId(900) };
    const data = { entry: anId(900), replacement: { ...held.data, guests: 4 } };
    const recounted = told(
      'EntryCorrected',
      { ...data, text: { reason: 'counted again' } },
      held.on,
    );
    const step = (...events: readonly Told[]) =>
      after(counted, circulated, approved, published, ...events)?.changedSince;
    expect([step(), step(recounted), step(recounted, approved)]).toEqual([false, true, false]);
  });

  it('lets a rhythm end where the next one begins', () => {
    const every = (weeks: number, from: string) =>
      told('RoundtableRhythmSet', { from, every: weeks, unit: 'WEEK', time: '17:00' }, from);
    expect(state(every(6, '2025-01-14'), every(8, '2025-06-10')).rhythms).toMatchObject([
      { every: 6, endedOn: '2025-06-10' },
      { every: 8, endedOn: null },
    ]);
  });

  it('keeps the dates of a rhythm until the first day of the one that was set to follow', () => {
    const every = (weeks: number, from: string, on: string) =>
      told('RoundtableRhythmSet', { from, every: weeks, unit: 'WEEK' }, on);
    const ended = (on: string) => told('RoundtableRhythmEnded', {}, on);
    const endOf = (...events: readonly Told[]) => state(...events).rhythms.map((it) => it.endedOn);
    const [first, second] = [
      every(6, '2025-01-14', '2025-01-01'),
      every(8, '2025-09-02', '2025-03-01'),
    ];
    expect(endOf(first, second)).toEqual(['2025-09-02', null]);
    expect(endOf(first, second, ended('2025-05-01'))).toEqual(['2025-05-01', '2025-05-01']);
    expect(endOf(first, told('RoundtableEnded', {}, '2025-04-01'))).toEqual(['2025-04-01']);
  });

  it('calls the meetings off that would follow its end, and counts that as a change', () => {
    const [before, after] = state(
      convened(meeting, '2025-03-01'),
      convened(next, '2025-06-01'),
      told('RoundtableMeetingHeld', { meeting, groups: [club] }, '2025-03-01'),
      told('RoundtableEnded', {}, '2025-04-01'),
    ).meetings;
    expect(before).toMatchObject({ off: false, changes: 0 });
    expect(after).toMatchObject({ off: true, cancelled: null, changes: 1 });
  });

  it('has an address for each of two meetings on one day', () => {
    expect(
      state(convened(next, '2025-03-01'), convened(meeting, '2025-03-01')).meetings.map(
        ({ key, meeting: id }) => [key, id],
      ),
    ).toEqual([
      ['2025-03-01', next],
      ['2025-03-01-2', meeting],
    ]);
  });

  it('knows on a day of the past only what was there by then', () => {
    const events = [
      convened(meeting, '2025-03-01'),
      told(
        'RoundtableItemAdded',
        { item, meeting, kind: 'PROPOSAL', rank: 1, text: { topic: 'Roofs' } },
        '2025-02-01',
      ),
      told('RoundtableMeetingHeld', { meeting, groups: [club] }, '2025-03-01'),
      told('RoundtableProtocolApproved', { meeting }, '2025-03-16'),
      told('RoundtableProtocolPublished', { meeting }, '2025-03-17'),
    ];
    const by = (day: string) => {
      const entries = timeline(stream(founded, ...events), { asOf: day });
      const { meetings, items } = roundtableState(entries, day);
      return [meetings.map(({ protocol }) => protocol.step), items.length];
    };
    expect(by('2025-01-09')).toEqual([[], 0]);
    expect(by('2025-01-31')).toEqual([['NONE'], 0]);
    expect(by('2025-02-01')).toEqual([['NONE'], 1]);
    expect(by('2025-02-28')).toEqual([['NONE'], 1]);
    // Who may read the Protokoll is asked of today.
    expect(by('2025-03-10')).toEqual([['PUBLISHED'], 1]);
  });

  it('counts what was written down years later from the day of the meeting on', () => {
    const late = '2026-01-01T12:00:00.000Z';
    const events = [
      told('RoundtableMeetingConvened', { meeting, on: '2025-03-01' }, null, late),
      told(
        'RoundtableItemAdded',
        { item, meeting, kind: 'STATUS', rank: 1, text: { topic: 'Roofs' } },
        null,
        late,
      ),
    ];
    const by = (day: string) =>
      roundtableState(timeline(stream(founded, ...events), { asOf: day }), day);
    expect(by('2025-02-28').meetings).toEqual([]);
    expect(by('2025-03-01').items).toHaveLength(1);
  });

  it('reads the same whatever the order in which entries of different days arrive', () => {
    const entries = [
      convened(meeting, '2025-03-01'),
      told(
        'RoundtableItemAdded',
        { item, meeting, kind: 'PROPOSAL', rank: 3, text: { topic: 'Roofs' } },
        '2025-01-12',
      ),
      told('RoundtableMeetingHeld', { meeting, groups: [club] }, '2025-03-01'),
      told(
        'RoundtableItemConcluded',
        { item, meeting, result: 'HANDED_OVER', handedTo: 'ADMINISTRATION' },
        '2025-03-02',
      ),
      told(
        'RoundtableFollowUpAgreed',
        { followUp: promise, actor: club, text: { what: 'Ask' } },
        '2025-03-03',
      ),
      told('RoundtableFollowUpDone', { followUp: promise }, '2025-03-04'),
      told('RoundtableAnswerReceived', { item, text: { answer: 'Yes' } }, '2025-03-05'),
    ].map((entry, index) => ({ ...entry, id: anId(700 + index), at: '2025-06-01T12:00:00.000Z' }));
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
        expect(state(...shuffled)).toEqual(state(...entries));
      }),
    );
  });
});

describe('what is waited for', () => {
  const added = (kind: string) =>
    told(
      'RoundtableItemAdded',
      { item, meeting, kind, rank: 1, text: { topic: 'Roofs' } },
      '2025-01-12',
    );
  const handedOver = (terms = {}) =>
    told(
      'RoundtableItemConcluded',
      {
        item,
        meeting,
        result: 'HANDED_OVER',
        handedTo: 'ADMINISTRATION',
        recipient: office,
        ...terms,
      },
      '2025-03-01',
    );

  it('is an answer to what was handed over, with the days it is waited for', () => {
    const open = openAnswers(
      state(
        convened(meeting, '2025-03-01'),
        added('PROPOSAL'),
        handedOver({ answerBy: '2025-04-01' }),
      ),
      '2025-04-11',
    );
    expect(open).toMatchObject([{ recipient: office, days: 41, overdueDays: 10, stale: true }]);
  });

  it('ends with the answer, and begins again where it is handed over again', () => {
    const answered = told(
      'RoundtableAnswerReceived',
      { item, text: { answer: 'Yes' } },
      '2025-03-20',
    );
    const again = told(
      'RoundtableItemConcluded',
      { item, meeting: next, result: 'HANDED_OVER', handedTo: 'FACTION' },
      '2025-05-01',
    );
    const before = [
      convened(meeting, '2025-03-01'),
      convened(next, '2025-05-01'),
      added('PROPOSAL'),
      handedOver(),
      answered,
    ];
    expect(openAnswers(state(...before), '2025-06-01')).toEqual([]);
    expect(openAnswers(state(...before, again), '2025-06-01')).toMatchObject([
      { days: 31, recipient: null },
    ]);
  });

  it('is a fact that nobody has confirmed yet', () => {
    const parked = told(
      'RoundtableItemConcluded',
      { item, meeting, result: 'PARKED' },
      '2025-03-01',
    );
    const confirmed = told(
      'RoundtableFactCheckAnswered',
      { item, answeredBy: office, text: { answer: '42 roofs' } },
      '2025-03-09',
    );
    expect(
      openAnswers(
        state(convened(meeting, '2025-03-01'), added('FACT_CHECK'), parked),
        '2025-03-11',
      ),
    ).toHaveLength(1);
    expect(
      openAnswers(
        state(convened(meeting, '2025-03-01'), added('FACT_CHECK'), parked, confirmed),
        '2025-03-11',
      ),
    ).toEqual([]);
  });

  it('is a promise: overdue after its day, stale without one after sixty days of silence', () => {
    const agreed = (due?: string) =>
      told(
        'RoundtableFollowUpAgreed',
        { followUp: promise, actor: club, ...(due ? { due } : {}), text: { what: 'Count roofs' } },
        '2025-03-01',
      );
    const reminded = told('RoundtableFollowUpReminded', { followUp: promise }, '2025-04-20');
    const stale = (day: string, ...events: readonly Told[]) =>
      openFollowUps(state(...events), day)[0]?.stale;
    expect(stale('2025-04-01', agreed('2025-04-01'))).toBe(false);
    expect(stale('2025-04-02', agreed('2025-04-01'))).toBe(true);
    expect(stale('2025-04-30', agreed())).toBe(false);
    expect(stale('2025-05-01', agreed())).toBe(true);
    expect(stale('2025-05-01', agreed(), reminded)).toBe(false);
  });
});
