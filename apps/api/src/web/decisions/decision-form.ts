import type { EventData } from '@klimaspur/domain';
import type { OrganItem } from '@klimaspur/read-models';
import type { DecisionDetail } from '../../queries/get-decision.query.js';
import { dateFieldOf } from '../components/date-field-value.js';
import { evidenceField, evidenceIn } from '../evidence/evidence-in.js';
import type { FormReader } from '../forms/form-reader.js';
import { filled } from '../forms/form-reader.js';
import type { Typed } from '../forms/typed.js';

type Recorded = EventData<'DecisionRecorded'>;
type Effect = Recorded['effects'][number];

/** A measure that can be chosen, and the plans it stands in. */
export interface Choosable {
  readonly id: string;
  readonly plans: readonly string[];
}

interface Around {
  readonly municipality: string;
  readonly organs: readonly OrganItem[];
  readonly measures: readonly Choosable[];
  /** What the decision says of measures so far, where it is corrected. */
  readonly effects?: readonly Effect[];
}

/** What an outcome means for a measure that is named, unless something else is said. */
const effectOf: Readonly<Record<string, Pick<Effect, 'effect'> & { scope?: Effect['scope'] }>> = {
  ADOPTED: { effect: 'ADOPTS' },
  ADOPTED_AMENDED: { effect: 'ADOPTS' },
  ADOPTED_PARTLY: { effect: 'ADOPTS', scope: 'PART' },
  REJECTED: { effect: 'REJECTS' },
  REVOKED: { effect: 'REVOKES' },
  DEFERRED: { effect: 'DEFERS' },
  NOTED: { effect: 'NOTES' },
  SETTLED: { effect: 'SETTLES' },
};

/** Reads the form into the body of `record-decision`; the rules are the domain's. */
export const readDecision = (reader: FormReader, around: Around): Record<string, unknown> => {
  const outcome = reader.text('outcome');
  const organ = reader.text('organ');
  const plan = reader.text('plan');
  const scope = reader.text('scope') ?? 'FULL';
  const evidence = evidenceIn(reader.typed, 'minutes');
  return {
    occurredOn: reader.day('on'),
    municipality: around.municipality,
    organ,
    outcome,
    final: around.organs.find(({ id }) => id === organ)?.decidesFinally ?? false,
    votes: filled({
      majority: reader.text('majority'),
      yes: reader.integer('yes'),
      no: reader.integer('no'),
      abstain: reader.integer('abstain'),
    }),
    plan: plan === undefined ? undefined : { plan, scope },
    effects: effectsOf(reader, around, outcome ?? '', scope),
    text: {
      title: reader.text('title'),
      paper: reader.text('paper'),
      result: reader.text('result'),
      note: reader.text('note'),
      evidence: evidence && [evidence],
    },
  };
};

/** Each chosen measure with its effect: what is said for all, else what it had, else what the outcome means. */
const effectsOf = (
  reader: FormReader,
  { measures, effects = [] }: Around,
  outcome: string,
  scope: string,
): object[] => {
  const wholePlan = reader.text('wholePlan');
  const inPlan = measures
    .filter(({ plans }) => plans.includes(wholePlan ?? ''))
    .map(({ id }) => id);
  const chosen = new Set([...(reader.choices('measures') ?? []), ...inPlan]);
  const said = reader.text('effect');
  const meant = effectOf[outcome];
  return [...chosen].map((measure) => {
    const before = effects.find((effect) => effect.measure === measure);
    if (said === undefined && before) return before;
    return { measure, effect: said ?? meant?.effect ?? 'NOTES', scope: meant?.scope ?? scope };
  });
};

/** The form as it begins when a decision is corrected. */
export const decisionAsTyped = (decision: DecisionDetail): Typed => {
  const { precision, day, month, year } = dateFieldOf(decision.occurredOn);
  const count = (value: number | undefined) => (value === undefined ? '' : String(value));
  const { majority = '', yes, no, abstain } = decision.votes ?? {};
  return {
    ...{ on: day, 'on-precision': precision, 'on-month': month, 'on-year': year },
    ...{ title: decision.title, paper: decision.paper ?? '', result: decision.result ?? '' },
    ...{ note: decision.note ?? '', organ: decision.organ.id, outcome: decision.outcome, majority },
    ...{ yes: count(yes), no: count(no), abstain: count(abstain) },
    plan: decision.plan?.id ?? '',
    scope: decision.plan?.scope ?? decision.effects[0]?.scope ?? 'FULL',
    measures: decision.effects.map(({ measure }) => measure),
  };
};

/** Where a path of the command is found in the form. */
export const fieldOfDecision = (path: string): string | undefined => {
  const inner = path.replace(/^(text\.)?replacement\./, '').replace(/^text\./, '');
  if (inner === 'occurredOn') return 'on';
  if (inner.startsWith('effects')) return 'measures';
  if (inner.startsWith('plan')) return 'plan';
  if (inner.startsWith('evidence')) return evidenceField(inner);
  return inner.replace(/^votes\./, '') || undefined;
};
