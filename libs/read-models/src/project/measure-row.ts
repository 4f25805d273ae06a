import {
  isLateOrMissing,
  isOwnProject,
  lastDay,
  type MeasureState,
  unreadState,
} from '@klimaspur/domain';
import { folded } from '../store/folded-text.js';
import type { PackedRow } from '../store/measure-pack.js';
import { decisionCode, ELSEWHERE, implementationCode, lateCode, statusCode } from './codes.js';
import { newsNumber, numberOf } from './days.js';
import type { Rectangle } from './rectangles.js';
import type { Standing } from './told-measure.js';

/** A rectangle in numbers. */
export const rowOf = ({ knownFrom, knownTo, from, to, value }: Rectangle<Standing>): PackedRow => {
  const { state, status, here, late, stale } = value;
  const unclear =
    state.findings.length > 0 || isLateOrMissing(state) || unreadState(state) !== null;
  return {
    knownFrom,
    knownTo,
    validFrom: from,
    validTo: to,
    status: status === null ? ELSEWHERE : (statusCode.get(status) ?? 0),
    late: lateCode.get(late ?? 'none') ?? 0,
    stale: stale ? 1 : 0,
    unclear: unclear ? 1 : 0,
    own: isOwnProject(state.here ?? state) ? 1 : 0,
    decision: decisionCode.get(state.decision.value) ?? 0,
    implementation: implementationCode.get(state.implementation.value) ?? 0,
    lastNews: state.last ? newsNumber(state.last.since, state.last.on) : null,
    here:
      here && (statusCode.get(here.status) ?? 0) | ((decisionCode.get(here.decision) ?? 0) << 4),
    plannedEnd: state.plannedEnd ? numberOf(lastDay(state.plannedEnd.value)) : null,
  };
};

/** The texts of a measure as a row holds them. */
export const sheetColumns = ({ recorded, described }: MeasureState) => {
  const { text, imported: _imported, budget, savings, ...terms } = described ?? {};
  const { title: describedTitle, ...texts } = text ?? {};
  const title = describedTitle ?? recorded?.text?.title ?? '';
  return {
    title,
    titleKey: folded(title),
    words: folded([title, ...wordsIn(texts)].join('\n')),
    sheet: JSON.stringify({
      texts,
      origin: recorded?.origin,
      ownProposal: recorded?.ownProposal,
      budget,
      savings,
      terms,
    }),
  };
};

/** All that was typed, out of lists and what they hold as well. */
const wordsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
};
