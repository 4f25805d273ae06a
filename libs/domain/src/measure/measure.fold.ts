import { catalogue } from '../catalogue.js';
import { heirsIn } from '../plan/plan.heirs.js';
import { lastDay, type PartialDate } from '../shared/partial-date.js';
import { dataOf, type Entry } from '../timeline.js';
import { alliesAfter } from './allies.js';
import {
  decided,
  deliberated,
  isFromTable,
  isOpen,
  proposed,
  revived,
  submitted,
} from './decision-axis.js';
import { implemented } from './implementation-axis.js';
import {
  because,
  isNews,
  unknownMeasure,
  withFinding,
  type MeasureState,
} from './measure.state.js';

/** What one entry makes of a measure. Unknown or foreign entries change nothing. */
export const evolveMeasure = (state: MeasureState, entry: Entry): MeasureState => {
  const next = withHere(withAllies(evolveAxes(state, entry), entry), state, entry);
  const { id, type, effectiveOn: since, occurredOn: on, recordedOn } = entry;
  if (!isNews(type)) return next;
  const dated = laterOf(state.last?.dated ?? null, on);
  return { ...next, last: { entry: id, type, since, on, recordedOn, dated } };
};

const withAllies = (state: MeasureState, entry: Entry): MeasureState => {
  const allies = alliesAfter(state.allies, entry);
  return allies === state.allies ? state : { ...state, allies };
};

/** By the last day that each may mean; of two that end on one day the more precise. */
const laterOf = (one: PartialDate | null, other: PartialDate | null): PartialDate | null => {
  if (one === null || other === null) return one ?? other;
  const [a, b] = [lastDay(one), lastDay(other)];
  if (a === b) return other.length > one.length ? other : one;
  return b > a ? other : one;
};

/** What goes on elsewhere is told on as if it went on here, too. */
const withHere = (next: MeasureState, { here }: MeasureState, entry: Entry): MeasureState => {
  if (here === null || heirsIn(entry)) return next;
  return { ...next, here: evolveMeasure(here, entry) };
};

const evolveAxes = (state: MeasureState, entry: Entry): MeasureState => {
  if (state.heirs.length > 0 && decidesHere(entry)) {
    if (isFromTable(entry)) return state;
    return withFinding(state, 'decided-after-moving-on', entry);
  }
  switch (entry.type) {
    case 'MeasureRecorded': {
      const recorded = dataOf(entry, 'MeasureRecorded');
      return {
        ...state,
        recorded,
        ...(recorded.idea && isOpen(state.decision.value)
          ? { decision: { value: 'IDEA', entry: entry.id, since: null, on: null } }
          : {}),
      };
    }
    case 'MeasureFindingSettled': {
      const { entry: at, finding } = dataOf(entry, 'MeasureFindingSettled');
      return { ...state, settled: [...state.settled, { code: finding, entry: at }] };
    }
    case 'MeasureDescribed':
      return { ...state, described: dataOf(entry, 'MeasureDescribed') };
    case 'MeasureProposed':
      return proposed(state, entry);
    case 'MeasureSubmitted':
      return submitted(state, entry);
    case 'MeasureDeliberated':
      return deliberated(state, entry, dataOf(entry, 'MeasureDeliberated').outcome);
    case 'MeasureDecided':
      return decided(state, entry, dataOf(entry, 'MeasureDecided'));
    case 'MeasureRevived':
      return revived(state, entry, dataOf(entry, 'MeasureRevived').as);
    case 'MeasureMerged':
      return movedOn(state, entry, 'MERGED', [dataOf(entry, 'MeasureMerged').into]);
    case 'MeasureSplit':
      return movedOn(state, entry, 'SPLIT', dataOf(entry, 'MeasureSplit').into);
    case 'MeasureSuperseded':
      return movedOn(state, entry, 'SUPERSEDED', [dataOf(entry, 'MeasureSuperseded').by]);
    case 'MeasureNoDecisionNeeded':
      return isOpen(state.decision.value)
        ? {
            ...state,
            decision: because('NO_DECISION_NEEDED', entry),
            noDecisionReason: dataOf(entry, 'MeasureNoDecisionNeeded').reason,
          }
        : withFinding(state, 'decided-against-earlier-decision', entry);
    case 'MeasureResponsibleBodyAssigned':
      return assigned(state, entry);
    case 'MeasureResponsibleBodyReleased': {
      const { assignment } = dataOf(entry, 'MeasureResponsibleBodyReleased');
      const responsible = state.responsible.filter(({ entry: by }) => by !== assignment);
      return { ...state, responsible };
    }
    case 'MeasureAssessed': {
      const { scale, rating } = dataOf(entry, 'MeasureAssessed');
      return {
        ...state,
        assessment: {
          ...{ entry: entry.id, scale, rating },
          ...{ since: entry.effectiveOn, on: entry.occurredOn },
        },
      };
    }
    default:
      return implemented(state, entry);
  }
};

/** Whether an entry speaks about the decision of the measure itself, and not about where it went on. */
const decidesHere = ({ type }: Entry): boolean => {
  const definition: { type: string; axis?: string; command?: string } = catalogue[type];
  return definition.axis === 'DECISION' && definition.command !== undefined;
};

const movedOn = (
  state: MeasureState,
  entry: Entry,
  value: 'MERGED' | 'SPLIT' | 'SUPERSEDED',
  heirs: readonly string[],
): MeasureState => ({
  ...state,
  decision: because(value, entry),
  here: state.here ?? state,
  inNewConsultation: false,
  heirs,
});

/** The state that a story in order of effect leads to. */
export const measureState = (entries: readonly Entry[]): MeasureState =>
  entries.reduce(evolveMeasure, unknownMeasure);

const assigned = (state: MeasureState, entry: Entry): MeasureState => {
  const { responsibility, organ, actor, text } = dataOf(entry, 'MeasureResponsibleBodyAssigned');
  const others =
    responsibility === 'LEAD'
      ? state.responsible.filter((other) => other.responsibility !== 'LEAD')
      : state.responsible;
  return {
    ...state,
    responsible: [
      ...others,
      {
        entry: entry.id,
        responsibility,
        organ: organ ?? null,
        actor: actor ?? null,
        name: text?.name ?? '',
        explanation: text?.explanation ?? null,
      },
    ],
  };
};
