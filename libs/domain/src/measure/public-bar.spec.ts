import { stream, told, recorded, type Told } from '../testing/scenario.js';
import { timeline } from '../timeline.js';
import { measureState } from './measure.fold.js';
import { publicBar } from './public-bar.js';

const on = '2025-03-01';
const proposed = told('MeasureProposed', {}, '2024-01-10');
const deferred = told('MeasureDeliberated', { outcome: 'DEFERRED' }, '2024-02-10');
const vote = (effect: string, scope = 'FULL', final = true) =>
  told('MeasureDecided', { effect, scope, final }, '2024-03-10');
const planned = told(
  'MeasureImplementationPlanned',
  { plannedStart: '2025-06', plannedEnd: '2026' },
  '2024-04-10',
);
const started = told('MeasureImplementationStarted', {}, '2024-05-10');
const paused = told('MeasureImplementationPaused', {}, '2024-06-10');
const delay = told('MeasureDelayReported', { reason: 'STAFF' }, '2024-07-10');
const progress = told('MeasureProgressReported', {}, '2024-08-10');
const completed = told('MeasureImplementationCompleted', {}, '2024-09-10');
const abandoned = (reason: string) =>
  told('MeasureImplementationAbandoned', { reason }, '2024-09-10');
const dates = (plannedStart: string, plannedEnd: string) =>
  told('MeasureRescheduled', { plannedStart, plannedEnd }, '2024-01-20');

const barOf = (events: readonly Told[], day = on) =>
  publicBar(measureState(timeline(stream(recorded, ...events), { asOf: day })), day);

describe('the public bar', () => {
  it.each<[string, string, readonly Told[]]>([
    ['unknown', 'nothing is known', []],
    ['in-consultation', 'it was proposed', [proposed]],
    ['in-consultation', 'a committee deferred it', [deferred]],
    [
      'in-consultation',
      'a body that does not end the matter voted for it',
      [vote('ADOPTS', 'FULL', false)],
    ],
    ['adopted', 'the council adopted it', [vote('ADOPTS')]],
    ['adopted', 'the council adopted it in principle', [vote('ADOPTS', 'IN_PRINCIPLE')]],
    [
      'adopted',
      'no decision is needed',
      [told('MeasureNoDecisionNeeded', { reason: 'CIVIL_SOCIETY' }, '2024-03-10')],
    ],
    ['adopted', 'the motion was only declared settled', [vote('ADOPTS'), vote('SETTLES')]],
    ['rejected', 'the council rejected it', [proposed, vote('REJECTS')]],
    [
      'rejected',
      'it was withdrawn',
      [told('MeasureDeliberated', { outcome: 'WITHDRAWN' }, '2024-02-10')],
    ],
    ['rejected', 'it was revoked before it began', [vote('ADOPTS'), vote('REVOKES')]],
    [
      'in-progress',
      'it was revoked while work goes on',
      [
        vote('ADOPTS'),
        started,
        told('MeasureDecided', { effect: 'REVOKES', scope: 'FULL', final: true }, '2024-12-10'),
      ],
    ],
    ['planned', 'somebody planned it', [vote('ADOPTS'), planned]],
    ['in-progress', 'work began', [vote('ADOPTS'), started]],
    ['in-progress', 'work began without a decision', [started]],
    [
      'in-progress',
      'it is a permanent task past any end',
      [
        dates('2020', '2021'),
        told('MeasureImplementationStarted', { duration: 'PERMANENT' }, '2024-05-10'),
      ],
    ],
    ['delayed', 'work rests', [started, paused]],
    ['delayed', 'a delay was reported', [started, delay]],
    ['delayed', 'a delay was reported though the state is unknown', [delay]],
    ['in-progress', 'progress cleared the delay', [started, delay, progress]],
    ['delayed', 'the planned start passed', [dates('2025-01', '2027')]],
    ['delayed', 'the planned end passed', [dates('2024', '2024-12'), started]],
    [
      'in-progress',
      'the planned end is the last day of a running month',
      [dates('2024', '2025-03'), started],
    ],
    ['completed', 'it was completed, however late', [dates('2020', '2021'), started, completed]],
    ['failed', 'it turned out not to be feasible', [started, abandoned('NOT_FEASIBLE')]],
    ['failed', 'it was given up', [vote('ADOPTS'), abandoned('FUNDING')]],
    [
      'unknown',
      'it was only assessed',
      [told('MeasureAssessed', { scale: 'TRAFFIC_LIGHT', rating: 'GREEN' }, '2024-10-01')],
    ],
  ])('says %s when %s', (status, _when, events) => {
    expect(barOf(events).status).toBe(status);
  });

  it('turns late on the day after the last possible day of the planned date', () => {
    const events = [dates('2024-01', '2025-02'), started];
    expect(barOf(events, '2025-02-28').status).toBe('in-progress');
    expect(barOf(events, '2025-03-01')).toMatchObject({ status: 'delayed', rule: 'late-end' });
  });

  it('names the entry behind the word', () => {
    expect(barOf([vote('ADOPTS'), started]).entry).toBe(
      stream(recorded, vote('ADOPTS'), started)[2]?.id,
    );
  });
});
