import { newerIn, schemaVersionOf } from './evolution.js';
import { DomainError } from './shared/domain-error.js';
import type { Decided } from './decide.js';
import { decisionPolicy } from './decision/decision.policy.js';
import { planPolicy } from './plan/plan.policy.js';
import { roundtablePolicy } from './roundtable/roundtable.policy.js';
import type { Effect, Policy, PolicyTarget } from './shared/effect.js';
import type { PartialDate } from './shared/partial-date.js';
import { timeline, type Entry, type Past } from './timeline.js';

/** Each writes what the entries of one kind of stream mean for others. */
const policies: readonly Policy[] = [decisionPolicy, planPolicy, roundtablePolicy];

/** The policy that an entry of this kind concerns; undefined for most. */
export const policyFor = (category: string, type: string): Policy | undefined =>
  policies.find((policy) => policy.category === category && policy.reactsTo(type));

/** Every stream that the source names, or ever named before a correction. */
export const streamsTouchedBy = (
  { effects, touches }: Policy,
  id: string,
  source: readonly Past[],
): readonly PolicyTarget[] => {
  if (touches) return touches(source);
  const touched = new Map<string, PolicyTarget>();
  for (const index of source.keys()) {
    for (const { target } of effects(id, source.slice(0, index + 1))) {
      touched.set(`${target.category}-${target.id}`, target);
    }
  }
  return [...touched.values()];
};

/**
 * What is to be written into one stream so that it says what the source says. It compares, so running it
 * again writes nothing; and it writes codes and ids only, because the text is read at the source.
 *
 * @param source what matters of the source's events, up to the one the policy reacts to
 * @param history all events of the target
 */
export const policyWrites = (
  policy: Policy,
  id: string,
  source: readonly Past[],
  target: PolicyTarget,
  history: readonly Past[],
): readonly Decided[] => {
  const wanted = policy
    .effects(id, source)
    .filter(
      (effect) => effect.target.category === target.category && effect.target.id === target.id,
    );
  const written = timeline(history).filter(
    ({ data }) => data['source'] !== undefined && data[policy.category] === id,
  );
  const writes = [
    ...written
      .filter((entry) => !wanted.some((effect) => isOf(entry, effect)))
      .map((entry) => write('EntryVoided', { entry: entry.id }, lastDayOf(source))),
    ...wanted.flatMap((effect) => {
      const entry = written.find((other) => isOf(other, effect));
      if (!entry) return [write(effect.type, effect.data, effect.occurredOn)];
      return says(entry, effect)
        ? []
        : [
            write(
              'EntryCorrected',
              { entry: entry.id, replacement: effect.data },
              effect.occurredOn,
              effect.type,
            ),
          ];
    }),
  ];
  // What a newer program wrote there may say it already.
  if (writes.length > 0 && newerIn(history).length > 0) throw new DomainError('log/upgrade-needed');
  return writes;
};

/** Where the source now means something else, the entry of the other kind is taken back. */
const isOf = ({ type, data }: Entry, effect: Effect): boolean =>
  type === effect.type && data['source'] === effect.data['source'];

/** `carried`: the type of the data, in a correction that of what it corrects. */
const write = (
  type: string,
  data: Decided['data'],
  occurredOn: PartialDate | null,
  carried = type,
): Decided => ({ type, data, occurredOn, schemaVersion: schemaVersionOf(carried) });

/** The day of the entry that took the effect back. */
const lastDayOf = (source: readonly Past[]): PartialDate | null =>
  source.at(-1)?.metadata.occurredOn ?? null;

const says = (entry: Entry, { data, occurredOn }: Effect): boolean =>
  entry.occurredOn === occurredOn && canonical(entry.data) === canonical(data);

/** Compares terms whatever the order of their keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
