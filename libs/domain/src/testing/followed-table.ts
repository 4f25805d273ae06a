import { policyFor, policyWrites, streamsTouchedBy } from '../policy.js';
import { roundtablePolicy } from '../roundtable/roundtable.policy.js';
import type { Past } from '../timeline.js';
import { anId } from './scenario.js';

/** A measure's stream after the policy has followed a round table, entry by entry. */
export const followed = (
  table: string,
  source: readonly Past[],
  measure: string,
  own: readonly Past[],
): Past[] => {
  const history = [...own];
  for (const { revision, type } of source) {
    if (!policyFor('roundtable', type)) continue;
    const said = roundtablePolicy.matters(source.slice(0, revision + 1));
    for (const target of streamsTouchedBy(roundtablePolicy, table, said)) {
      if (target.id !== measure) continue;
      for (const written of policyWrites(roundtablePolicy, table, said, target, history)) {
        history.push({
          id: anId(2000 + history.length),
          revision: history.length,
          type: written.type,
          data: written.data,
          metadata: { occurredOn: written.occurredOn, recordedAt: '2026-06-20T12:00:00.000Z' },
        });
      }
    }
  }
  return history;
};
