import type { Day } from '@klimaspur/domain';
import type { StatusPoint } from '@klimaspur/read-models';
import { yearlyRows } from '../charts/time-steps.js';

/** Each day on which something changed, and those that the table of the chart names. */
export const everyStep = (points: readonly StatusPoint[], until: Day): StatusPoint[] => {
  const days = points.map(({ day, byStatus }) => ({ day, counts: byStatus }));
  const all = new Set([
    ...points.map(({ day }) => day),
    ...yearlyRows(days, until).map(({ day }) => day),
  ]);
  return [...all].sort().flatMap((day) => {
    const held = points.findLast((point) => point.day <= day);
    return held ? [{ ...held, day }] : [];
  });
};
