import { type Day, isDay } from '@klimaspur/domain';
import { Refusal } from '../errors/refusal.js';

interface Period {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

/** Refuses days that no calendar has, and an end before the beginning. */
export const checkPeriod = ({ from, to }: Period): void => {
  for (const [path, day] of Object.entries({ from, to })) {
    if (day !== undefined && !isDay(day)) refuse(path, 'field/not-a-date');
  }
  if (from !== undefined && to !== undefined && to < from) {
    refuse('to', 'field/wrong-order', { from });
  }
};

const refuse = (path: string, code: string, params: Readonly<Record<string, unknown>> = {}) => {
  throw new Refusal('query/invalid', { issues: [{ path, code, params }] });
};
