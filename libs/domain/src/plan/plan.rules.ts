import type { Command } from '../command.js';
import type { Issue } from '../shared/domain-error.js';
import { timeline, type Past } from '../timeline.js';
import { heirsNamedIn } from './plan.heirs.js';
import { planState, type PlanState } from './plan.state.js';

const issue = (path: string, code: string): Issue => ({ path, code, params: {} });

const known = new WeakMap<
  readonly Past[],
  { readonly length: number; readonly state: PlanState }
>();

/** Thousands of measures are placed upon one history; it is folded once, and again when it has grown. */
const stateAfter = (history: readonly Past[]): PlanState => {
  const before = known.get(history);
  if (before?.length === history.length) return before.state;
  const state = planState(timeline(history));
  known.set(history, { length: history.length, state });
  return state;
};

/** What would mean nothing in a plan: a field that is not there, twice the same, or a thing inside itself. */
export const planIssues = (command: Command, history: readonly Past[]): readonly Issue[] => {
  const { field, parent, edition } = command.data as Record<string, string | undefined>;
  const heirs = heirsNamedIn(command);
  const removed = command.type === 'PlanMeasureRemoved';
  if (field === undefined && edition === undefined && !heirs && !removed) return [];
  const state = stateAfter(history);
  const issues: Issue[] = [];
  const check = (wrong: boolean, path: string, code: string) => {
    if (wrong) issues.push(issue(path, code));
  };
  const isThere = (id: string | undefined) => id === undefined || state.fields.has(id);
  if (command.type === 'PlanFieldAdded') {
    check(state.fields.has(field as string), 'field', 'plan/field-already-there');
  } else check(!isThere(field), 'field', 'plan/unknown-field');
  check(!isThere(parent), 'parent', 'plan/unknown-field');
  const within = command.type === 'PlanFieldMoved' && liesWithin(state, parent, field as string);
  check(within, 'parent', 'plan/field-within-itself');
  if (command.type !== 'PlanEditionAdded' && edition !== undefined) {
    const known = state.editions.some(({ id }) => id === edition);
    check(!known, 'edition', 'plan/unknown-edition');
  }
  if (removed) {
    const placed = state.placements.has(command.data['measure'] as string);
    check(!placed, 'measure', 'plan/measure-not-placed');
  }
  return heirs ? [...issues, ...heirIssues(state, heirs)] : issues;
};

const liesWithin = (state: PlanState, from: string | undefined, field: string): boolean => {
  const seen = new Set<string>();
  for (let at = from ?? null; at !== null; at = state.fields.get(at)?.parent ?? null) {
    if (at === field || seen.has(at)) return true;
    seen.add(at);
  }
  return false;
};

/** A measure goes on somewhere else, and never, by whatever way, in itself. */
const heirIssues = (
  { heirs }: PlanState,
  { measures, into, paths }: NonNullable<ReturnType<typeof heirsNamedIn>>,
): Issue[] => {
  if (measures.length === 0) return [issue(paths.measures, 'field/missing')];
  if (into.length === 0) return [issue(paths.into, 'field/missing')];
  if (new Set(measures).size < measures.length) return [issue(paths.measures, 'plan/named-twice')];
  if (new Set(into).size < into.length) return [issue(paths.into, 'plan/named-twice')];
  const reached = reachableFrom(into, heirs);
  return measures.some((measure) => reached.has(measure))
    ? [issue(paths.into, 'plan/own-heir')]
    : [];
};

const reachableFrom = (from: readonly string[], heirs: PlanState['heirs']): ReadonlySet<string> => {
  const reached = new Set<string>();
  const next = [...from];
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    next.push(...(heirs.get(at) ?? []));
  }
  return reached;
};

/** True where, after these events, a measure would go on in itself: what a void must not bring back. */
export const hasOwnHeir = (history: readonly Past[]): boolean => {
  const { heirs } = planState(timeline(history));
  return [...heirs].some(([measure, into]) => reachableFrom(into, heirs).has(measure));
};
