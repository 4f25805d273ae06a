import {
  differOnAnAxis,
  evolveMeasure,
  isOpen,
  measureState,
  timeline,
  type AggregateEventType,
  type Day,
  type MeasureState,
  type Past,
} from '@klimaspur/domain';
import type { MessageKey } from '@klimaspur/messages';

export type ChoiceGroupCode = 'council' | 'work' | 'assessment' | 'check';

/** One thing that can be said with a tap: the event it becomes, and the terms it already fixes. */
export interface LogChoice {
  readonly code: string;
  readonly group: ChoiceGroupCode;
  readonly type: AggregateEventType;
  readonly data: Readonly<Record<string, unknown>>;
  readonly label: MessageKey;
}

const choice =
  (group: ChoiceGroupCode) =>
  (code: string, type: AggregateEventType, data: LogChoice['data'] = {}): LogChoice => ({
    code,
    group,
    type,
    data,
    label: `log.${code}` as MessageKey,
  });

const council = choice('council');
const work = choice('work');
const rated = (code: string, rating: string) =>
  choice('assessment')(code, 'MeasureAssessed', { scale: 'TRAFFIC_LIGHT', rating });
const deliberated = (code: string, outcome: string) =>
  council(code, 'MeasureDeliberated', { outcome });
const decided = (code: string, effect: string, more: object = {}) =>
  council(code, 'MeasureDecided', { effect, scope: 'FULL', final: true, ...more });

/** Everything the log form offers, in the order in which things usually happen. */
export const logChoices: readonly LogChoice[] = [
  council('proposed', 'MeasureProposed'),
  council('submitted', 'MeasureSubmitted'),
  deliberated('recommended', 'RECOMMENDED'),
  deliberated('recommended-amended', 'RECOMMENDED_AMENDED'),
  deliberated('not-recommended', 'NOT_RECOMMENDED'),
  deliberated('deferred', 'DEFERRED'),
  deliberated('removed', 'REMOVED_FROM_AGENDA'),
  deliberated('referred', 'REFERRED'),
  deliberated('remitted', 'REMITTED_TO_ADMIN'),
  decided('adopted', 'ADOPTS', { outcome: 'ADOPTED' }),
  decided('adopted-amended', 'ADOPTS', { outcome: 'ADOPTED_AMENDED' }),
  decided('adopted-in-principle', 'ADOPTS', { scope: 'IN_PRINCIPLE', outcome: 'ADOPTED' }),
  decided('rejected', 'REJECTS', { outcome: 'REJECTED' }),
  deliberated('withdrawn', 'WITHDRAWN'),
  decided('revoked', 'REVOKES', { outcome: 'REVOKED' }),
  decided('settled', 'SETTLES', { outcome: 'SETTLED' }),
  deliberated('noted', 'NOTED'),
  council('no-decision-needed', 'MeasureNoDecisionNeeded', { reason: 'CURRENT_ADMINISTRATION' }),
  work('planned', 'MeasureImplementationPlanned'),
  work('started', 'MeasureImplementationStarted', { duration: 'PROJECT' }),
  work('started-permanent', 'MeasureImplementationStarted', { duration: 'PERMANENT' }),
  work('progress', 'MeasureProgressReported'),
  work('delayed', 'MeasureDelayReported'),
  work('rescheduled', 'MeasureRescheduled'),
  work('paused', 'MeasureImplementationPaused'),
  work('resumed', 'MeasureImplementationResumed'),
  work('completed', 'MeasureImplementationCompleted'),
  work('not-feasible', 'MeasureImplementationAbandoned', { reason: 'NOT_FEASIBLE' }),
  work('abandoned', 'MeasureImplementationAbandoned', { reason: 'OTHER' }),
  rated('rated-green', 'GREEN'),
  rated('rated-yellow', 'YELLOW'),
  rated('rated-red', 'RED'),
  rated('rated-dark-grey', 'DARK_GREY'),
  rated('rated-light-grey', 'LIGHT_GREY'),
  choice('check')('checked', 'MeasureCheckedUnchanged'),
];

export const logChoice = (code: string): LogChoice | undefined =>
  logChoices.find((other) => other.code === code);

/** These say something worth logging even where no axis moves. */
const alwaysFit: ReadonlySet<string> = new Set(['settled', 'noted', 'progress', 'rescheduled']);

/** Why a choice does not fit how a measure stood; its words are `log.misfit.…`. */
export type Misfit =
  'changes-nothing' | 'contradicts' | 'not-running' | 'not-paused' | 'not-adopted';

/** What these presuppose, and what is in the way without it. */
const presupposed: Readonly<Record<string, [Misfit, (state: MeasureState) => boolean]>> = {
  paused: [
    'not-running',
    ({ implementation: { value } }) => value === 'IN_PROGRESS' || value === 'ONGOING',
  ],
  resumed: ['not-paused', ({ implementation: { value } }) => value === 'PAUSED'],
  revoked: [
    'not-adopted',
    ({ decision: { value } }) => value === 'ADOPTED' || value === 'ADOPTED_IN_PRINCIPLE',
  ],
};

/** How a measure stood on a day. */
export const standingOn = (history: readonly Past[], asOf: Day): MeasureState =>
  measureState(timeline(history, { asOf }));

/**
 * Why a choice makes no sense where the measure stood like this; undefined where it moves an axis or is a step of what
 * is still being talked about, and leads to nothing odd. Work without a known decision is common, and no reason. What
 * does not fit is still offered, further down, because minutes win over our expectations.
 */
export const misfitOf = (
  option: LogChoice,
  state: MeasureState,
  now: string,
): Misfit | undefined => {
  if (option.group !== 'council' && option.group !== 'work') return undefined;
  const [missing, isThere] = presupposed[option.code] ?? [];
  if (isThere?.(state) === false) return missing;
  const { type, data } = option;
  const metadata = { occurredOn: null, recordedAt: now };
  const [entry] = timeline([{ id: '', revision: 0, type, data, metadata }]);
  if (!entry) return 'contradicts';
  const after = evolveMeasure(state, entry);
  const odd = after.findings
    .slice(state.findings.length)
    .some(({ code }) => code !== 'started-without-decision');
  if (odd) return 'contradicts';
  const says =
    alwaysFit.has(option.code) || isBeingDebated(option, state) || differOnAnAxis(state, after);
  return says ? undefined : 'changes-nothing';
};

/** A body may defer, refer or recommend the same matter again and again. */
const isBeingDebated = ({ type }: LogChoice, state: MeasureState): boolean =>
  type === 'MeasureDeliberated' && (isOpen(state.decision.value) || state.inNewConsultation);
