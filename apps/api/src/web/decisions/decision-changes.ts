import type { EventData } from '@klimaspur/domain';
import { formatDay, type Translate } from '@klimaspur/messages';
import type { Municipality, StreamEntry } from '@klimaspur/read-models';
import type { FieldChange } from '../components/field-changes.js';
import { codeWord, votesWords } from '../words/entry-words.js';
import { effectWords, outcomeWords } from './decision-words.js';

type Recorded = EventData<'DecisionRecorded'>;
type Part = readonly [label: string, words: string];

/** From what a vote said when it was recorded to what it says after its corrections; none, where it was not corrected. */
export const decisionChanges = (
  { original, data, occurredOn }: StreamEntry,
  town: Municipality,
  t: Translate,
): readonly FieldChange[] => {
  if (!original) return [];
  const then = inWords(original.data as unknown as Recorded, original.occurredOn, town, t);
  const now = inWords(data as unknown as Recorded, occurredOn, town, t);
  return now.flatMap(([label, to], index) => {
    const from = then[index]?.[1] ?? '';
    return from === to ? [] : [{ label, from, to }];
  });
};

/** Both versions have the same parts in the same order. */
const inWords = (data: Recorded, on: string | null, town: Municipality, t: Translate): Part[] => {
  const { organ, outcome, final, votes, plan, effects, text } = data;
  const planTitle = town.plans.find(({ id }) => id === plan?.plan)?.title;
  return [
    [t('field.title'), text?.title ?? ''],
    [t('entry.body'), town.organs.find(({ id }) => id === organ)?.name ?? ''],
    [t('decision.day'), formatDay(on, t.lang)],
    [t('field.outcome'), outcomeWords({ outcome, final }, t)],
    [t('entry.votes'), votesWords(votes, t)],
    [t('entry.paper'), text?.paper ?? ''],
    [t('entry.result'), text?.result ?? ''],
    [t('decision.plan'), planTitle ? `${planTitle} (${codeWord(t, 'scope', plan?.scope)})` : ''],
    [t('decision.measures'), effectsInWords(effects, t)],
    [t('field.note'), text?.note ?? ''],
  ];
};

/** „12: beschlossen; 1: abgelehnt“ */
const effectsInWords = (effects: Recorded['effects'], t: Translate): string => {
  const counts = new Map<string, number>();
  for (const effect of effects) {
    const words = effectWords(effect, t);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].map(([words, count]) => `${count}: ${words}`).join('; ');
};
