import type { EventData } from '../catalogue.js';
import type { Effect, Policy } from '../shared/effect.js';
import { timeline } from '../timeline.js';

/** Writes a vote into the stream of each measure it names, and of the plan it adopts. */
export const decisionPolicy: Policy = {
  category: 'decision',

  reactsTo: () => true,

  matters: (history) => history,

  effects(decision, history) {
    const record = timeline(history).find(({ type }) => type === 'DecisionRecorded');
    if (!record) return [];
    const { plan, effects, outcome, final, organ, votes } =
      record.data as unknown as EventData<'DecisionRecorded'>;
    const { occurredOn } = record;
    const from = { decision, source: record.id };
    const adopts = final && (outcome === 'ADOPTED' || outcome === 'ADOPTED_AMENDED');
    return [
      ...(plan && adopts
        ? [
            {
              target: { category: 'plan', id: plan.plan },
              type: 'PlanAdopted',
              data: { scope: plan.scope, ...from },
              occurredOn,
            } as const,
          ]
        : []),
      ...effects.map(({ measure, effect, scope }): Effect => ({
        target: { category: 'measure', id: measure },
        type: 'MeasureDecided',
        data: { effect, scope, outcome, final, organ, ...(votes ? { votes } : {}), ...from },
        occurredOn,
      })),
    ];
  },
};
