import type { MeasureExportRow, StateTerm } from '@klimaspur/exports';
import { messageFor, type Lang } from '@klimaspur/messages';
import type { MeasureExportRow as Row } from '@klimaspur/read-models';

type StateTerms = Pick<MeasureExportRow, StateTerm>;

/** The codes of a measure's state; a reason only where the state is the one that it is the reason of. */
export const stateTerms = (row: Row): StateTerms => {
  const { noDecisionReason, abandonReason, delayReason } = row.reasons;
  const { assessment } = row;
  return {
    decision: row.decision,
    noDecisionReason:
      row.decision === 'NO_DECISION_NEEDED' ? (noDecisionReason ?? undefined) : undefined,
    implementation: row.implementation,
    abandonReason: row.implementation === 'ABANDONED' ? (abandonReason ?? undefined) : undefined,
    delayReason: row.delayReported ? (delayReason ?? undefined) : undefined,
    assessment: assessment ? `${assessment.scale}.${assessment.rating}` : undefined,
  };
};

const dictionaries: Readonly<Record<Exclude<StateTerm, 'assessment'>, string>> = {
  decision: 'decisionState',
  noDecisionReason: 'noDecisionReason',
  implementation: 'implementationState',
  delayReason: 'delayReason',
  abandonReason: 'abandonReason',
};

/** The same in the words of the pages; of a rating also on which scale. */
export const stateWords = (
  terms: StateTerms,
  lang: Lang,
): NonNullable<MeasureExportRow['words']> => {
  const words = Object.entries(dictionaries).flatMap(([term, dictionary]) => {
    const code = terms[term as StateTerm];
    const word = code && messageFor(lang, `${dictionary}.${code}`);
    return word ? [[term, word]] : [];
  });
  const { assessment } = terms;
  const [scale] = assessment?.split('.') ?? [];
  const rating = assessment && messageFor(lang, `rating.${assessment}`);
  const rated = rating ? [['assessment', `${messageFor(lang, `scale.${scale}`)}: ${rating}`]] : [];
  return Object.fromEntries([...words, ...rated]) as NonNullable<MeasureExportRow['words']>;
};
