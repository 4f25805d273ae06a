import type { EventData } from '../catalogue.js';
import type { DecisionState, DeliberationOutcome, RevivedState } from '../shared/vocabulary.js';
import type { Entry } from '../timeline.js';
import { because, withFinding, type MeasureState } from './measure.state.js';

const open: ReadonlySet<DecisionState> = new Set<DecisionState>([
  'UNKNOWN',
  'IDEA',
  'PROPOSED',
  'SUBMITTED',
  'IN_CONSULTATION',
  'DEFERRED',
]);
const adopted: ReadonlySet<DecisionState> = new Set<DecisionState>([
  'ADOPTED',
  'ADOPTED_IN_PRINCIPLE',
  'NO_DECISION_NEEDED',
]);

const notWanted: ReadonlySet<DecisionState> = new Set<DecisionState>([
  'REJECTED',
  'WITHDRAWN',
  'LAPSED',
  'REVOKED',
]);

/** Turned down, taken back, run out or revoked: it may be taken up again. */
export const isNotWanted = (state: DecisionState): boolean => notWanted.has(state);
/** Nothing has ended the matter yet. */
export const isOpen = (state: DecisionState): boolean => open.has(state);
/** Work may begin: adopted, adopted in principle, or no decision needed. */
export const isAdopted = (state: DecisionState): boolean => adopted.has(state);

/** „Vorhaben von Bündnispartnern, kein Beschluss nötig“: counted apart from what the town does. */
export const isOwnProject = ({ decision, noDecisionReason }: MeasureState): boolean =>
  decision.value === 'NO_DECISION_NEEDED' && noDecisionReason === 'CIVIL_SOCIETY';

/** A proposal moves only what nobody has taken further yet; that of a round table nothing else: it is no paper. */
export const proposed = (state: MeasureState, entry: Entry): MeasureState => {
  if (state.decision.value === 'UNKNOWN' || state.decision.value === 'IDEA') {
    return { ...state, decision: because('PROPOSED', entry) };
  }
  return isFromTable(entry) ? state : proceedingAgain(state, entry);
};

/** A word of a round table, written by its policy or by hand. */
export const isFromTable = ({ type, data }: Entry): boolean =>
  type === 'MeasureProposed' &&
  (data['origin'] === 'ROUND_TABLE' || data['roundtable'] !== undefined);

export const submitted = (state: MeasureState, entry: Entry): MeasureState => {
  switch (state.decision.value) {
    case 'UNKNOWN':
    case 'IDEA':
    case 'PROPOSED':
      return { ...state, decision: because('SUBMITTED', entry) };
    default:
      return proceedingAgain(state, entry);
  }
};

/** A new round of the same measure. What is still open needs no revival, and what was adopted is only talked about anew. */
export const revived = (state: MeasureState, entry: Entry, as: RevivedState): MeasureState =>
  isNotWanted(state.decision.value)
    ? {
        ...state,
        decision: because(as, entry),
        amended: false,
        inNewConsultation: false,
        round: state.round + 1,
      }
    : as === 'SUBMITTED'
      ? submitted(state, entry)
      : proposed(state, entry);

/** A new paper on what was decided: „in neuer Beratung“, without lowering what was adopted. */
const proceedingAgain = (state: MeasureState, entry: Entry): MeasureState => {
  if (isOpen(state.decision.value)) return state;
  const again = { ...state, inNewConsultation: true };
  return isAdopted(state.decision.value)
    ? again
    : withFinding(again, 'deliberated-after-end', entry);
};

/** What an outcome without a final decision makes of an open matter; null: it says nothing about B. */
const outcomes: Readonly<Record<DeliberationOutcome, DecisionState | null>> = {
  RECOMMENDED: 'IN_CONSULTATION',
  RECOMMENDED_AMENDED: 'IN_CONSULTATION',
  NOT_RECOMMENDED: 'IN_CONSULTATION',
  PRELIMINARY_ADVICE: 'IN_CONSULTATION',
  REFERRED: 'IN_CONSULTATION',
  REMITTED_TO_ADMIN: 'IN_CONSULTATION',
  NO_DECISION: 'IN_CONSULTATION',
  DEFERRED: 'DEFERRED',
  REMOVED_FROM_AGENDA: 'DEFERRED',
  WITHDRAWN: 'WITHDRAWN',
  LAPSED: 'LAPSED',
  NOTED: null,
  ANSWERED: null,
  // "Als erledigt erklärt" ends a paper, never a measure.
  SETTLED: null,
};

export const deliberated = (
  state: MeasureState,
  entry: Entry,
  outcome: DeliberationOutcome,
): MeasureState => {
  const next = outcomes[outcome];
  if (next === null) return state;
  if (isOpen(state.decision.value)) return { ...state, decision: because(next, entry) };
  return next === 'WITHDRAWN' || next === 'LAPSED'
    ? { ...state, inNewConsultation: false }
    : proceedingAgain(state, entry);
};

type Decided = EventData<'MeasureDecided'>;

export const decided = (state: MeasureState, entry: Entry, data: Decided): MeasureState => {
  const checked = contradictsItself(data)
    ? withFinding(state, 'contradictory-votes', entry)
    : state;
  if (data.final) return decidedFinally(checked, entry, data);
  return changesDecision(data)
    ? withFinding(deliberated(checked, entry, 'PRELIMINARY_ADVICE'), 'not-a-final-body', entry)
    : checked;
};

const changesDecision = ({ effect }: Decided) =>
  effect === 'ADOPTS' || effect === 'AMENDS' || effect === 'REJECTS' || effect === 'REVOKES';

const contradictsItself = ({ votes }: Decided) =>
  votes?.majority === 'UNANIMOUS' && (votes.no ?? 0) > 0;

const decidedFinally = (state: MeasureState, entry: Entry, data: Decided): MeasureState => {
  const was = state.decision.value;
  switch (data.effect) {
    case 'ADOPTS':
      return adopts(state, entry, data);
    case 'AMENDS':
      return {
        ...state,
        amended: true,
        inNewConsultation: false,
        ...(was === 'ADOPTED' ? {} : { decision: because('ADOPTED', entry) }),
      };
    case 'REJECTS':
      return rejects(state, entry, data);
    case 'REVOKES':
      return revokes(state, entry, data);
    case 'DEFERS':
      return deliberated(state, entry, 'DEFERRED');
    case 'FUNDS':
    case 'SETTLES':
    case 'NOTES':
    case 'MANDATES_REPORT':
      return state;
  }
};

/** The newest decision of the same or a wider scope counts: in principle, or in part, never lowers the whole. */
const adopts = (state: MeasureState, entry: Entry, data: Decided): MeasureState => {
  const was = state.decision.value;
  const amended = state.amended || data.outcome === 'ADOPTED_AMENDED';
  if (data.scope !== 'FULL' && was === 'ADOPTED') return { ...state, inNewConsultation: false };
  const decision = because(
    data.scope === 'IN_PRINCIPLE' ? 'ADOPTED_IN_PRINCIPLE' : 'ADOPTED',
    entry,
  ) as MeasureState['decision'];
  const next = { ...state, decision, amended, inNewConsultation: false };
  return was === 'REJECTED' || was === 'REVOKED'
    ? withFinding(next, 'decided-against-earlier-decision', entry)
    : next;
};

const rejects = (state: MeasureState, entry: Entry, data: Decided): MeasureState => {
  if (data.scope === 'PART' && isAdopted(state.decision.value)) {
    return { ...state, inNewConsultation: false };
  }
  const next = {
    ...state,
    decision: because('REJECTED' as const, entry),
    inNewConsultation: false,
  };
  return state.decision.value === 'ADOPTED'
    ? withFinding(next, 'decided-against-earlier-decision', entry)
    : next;
};

/** Revoking never silently ends the work: it raises the question what becomes of it. */
const revokes = (state: MeasureState, entry: Entry, data: Decided): MeasureState => {
  if (data.scope === 'PART') return state;
  const next = { ...state, decision: because('REVOKED' as const, entry), inNewConsultation: false };
  const { value } = state.implementation;
  return value === 'IN_PROGRESS' || value === 'ONGOING' || value === 'PAUSED'
    ? withFinding(next, 'revoked-while-running', entry)
    : next;
};
