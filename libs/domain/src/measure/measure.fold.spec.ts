import { anId, recorded, stream, told, type Told } from '../testing/scenario.js';
import { timeline } from '../timeline.js';
import { finishedLateByDays, freshDays, isStale } from './lateness.js';
import { measureState } from './measure.fold.js';

const stateOf = (...events: readonly Told[]) => measureState(timeline(stream(recorded, ...events)));
const decided = (effect: string, scope: string, on: string, more: object = {}) =>
  told('MeasureDecided', { effect, scope, final: true, ...more }, on);
const deliberated = (outcome: string, on: string) => told('MeasureDeliberated', { outcome }, on);
const submitted = told('MeasureSubmitted', { paperKind: 'MOTION' }, '2023-01-01');

describe('a finding', () => {
  const odd = decided('ADOPTS', 'FULL', '2023-03-01', { votes: { majority: 'UNANIMOUS', no: 2 } });
  const at = (finding: string) =>
    told('MeasureFindingSettled', { entry: anId(1001), finding }, null, '2024-01-01T12:00:00.000Z');

  it('is no longer shown once somebody says that it is as recorded', () => {
    const codes = (...events: readonly Told[]) =>
      stateOf(...events).findings.map(({ code }) => code);
    expect(codes(odd)).toEqual(['contradictory-votes']);
    expect(codes(odd, at('contradictory-votes'))).toEqual([]);
    expect(codes(odd, at('not-a-final-body'))).toEqual(['contradictory-votes']);
  });

  it('is settled for every day, because that speaks about our records', () => {
    const history = stream(recorded, odd, at('contradictory-votes'));
    expect(measureState(timeline(history, { asOf: '2023-06-01' })).findings).toEqual([]);
  });
});

describe('axis B, the decision', () => {
  it('is unknown until somebody says something, and an idea only where somebody says so', () => {
    expect(stateOf().decision.value).toBe('UNKNOWN');
    const idea = { ...recorded, data: { ...recorded.data, idea: true } };
    expect(measureState(timeline(stream(idea))).decision.value).toBe('IDEA');
  });

  it.each([
    ['RECOMMENDED', 'IN_CONSULTATION'],
    ['NOT_RECOMMENDED', 'IN_CONSULTATION'],
    ['REFERRED', 'IN_CONSULTATION'],
    ['REMITTED_TO_ADMIN', 'IN_CONSULTATION'],
    ['DEFERRED', 'DEFERRED'],
    ['REMOVED_FROM_AGENDA', 'DEFERRED'],
    ['WITHDRAWN', 'WITHDRAWN'],
    ['LAPSED', 'LAPSED'],
    ['SETTLED', 'SUBMITTED'],
    ['NOTED', 'SUBMITTED'],
    ['ANSWERED', 'SUBMITTED'],
  ])('after a committee %s a submitted measure is %s', (outcome, state) => {
    expect(stateOf(submitted, deliberated(outcome, '2023-02-01')).decision.value).toBe(state);
  });

  it('goes from „auf Verweis“ to adopted by the single decision', () => {
    const inPrinciple = decided('ADOPTS', 'IN_PRINCIPLE', '2023-03-01');
    expect(stateOf(inPrinciple).decision.value).toBe('ADOPTED_IN_PRINCIPLE');
    const single = decided('ADOPTS', 'FULL', '2023-09-01');
    expect(stateOf(inPrinciple, single).decision.value).toBe('ADOPTED');
  });

  it('is never lowered by a decision in principle or in part', () => {
    const full = decided('ADOPTS', 'FULL', '2023-03-01');
    expect(stateOf(full, decided('ADOPTS', 'IN_PRINCIPLE', '2023-04-01')).decision.value).toBe(
      'ADOPTED',
    );
    expect(stateOf(full, decided('REJECTS', 'PART', '2023-04-01')).decision.value).toBe('ADOPTED');
  });

  it('shows a later paper as new consultation, without lowering what was adopted', () => {
    const state = stateOf(
      decided('ADOPTS', 'FULL', '2023-03-01'),
      deliberated('DEFERRED', '2023-04-01'),
    );
    expect(state).toMatchObject({ decision: { value: 'ADOPTED' }, inNewConsultation: true });
  });

  it('is not moved by a round table once anybody said more, whoever wrote that down', () => {
    const byHand = told('MeasureProposed', { origin: 'ROUND_TABLE' }, '2024-04-01');
    const written = told('MeasureProposed', { roundtable: anId(7), source: anId(8) }, '2024-04-02');
    const merged = told('MeasureMerged', { into: anId(9) }, '2023-06-01');
    for (const before of [
      decided('ADOPTS', 'FULL', '2023-03-01'),
      decided('REJECTS', 'FULL', '2023-03-01'),
      merged,
    ]) {
      const { decision, inNewConsultation, findings } = stateOf(before, byHand, written);
      expect([inNewConsultation, findings]).toEqual([false, []]);
      expect(decision).toEqual(stateOf(before).decision);
    }
    expect(stateOf(byHand).decision.value).toBe('PROPOSED');
  });

  it('is not changed by a motion declared settled, nor is the work', () => {
    const before = stateOf(
      decided('ADOPTS', 'FULL', '2023-03-01'),
      told('MeasureImplementationStarted', {}, '2023-05-01'),
    );
    const after = stateOf(
      decided('ADOPTS', 'FULL', '2023-03-01'),
      told('MeasureImplementationStarted', {}, '2023-05-01'),
      decided('SETTLES', 'FULL', '2023-11-01'),
    );
    expect([after.decision, after.implementation]).toEqual([
      before.decision,
      before.implementation,
    ]);
  });

  it('takes the vote of a body that does not end the matter as advice, and says so', () => {
    const state = stateOf(
      told('MeasureDecided', { effect: 'ADOPTS', scope: 'FULL', final: false }, '2023-03-01'),
    );
    expect(state.decision.value).toBe('IN_CONSULTATION');
    expect(state.findings).toMatchObject([{ code: 'not-a-final-body' }]);
  });

  it('accepts a council that adopts what a committee advised against', () => {
    const state = stateOf(
      deliberated('NOT_RECOMMENDED', '2023-02-01'),
      decided('ADOPTS', 'FULL', '2023-03-01'),
    );
    expect(state).toMatchObject({ decision: { value: 'ADOPTED' }, findings: [] });
  });

  it('finds unanimous votes with noes odd, and records them', () => {
    const state = stateOf(
      decided('ADOPTS', 'FULL', '2023-03-01', { votes: { majority: 'UNANIMOUS', no: 5 } }),
    );
    expect(state).toMatchObject({
      decision: { value: 'ADOPTED' },
      findings: [{ code: 'contradictory-votes' }],
    });
  });

  it('asks what becomes of the work when a running measure is revoked', () => {
    const state = stateOf(
      decided('ADOPTS', 'FULL', '2023-03-01'),
      told('MeasureImplementationStarted', {}, '2023-05-01'),
      decided('REVOKES', 'FULL', '2023-11-01'),
    );
    expect(state).toMatchObject({
      decision: { value: 'REVOKED' },
      implementation: { value: 'IN_PROGRESS' },
      findings: [{ code: 'revoked-while-running' }],
    });
  });
});

describe('axis C, the work', () => {
  it('returns from a pause to a permanent task where it was one', () => {
    const state = stateOf(
      told('MeasureImplementationStarted', { duration: 'PERMANENT' }, '2023-01-01'),
      told('MeasureImplementationPaused', {}, '2023-02-01'),
      told('MeasureImplementationResumed', {}, '2023-03-01'),
    );
    expect(state.implementation.value).toBe('ONGOING');
  });

  it.each([
    [undefined, 'ONGOING'],
    ['PERMANENT', 'ONGOING'],
    ['PROJECT', 'IN_PROGRESS'],
  ])('goes on as a permanent task unless a new begin says otherwise: %s', (duration, now) => {
    const state = stateOf(
      told('MeasureImplementationStarted', { duration: 'PERMANENT' }, '2023-01-01'),
      told('MeasureImplementationStarted', duration ? { duration } : {}, '2023-02-01'),
    );
    expect(state.implementation.value).toBe(now);
  });

  it('keeps every move of a planned date', () => {
    const state = stateOf(
      told('MeasureImplementationPlanned', { plannedEnd: '2024' }, '2023-01-01'),
      told('MeasureRescheduled', { plannedEnd: '2025-06' }, '2023-02-01'),
      told('MeasureDelayReported', { newEnd: '2026' }, '2023-03-01'),
      told('MeasureRescheduled', { plannedEnd: '2026' }, '2023-04-01'),
    );
    expect(state.moves.map(({ from, to }) => [from, to])).toEqual([
      [null, '2024'],
      ['2024', '2025-06'],
      ['2025-06', '2026'],
    ]);
    expect(state.delay).not.toBeNull();
  });

  it('is shown as odd when work is reported after its end, never refused', () => {
    const state = stateOf(
      told('MeasureImplementationCompleted', {}, '2023-01-01'),
      told('MeasureProgressReported', { percent: 80 }, '2023-02-01'),
    );
    expect(state).toMatchObject({
      implementation: { value: 'IN_PROGRESS' },
      findings: [{ code: 'implementation-after-end' }],
    });
  });

  it('says by how many days a finished measure missed its end', () => {
    const finished = (on: string, plannedEnd: string, how: Record<string, unknown> = {}) =>
      finishedLateByDays(
        stateOf(
          told('MeasureRescheduled', { plannedEnd }, '2022-01-01'),
          told('MeasureImplementationCompleted', how, on),
        ),
      );
    expect(finished('2023-03-11', '2023-03-01')).toBe(10);
    expect(finished('2023-03-11', '2023-03')).toBe(0);
    expect(finishedLateByDays(stateOf())).toBeNull();
    // Done by then: nobody knows whether after the planned end, but before it is before it.
    expect(finished('2023-03-11', '2023-03-01', { dayIsLatest: true })).toBeNull();
    expect(finished('2023-03-11', '2023-03', { dayIsLatest: true })).toBe(0);
  });

  const latest = { dayIsLatest: true };
  const completed = (on: string | null, data: Record<string, unknown> = {}) =>
    told('MeasureImplementationCompleted', data, on);

  it('says of a day where it is only the latest possible one', () => {
    const { implementation, endedOn } = stateOf(completed('2024-06', latest));
    expect(endedOn).toMatchObject({ value: '2024-06', latest: true });
    expect(implementation).toMatchObject({ value: 'COMPLETED', latest: true });
    expect(stateOf(completed('2024-06')).endedOn).not.toHaveProperty('latest');
    expect(stateOf(completed(null, latest)).endedOn).not.toHaveProperty('latest');
  });

  it.each([
    ['the exact one', completed('2023-10-01'), '2023-10-01', undefined],
    ['an earlier latest one', completed('2023-12-31', latest), '2023-12-31', true],
  ])('%s stands where the end is only said again later', (_, earlier, on, isLatest) => {
    const again = completed('2024-06-30', latest);
    for (const state of [stateOf(earlier, again), stateOf(again, earlier)]) {
      expect([state.endedOn?.value, state.endedOn?.latest]).toEqual([on, isLatest]);
      expect(state.implementation.entry).toBe(state.endedOn?.entry);
    }
  });

  it('keeps the begin of work, and its pause, where they are only said again later', () => {
    const begun = told('MeasureImplementationStarted', {}, '2023-05');
    const paused = told('MeasureImplementationPaused', {}, '2024-01');
    const on = '2024-06-30';
    expect(
      stateOf(begun, told('MeasureImplementationStarted', latest, on)).startedOn,
    ).toMatchObject({ value: '2023-05' });
    expect(
      stateOf(begun, paused, told('MeasureImplementationPaused', latest, on)).implementation.on,
    ).toBe('2024-01');
    const permanent = { duration: 'PERMANENT', ...latest };
    expect(
      stateOf(begun, told('MeasureImplementationStarted', permanent, on)).implementation,
    ).toMatchObject({ value: 'ONGOING', on, latest: true });
  });

  it('gives the lead to the newest, and keeps partners', () => {
    const assign = (responsibility: string, name: string, on: string) =>
      told('MeasureResponsibleBodyAssigned', { responsibility, text: { name } }, on);
    const state = stateOf(
      assign('LEAD', 'Office A', '2023-01-01'),
      assign('PARTNER', 'Works', '2023-02-01'),
      assign('LEAD', 'Office B', '2023-03-01'),
    );
    expect(state.responsible.map(({ name }) => name)).toEqual(['Works', 'Office B']);
  });
});

describe('staleness', () => {
  const entries = timeline(
    stream(recorded, told('MeasureCheckedUnchanged', {}, '2020-01-05', '2020-03-01T12:00:00.000Z')),
  );

  it('counts from the day something was recorded, not from the day it happened', () => {
    expect(freshDays(entries)).toEqual(['2020-01-01', '2020-03-01']);
    expect(isStale(freshDays(entries), '2020-08-27')).toBe(false);
    expect(isStale(freshDays(entries), '2020-08-28')).toBe(true);
  });

  it('is not ended by a new text or a correction', () => {
    const described = told('MeasureDescribed', { text: { title: 'New' } }, '2020-06-01');
    expect(freshDays(timeline(stream(recorded, described)))).toEqual(['2020-01-01']);
  });
});
