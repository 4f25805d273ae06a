import { Refusal } from '../errors/refusal.js';
import type { OfTownQuestion } from './question.dto.js';

/** The town that a question must name. */
export const askedTown = ({ municipality }: OfTownQuestion): string => {
  if (municipality !== undefined) return municipality;
  const issues = [{ path: 'municipality', code: 'field/missing', params: {} }];
  throw new Refusal('query/invalid', { issues });
};
