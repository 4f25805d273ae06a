import { isLatest } from '@klimaspur/domain';
import { formatDay, type Translate } from '@klimaspur/messages';
import type { HistoryEntry } from '@klimaspur/read-models';
import type { Definition } from '../components/definition-list.js';
import { OwnWords } from '../components/own-words.js';
import { dayOrLatest } from '../words/day-words.js';
import {
  entryFacts,
  entryNote,
  entryTitle,
  ownWordsOf,
  type WordsContext,
} from '../words/entry-words.js';

const plannedDates = [
  ['plannedStart', 'entry.plannedStart'],
  ['plannedEnd', 'entry.plannedEnd'],
  ['newStart', 'entry.plannedStart'],
  ['newEnd', 'entry.plannedEnd'],
] as const;

/** What a corrected entry said at first, as far as it said something else; its text is that of its source. */
export const originalFact = (entry: HistoryEntry, context: WordsContext): Definition[] => {
  const { t } = context;
  const { original, ...now } = entry;
  if (!original) return [];
  const text = entry.source ? now.data['text'] : original.data['text'];
  const { occurredOn } = original;
  const then = { ...now, data: { ...original.data, text }, occurredOn, moves: [] };
  const said = [
    ...different(dayOf(then, t), dayOf(now, t)),
    ...different(entryTitle(then, context), entryTitle(now, context)),
    ...different(entryNote(then, t), entryNote(now, t)),
    ...differentFacts(entryFacts(then, context), entryFacts(now, context)),
    ...differentDates(then.data, now.data, t),
  ];
  if (said.length === 0) return [];
  const value = <OwnWords t={t} text={said.join(' · ')} own={typedIn(then, context)} />;
  return [{ term: t('entry.originally'), value }];
};

const typedIn = (then: Parameters<typeof ownWordsOf>[0], context: WordsContext) => [
  ...ownWordsOf(then, context),
  ...Object.values(then.data['text'] ?? {}).filter((text) => typeof text === 'string'),
];

const dayOf = (entry: Pick<HistoryEntry, 'data' | 'occurredOn'>, t: Translate) =>
  dayOrLatest(entry.occurredOn, isLatest(entry), t);

const different = (then: string | undefined, now: string | undefined): string[] =>
  then && then !== now ? [then] : [];

const differentFacts = (then: readonly Definition[], now: readonly Definition[]): string[] => {
  const present = new Set(now.map(({ term, value }) => `${term}: ${String(value)}`));
  return then
    .map(({ term, value }) => `${term}: ${String(value)}`)
    .filter((fact) => !present.has(fact));
};

type Data = HistoryEntry['data'];

const differentDates = (then: Data, now: Data, t: Translate): string[] =>
  plannedDates.flatMap(([name, label]) => {
    const date = then[name];
    return typeof date === 'string' && date !== now[name]
      ? [`${t(label)}: ${formatDay(date, t.lang)}`]
      : [];
  });
