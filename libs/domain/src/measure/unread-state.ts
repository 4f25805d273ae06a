import { isNotWanted } from './decision-axis.js';
import type { MeasureState } from './measure.state.js';

/**
 * The source gave a state in words that nobody has read so far. Null once somebody says how the work stands, or
 * looked and found nothing in it.
 */
export const unreadState = (
  state: MeasureState,
  said = state.described?.text?.statusNote,
): string | null => {
  const isOpen = state.implementation.value === 'UNKNOWN' && !isNotWanted(state.decision.value);
  if (!said || !isOpen || state.delay !== null || state.heirs.length > 0) return null;
  return state.last?.type === 'MeasureCheckedUnchanged' ? null : said;
};
