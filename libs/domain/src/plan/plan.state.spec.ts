import { anId, stream, told, town, type Told } from '../testing/scenario.js';
import { timeline } from '../timeline.js';
import { planState } from './plan.state.js';

const at = '2023-01-01T12:00:00.000Z';
const drafted = told(
  'PlanDrafted',
  { municipality: town, kind: 'CLIMATE_PROTECTION', text: { title: 'Plan' } },
  null,
  at,
);
const field = (number: number, rank: number) =>
  told(
    'PlanFieldAdded',
    { field: anId(number), rank, text: { name: `Field ${number}` } },
    null,
    at,
  );
const placed = (measure: number, inField: number, on: string) =>
  told('PlanMeasurePlaced', { measure: anId(measure), field: anId(inField), rank: 1 }, on);
const adopted = (scope: string, on: string) => told('PlanAdopted', { scope }, on);
const stateOn = (asOf: string, ...events: readonly Told[]) =>
  planState(timeline(stream(drafted, ...events), { asOf }));

describe('a plan', () => {
  it('shows the first placement from the beginning, and a move from its day', () => {
    const events = [
      field(1, 1),
      field(2, 2),
      placed(9, 1, '2024-01-01'),
      placed(9, 2, '2024-06-01'),
    ];
    const fieldOn = (day: string) => stateOn(day, ...events).placements.get(anId(9))?.field;
    expect([fieldOn('2020-01-01'), fieldOn('2024-05-31'), fieldOn('2024-06-01')]).toEqual([
      anId(1),
      anId(1),
      anId(2),
    ]);
  });

  it('is not lowered by a decision on a part of it', () => {
    const scope = (...events: readonly Told[]) => stateOn('2026-01-01', ...events).adopted?.scope;
    expect(scope(adopted('IN_PRINCIPLE', '2024-01-01'), adopted('PART', '2024-06-01'))).toBe(
      'IN_PRINCIPLE',
    );
    expect(scope(adopted('IN_PRINCIPLE', '2024-01-01'), adopted('FULL', '2024-06-01'))).toBe(
      'FULL',
    );
  });

  it('keeps the opinion of a field when the field moves', () => {
    const assessed = told(
      'PlanFieldAssessed',
      { field: anId(1), scale: 'TRAFFIC_LIGHT', rating: 'RED' },
      '2024-04-01',
    );
    const moved = told('PlanFieldMoved', { field: anId(1), rank: 7 }, '2024-05-01');
    expect(stateOn('2025-01-01', field(1, 1), assessed, moved).fields.get(anId(1))).toMatchObject({
      rank: 7,
      assessment: { rating: 'RED' },
    });
  });
});
