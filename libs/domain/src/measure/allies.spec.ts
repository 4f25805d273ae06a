import { anId, stream, told, type Told } from '../testing/scenario.js';
import { timeline } from '../timeline.js';
import { supportOf } from './allies.js';
import { isOwnProject } from './decision-axis.js';
import { measureState } from './measure.fold.js';
import { publicBar } from './public-bar.js';

const [pledge, club, table, source] = [11, 12, 13, 14].map(anId) as [
  string,
  string,
  string,
  string,
];
const recordedAt = '2026-01-10T12:00:00.000Z';
const pledged = {
  ...told(
    'MeasureSupportPledged',
    { actor: club, contribution: 'WORK', text: { what: 'Fifty trees' } },
    '2025',
    recordedAt,
  ),
  id: pledge,
};
const stateOf = (...events: readonly Told[]) => measureState(timeline(stream(...events)));

describe('what allies bring in for a measure', () => {
  it('is promised, and delivered or withdrawn, and moves no axis', () => {
    const delivered = told('MeasureSupportDelivered', { pledge }, '2026-02-01');
    const state = stateOf(pledged, delivered);
    expect(supportOf(state)).toMatchObject([
      { entry: pledge, actor: club, what: 'Fifty trees', delivered: { on: '2026-02-01' } },
    ]);
    expect(publicBar(state, '2026-03-01').status).toBe('unknown');
    expect(state.last).toBeNull();
  });

  it('finds its promise also where that names its year only and stands after it', () => {
    const ended = { pledge, text: { note: 'No money' } };
    const withdrawn = told('MeasureSupportWithdrawn', ended, '2025-02', recordedAt);
    expect(supportOf(stateOf(pledged, withdrawn))).toMatchObject([
      { delivered: null, withdrawn: { on: '2025-02', note: 'No money' } },
    ]);
  });
});

describe('the round tables of a measure', () => {
  it('are those that proposed it, and those that talked about it', () => {
    const { allies, decision } = stateOf(
      told('MeasureProposed', { origin: 'ROUND_TABLE', roundtable: table, source }, '2025-03-01'),
      told('MeasureDiscussed', { result: 'PARKED', roundtable: table, source }, '2025-06-01'),
      told('MeasureProposed', { origin: 'CITIZENS' }, '2025-07-01'),
    );
    expect(allies.tables).toMatchObject([
      { roundtable: table, source, proposed: true, result: null, on: '2025-03-01' },
      { roundtable: table, source, proposed: false, result: 'PARKED', on: '2025-06-01' },
    ]);
    expect(decision).toMatchObject({ value: 'PROPOSED', on: '2025-03-01' });
  });
});

describe('a project of allies', () => {
  it('is one that needs no vote, as long as nobody takes one', () => {
    const own = told(
      'MeasureNoDecisionNeeded',
      { reason: 'CIVIL_SOCIETY', actor: club },
      '2025-01-01',
    );
    const ordinary = told(
      'MeasureNoDecisionNeeded',
      { reason: 'CURRENT_ADMINISTRATION' },
      '2025-02-01',
    );
    const state = stateOf(own);
    expect([isOwnProject(state), state.allies.project]).toEqual([true, club]);
    expect(isOwnProject(stateOf(ordinary))).toBe(false);
    const voted = { organ: anId(15), effect: 'ADOPTS', scope: 'FULL', final: true };
    expect(isOwnProject(stateOf(own, told('MeasureDecided', voted, '2025-05-01')))).toBe(false);
  });
});
