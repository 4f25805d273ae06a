import type { Translate } from '@klimaspur/messages';
import type { StateWord } from './unsaid-state.js';

/** How far the work is, and a delay that was reported; of a delay alone nothing more is known. */
export const stateWords = (t: Translate, { implementation, delayed }: StateWord): string => {
  const late = delayed ? [t('import.reportedDelay')] : [];
  const isLateAlone = delayed && implementation === 'UNKNOWN';
  const state = isLateAlone ? [] : [t(`implementationState.${implementation}`)];
  return [...state, ...late].join(', ');
};
