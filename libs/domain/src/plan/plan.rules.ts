import type { Command } from '../command.js';
import { DomainError } from '../shared/domain-error.js';
import { timeline, type Past } from '../timeline.js';
import { planState, type PlanState } from './plan.state.js';

const refuse = (path: string, code: string): never => {
  throw new DomainError('command/invalid', [{ path, code, params: {} }]);
};

/** What would mean nothing in a plan: a field that is not there, twice the same, or inside itself. */
export const planRules = (command: Command, history: readonly Past[]): void => {
  const { field, parent, edition } = command.data as Record<string, string | undefined>;
  const needsState = field !== undefined || edition !== undefined;
  if (!needsState) return;
  const state = planState(timeline(history));
  if (command.type === 'PlanFieldAdded') {
    if (state.fields.has(field as string)) refuse('field', 'plan/field-already-there');
  } else if (field !== undefined && !state.fields.has(field)) refuse('field', 'plan/unknown-field');
  if (parent !== undefined && !state.fields.has(parent)) refuse('parent', 'plan/unknown-field');
  if (command.type === 'PlanFieldMoved' && liesWithin(state, parent, field as string)) {
    refuse('parent', 'plan/field-within-itself');
  }
  if (command.type === 'PlanMeasurePlaced' && edition !== undefined) {
    if (!state.editions.some(({ id }) => id === edition)) refuse('edition', 'plan/unknown-edition');
  }
};

const liesWithin = (state: PlanState, from: string | undefined, field: string): boolean => {
  const seen = new Set<string>();
  for (let at = from ?? null; at !== null; at = state.fields.get(at)?.parent ?? null) {
    if (at === field || seen.has(at)) return true;
    seen.add(at);
  }
  return false;
};
