import { formatDay, messageFor, type Translate } from '@klimaspur/messages';
import type { Definition } from '../components/definition-list.js';
import type { DecisionDetail } from '../../queries/get-decision.query.js';
import { codeWord, votesWords } from '../words/entry-words.js';

/** „beschlossen“; a body that does not end the matter only advises. */
export const outcomeWords = (
  { outcome, final }: Pick<DecisionDetail, 'outcome' | 'final'>,
  t: Translate,
): string => {
  const what = codeWord(t, 'decisionOutcome', outcome);
  return final ? what : t('effect.advice', { what });
};

/** What a vote means for one measure: „grundsätzlich beschlossen – Einzelbeschluss steht aus“. */
export const effectWords = (
  { effect, scope }: Pick<DecisionDetail['effects'][number], 'effect' | 'scope'>,
  t: Translate,
): string => messageFor(t.lang, `effect.${effect}.${scope}`) ?? codeWord(t, 'effect', effect);

/** How many measures it concerns; a vote about a plan alone concerns that. */
export const concernWords = ({ effects, plan }: DecisionDetail, t: Translate): string =>
  effects.length === 0 && plan
    ? t('decision.concernsPlan', { title: plan.title })
    : t('decision.effects', { count: effects.length });

/** Who voted when on what, and how. */
export const decisionFacts = (decision: DecisionDetail, t: Translate): Definition[] => [
  { term: t('entry.body'), value: decision.organ.name, lang: 'de' },
  { term: t('decision.day'), value: formatDay(decision.occurredOn, t.lang) },
  { term: t('field.outcome'), value: outcomeWords(decision, t) },
  { term: t('entry.votes'), value: votesWords(decision.votes ?? undefined, t) },
  { term: t('entry.paper'), value: decision.paper, lang: 'de' },
  { term: t('entry.result'), value: decision.result, lang: 'de' },
  {
    term: t('decision.plan'),
    value: decision.plan && `${decision.plan.title} (${codeWord(t, 'scope', decision.plan.scope)})`,
    lang: 'de',
  },
];
