import { type Day, isDay } from '@klimaspur/domain';
import { Refusal } from '../errors/refusal.js';

interface Period {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

/**
 * Refuses days that no calendar has, an end before the beginning, and one after `last`, if there is such a day. `names`:
 * what the two are called where they were asked for.
 */
export const checkPeriod = (
  { from, to }: Period,
  last?: Day,
  names: Readonly<Record<'from' | 'to', string>> = { from: 'from', to: 'to' },
): void => {
  for (const [path, day] of [
    [names.from, from],
    [names.to, to],
  ] as const) {
    if (day !== undefined && !isDay(day)) refuse(path, 'field/not-a-day');
  }
  if (from !== undefined && to !== undefined && to < from) {
    refuse(names.to, 'field/wrong-order', { from });
  }
  if (last !== undefined && to !== undefined && to > last) refuse(names.to, 'field/in-the-future');
};

const refuse = (path: string, code: string, params: Readonly<Record<string, unknown>> = {}) => {
  throw new Refusal('query/invalid', { issues: [{ path, code, params }] });
};
