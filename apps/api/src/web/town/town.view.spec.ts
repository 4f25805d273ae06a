import { statuses, type Status } from '@klimaspur/domain';
import type { StatusPoint } from '@klimaspur/read-models';
import { fromBeginning } from './town.view.js';

const on = (day: string, counts: Partial<Record<Status, number>>): StatusPoint => ({
  day,
  byStatus: Object.fromEntries(
    statuses.map((status) => [status, counts[status] ?? 0]),
  ) as StatusPoint['byStatus'],
  total: Object.values(counts).reduce((sum, count) => sum + count, 0),
});
const days = (points: readonly StatusPoint[]) => points.map(({ day }) => day);

describe('the beginning of a chart over time', () => {
  const grey = [on('2018-01-01', { unknown: 3 }), on('2020-01-01', { unknown: 4 })];
  const today = on('2026-05-01', { unknown: 1, completed: 3 });

  it('is that of the records where nothing is known of the time before', () => {
    const shown = fromBeginning([...grey, today], '2026-04-01');
    expect(days(shown)).toEqual(['2026-04-01', '2026-05-01']);
    expect(shown[0]?.byStatus.unknown).toBe(4);
  });

  it('is the first day of which something is known', () => {
    const known = on('2021-01-01', { unknown: 3, completed: 1 });
    expect(days(fromBeginning([...grey, known, today], '2026-04-01'))).toEqual([
      '2021-01-01',
      '2026-05-01',
    ]);
  });

  it('stays where nothing is known at all', () => {
    expect(days(fromBeginning(grey, null))).toEqual(['2018-01-01', '2020-01-01']);
    expect(fromBeginning([], '2026-04-01')).toEqual([]);
  });
});
