import type { EventData } from '../catalogue.js';
import { schemaVersion } from '../catalogue.js';
import type { Decided } from '../decide.js';
import { timeline, type Entry, type Past } from '../timeline.js';

type Terms = Readonly<Record<string, unknown>>;

/** What a decision says about one stream, or null where it says nothing (any more). */
export interface PolicyTarget {
  readonly category: 'measure' | 'plan';
  readonly id: string;
}

/** Every stream that a decision names, or ever named before a correction. */
export const streamsTouchedBy = (decision: readonly Past[]): PolicyTarget[] => {
  const touched = new Map<string, PolicyTarget>();
  const seen = [...decision.keys()].flatMap(
    (index) => recordOf(decision.slice(0, index + 1)) ?? [],
  );
  for (const { data } of seen) {
    const { plan, effects } = data as unknown as EventData<'DecisionRecorded'>;
    if (plan) touched.set(`plan-${plan.plan}`, { category: 'plan', id: plan.plan });
    for (const { measure } of effects) {
      touched.set(`measure-${measure}`, { category: 'measure', id: measure });
    }
  }
  return [...touched.values()];
};

const recordOf = (decision: readonly Past[]): Entry | undefined =>
  timeline(decision).find(({ type }) => type === 'DecisionRecorded');

/** What should stand in `target`, seen from the decision as it is known now; null: nothing. */
const effectOn = (
  record: Entry | undefined,
  decision: string,
  target: PolicyTarget,
): Terms | null => {
  if (!record) return null;
  const data = record.data as unknown as EventData<'DecisionRecorded'>;
  const from = { decision, source: record.id };
  if (target.category === 'plan') {
    const adopts = data.outcome === 'ADOPTED' || data.outcome === 'ADOPTED_AMENDED';
    return data.plan?.plan === target.id && adopts && data.final
      ? { scope: data.plan.scope, ...from }
      : null;
  }
  const effect = data.effects.find(({ measure }) => measure === target.id);
  if (!effect) return null;
  return {
    effect: effect.effect,
    scope: effect.scope,
    outcome: data.outcome,
    final: data.final,
    organ: data.organ,
    ...(data.votes ? { votes: data.votes } : {}),
    ...from,
  };
};

/**
 * The policy of one decision on one stream: what is to be written there so that it says what the
 * decision says. It compares, so running it again writes nothing; and it writes codes and ids only,
 * because the text is read at the source.
 *
 * @param decision all events of the decision, up to the one the policy reacts to
 * @param target all events of the measure or plan
 */
export const decisionPolicy = (
  decisionId: string,
  decision: readonly Past[],
  target: PolicyTarget,
  history: readonly Past[],
): readonly Decided[] => {
  const record = recordOf(decision);
  const wanted = effectOn(record, decisionId, target);
  const type = target.category === 'plan' ? 'PlanAdopted' : 'MeasureDecided';
  const written = timeline(history).find(
    (entry) => entry.type === type && entry.data['decision'] === decisionId && isByPolicy(entry),
  );
  const event = (eventType: string, data: Terms): Decided => ({
    type: eventType,
    data,
    occurredOn: record?.occurredOn ?? null,
    schemaVersion,
  });
  if (!written) return wanted ? [event(type, wanted)] : [];
  if (!wanted) return [event('EntryVoided', { entry: written.id })];
  return sameAs(written, wanted, record)
    ? []
    : [event('EntryCorrected', { entry: written.id, replacement: wanted })];
};

const isByPolicy = ({ data }: Entry) => data['source'] !== undefined;

const sameAs = (written: Entry, wanted: Terms, record: Entry | undefined): boolean =>
  written.occurredOn === (record?.occurredOn ?? null) &&
  canonical(written.data) === canonical(wanted);

/** Compares terms whatever the order of their keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
