import { anId, recorded, scenario, stream, told, type Told } from '../testing/scenario.js';
import { timeline } from '../timeline.js';
import { measureState } from './measure.fold.js';

const rejected = told(
  'MeasureDecided',
  { effect: 'REJECTS', scope: 'FULL', final: true },
  '2023-01-10',
);
const revived = (as: string) => told('MeasureRevived', { as }, '2024-01-10');
const stateOf = (...events: readonly Told[]) => measureState(timeline(stream(...events)));

describe('a measure that was turned down', () => {
  it.each(['PROPOSED', 'SUBMITTED'])(
    'is taken up again as %s: a new round of the same measure',
    (as) => {
      const { decision, round } = stateOf(recorded, rejected, revived(as));
      expect([decision.value, round]).toEqual([as, 2]);
    },
  );

  it.each(['WITHDRAWN', 'LAPSED'])('may also have been %s', (outcome) => {
    const ended = told('MeasureDeliberated', { outcome }, '2023-01-10');
    expect(stateOf(recorded, ended, revived('PROPOSED')).round).toBe(2);
  });
});

describe('a measure that was not turned down', () => {
  it('needs no new round: an adopted one is only talked about anew', () => {
    const adopted = told(
      'MeasureDecided',
      { effect: 'ADOPTS', scope: 'FULL', final: true },
      '2023-01-10',
    );
    const { decision, round, inNewConsultation } = stateOf(recorded, adopted, revived('SUBMITTED'));
    expect([decision.value, round, inNewConsultation]).toEqual(['ADOPTED', 1, true]);
  });
});

describe('who is responsible', () => {
  const partner = told(
    'MeasureResponsibleBodyAssigned',
    { responsibility: 'PARTNER', text: { name: 'Stadtwerke' } },
    '2023-01-01',
  );

  it('is so until released', () => {
    const released = told(
      'MeasureResponsibleBodyReleased',
      { assignment: anId(1001) },
      '2024-02-01',
    );
    const history = stream(recorded, partner, released);
    const on = (asOf: string) => measureState(timeline(history, { asOf })).responsible.length;
    expect([on('2024-01-31'), on('2024-02-01')]).toEqual([1, 0]);
  });

  it('is released by naming the entry that assigned it', () => {
    scenario('measure', '2024-06-15T12:00:00.000Z')
      .given(recorded, partner)
      .when('MeasureResponsibleBodyReleased', { assignment: anId(1000) })
      .thenRefused('entry/unknown', 'assignment');
  });
});
