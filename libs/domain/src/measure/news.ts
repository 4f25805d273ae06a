import type { Command } from '../command.js';
import { berlinDay } from '../shared/partial-date.js';
import { effectiveDay, timeline, type Entry, type Past } from '../timeline.js';
import { evolveMeasure } from './measure.fold.js';
import { unknownMeasure, type MeasureState } from './measure.state.js';

/** Whether one state differs from the other on an axis, in its planned dates, or in a report on the work. */
export const differOnAnAxis = (a: MeasureState, b: MeasureState): boolean =>
  JSON.stringify(axesOf(a)) !== JSON.stringify(axesOf(b));

const axesOf = (state: MeasureState) => ({
  decision: state.decision.value,
  amended: state.amended,
  inNewConsultation: state.inNewConsultation,
  implementation: state.implementation.value,
  delayed: state.delay !== null,
  plannedStart: state.plannedStart?.value,
  plannedEnd: state.plannedEnd?.value,
  percent: state.percent,
  assessment: state.assessment && [state.assessment.scale, state.assessment.rating],
});

/**
 * Whether an entry without a word would tell nothing that does not stand there already, compared on its own day.
 * What a body did on a day is a fact of its own, also where it moves nothing: deferred a second time is news.
 */
export const repeatsWhatStands = (
  command: Command,
  history: readonly Past[],
  now: string,
): boolean => {
  const { type, data, occurredOn } = command;
  const metadata = { occurredOn, recordedAt: now };
  const [entry] = timeline([{ id: '', revision: history.length, type, data, metadata }]);
  if (!entry) return false;
  if (type === 'MeasureDeliberated' || type === 'MeasureDecided') {
    return timeline(history).some((other) => isSameAct(other, entry));
  }
  const before = timeline(history, { asOf: effectiveDay(occurredOn, berlinDay(now)) });
  const was = before.reduce(evolveMeasure, unknownMeasure);
  return !differOnAnAxis(was, evolveMeasure(was, entry));
};

/** The same said of the same body on the same day. */
const isSameAct = (a: Entry, b: Entry): boolean =>
  a.type === b.type &&
  a.occurredOn === b.occurredOn &&
  ['organ', 'outcome', 'effect', 'scope', 'final'].every((term) => a.data[term] === b.data[term]);
