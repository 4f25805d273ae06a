import { type EventData, type EventType, isLatest } from '@klimaspur/domain';
import { formatDay, formatNumber, messageFor, type Translate } from '@klimaspur/messages';
import type { HistoryEntry, StreamEntry } from '@klimaspur/read-models';
import type { Definition } from '../components/definition-list.js';
import { dayOrLatest } from './day-words.js';

/** What the words of an entry need besides the entry: the language, and names by ids. */
export interface WordsContext {
  readonly t: Translate;
  readonly organName: (id: string) => string | undefined;
  /** Of organisations and round tables, as far as the reader may see them. */
  readonly actorName?: (id: string) => string | undefined;
  readonly tableName?: (id: string) => string | undefined;
  /** Labels of accounts. */
  readonly personName?: (id: string) => string | undefined;
}

type Told = Pick<HistoryEntry, 'type' | 'data'>;

const typed = <T extends EventType>(entry: Told, _type: T) => entry.data as unknown as EventData<T>;

/** A text whose key ends with a stored code; a code newer than this build shows itself. */
export const codeWord = (t: Translate, prefix: string, code: string | undefined): string =>
  code === undefined ? '' : (messageFor(t.lang, `${prefix}.${code}`) ?? code);

/** What of these words is the town's own. */
export const ownWordsOf = ({ data }: Told, { organName }: WordsContext): readonly string[] => {
  const { organ, text } = data as { organ?: string; text?: { name?: string } };
  return [organ && organName(organ), text?.name].filter((word): word is string => Boolean(word));
};

/** What happened, in plain words: „Umweltausschuss: vertagt“. */
export const entryTitle = (entry: Told, context: WordsContext): string => {
  const { t } = context;
  switch (entry.type) {
    case 'MeasureRecorded':
      return t(
        typed(entry, 'MeasureRecorded').idea
          ? 'entry.MeasureRecorded.idea'
          : 'entry.MeasureRecorded',
      );
    case 'MeasureDeliberated': {
      const { organ, outcome } = typed(entry, 'MeasureDeliberated');
      // The form says „Ausschuss“ of these, also where nobody says which.
      const inCommittee = organ ? undefined : messageFor(t.lang, `entry.inCommittee.${outcome}`);
      return inCommittee ?? bodySays(organ, codeWord(t, 'outcome', outcome), context);
    }
    case 'MeasureDecided':
      return bodySays(
        typed(entry, 'MeasureDecided').organ,
        decisionWords(typed(entry, 'MeasureDecided'), t),
        context,
      );
    case 'MeasureNoDecisionNeeded':
      return codeWord(t, `entry.${entry.type}`, typed(entry, 'MeasureNoDecisionNeeded').reason);
    case 'MeasureResponsibleBodyAssigned': {
      const { responsibility, text } = typed(entry, 'MeasureResponsibleBodyAssigned');
      return t(`entry.MeasureResponsibleBodyAssigned.${responsibility}`, {
        name: text?.name ?? '',
      });
    }
    case 'MeasureImplementationStarted':
      return typed(entry, 'MeasureImplementationStarted').duration === 'PERMANENT'
        ? t('entry.MeasureImplementationStarted.PERMANENT')
        : t('entry.MeasureImplementationStarted');
    case 'MeasureProgressReported': {
      const { percent } = typed(entry, 'MeasureProgressReported');
      return percent === undefined
        ? t('entry.MeasureProgressReported')
        : t('entry.MeasureProgressReported.percent', { percent });
    }
    case 'MeasureImplementationAbandoned':
      return typed(entry, 'MeasureImplementationAbandoned').reason === 'NOT_FEASIBLE'
        ? t('entry.MeasureImplementationAbandoned.NOT_FEASIBLE')
        : t('entry.MeasureImplementationAbandoned');
    case 'MeasureAssessed': {
      const { scale, rating } = typed(entry, 'MeasureAssessed');
      return t('entry.MeasureAssessed', { rating: codeWord(t, `rating.${scale}`, rating) });
    }
    case 'MeasureDiscussed':
    case 'RoundtableItemConcluded': {
      const { result } = typed(entry, 'RoundtableItemConcluded');
      return t(`entry.${entry.type}`, { result: codeWord(t, 'roundtable.result', result) });
    }
    default:
      return codeWord(t, 'entry', entry.type);
  }
};

const bodySays = (organ: string | undefined, what: string, { t, organName }: WordsContext) =>
  t('entry.bodySays', { body: (organ && organName(organ)) || t('entry.body'), what });

const decisionWords = (data: EventData<'MeasureDecided'>, t: Translate): string => {
  const { effect, scope, outcome, final } = data;
  const amended = effect === 'ADOPTS' && scope === 'FULL' && outcome === 'ADOPTED_AMENDED';
  const what = amended
    ? t('effect.ADOPTS.amended')
    : (messageFor(t.lang, `effect.${effect}.${scope}`) ?? codeWord(t, 'effect', effect));
  return final ? what : t('effect.advice', { what });
};

/** The day an imported entry has none of: „Aus Bestandsdaten übernommen, Zeitpunkt unbekannt“. */
const importWords = (
  { data, occurredOn }: Pick<HistoryEntry, 'data' | 'occurredOn'>,
  t: Translate,
) =>
  data['imported'] === true
    ? [t(occurredOn === null ? 'entry.importedUnknown' : 'entry.imported')]
    : [];

/** The note of an entry, with a word on where an imported one comes from. */
export const entryNote = (
  entry: Pick<HistoryEntry, 'data' | 'occurredOn'>,
  t: Translate,
): string | undefined => {
  const text = entry.data['text'] as { note?: string; title?: string; reason?: string } | undefined;
  const said = text?.note ?? text?.reason ?? text?.title;
  return [...importWords(entry, t), ...(said ? [said] : [])].join('\n') || undefined;
};

/** The particulars of an entry, as a list of terms. */
export const entryFacts = (
  entry: StreamEntry & Partial<Pick<HistoryEntry, 'moves'>>,
  context: WordsContext,
): Definition[] => {
  const { t, organName } = context;
  const data = entry.data as {
    reason?: string;
    votes?: EventData<'MeasureDecided'>['votes'];
    referredTo?: string;
    budgetCents?: number;
    factChecked?: boolean;
    agreedBy?: string;
  } & TableData;
  const text = data.text ?? {};
  const facts: [string, string | undefined, typed?: 'de'][] = [
    [t('entry.reason'), reasonWord(entry, data.reason, t)],
    [t('planField.rating'), fieldRating(entry, t)],
    [t('entry.by'), text['by'], 'de'],
    [t('entry.referredTo'), data.referredTo && organName(data.referredTo), 'de'],
    [t('entry.paper'), text['paper'], 'de'],
    [t('entry.result'), text['result'], 'de'],
    [t('entry.votes'), votesWords(data.votes, t)],
    ...(entry.moves ?? []).map(({ which, from, to }): [string, string] => [
      t(which === 'start' ? 'entry.plannedStart' : 'entry.plannedEnd'),
      from === null
        ? formatDay(to, t.lang)
        : t('entry.movedFrom', { to: formatDay(to, t.lang), from: formatDay(from, t.lang) }),
    ]),
    [t('entry.budget'), data.budgetCents === undefined ? undefined : euros(data.budgetCents, t)],
    [t('field.group'), text['group'], 'de'],
    [t('entry.achieved'), text['achieved'], 'de'],
    [t('entry.missing'), text['missing'], 'de'],
    [t('field.factChecked'), factCheckedWord(data.factChecked, t)],
    [t('entry.explanation'), text['explanation'], 'de'],
    [t('redact.second'), data.agreedBy && context.personName?.(data.agreedBy), 'de'],
    ...tableFacts(data, context),
    [
      t('entry.originally'),
      entry.original && dayOrLatest(entry.original.occurredOn, isLatest(entry.original), t),
    ],
  ];
  return facts.flatMap(([term, value, lang]) =>
    value ? [{ term, value, ...(lang ? { lang } : {}) }] : [],
  );
};

interface TableData {
  readonly actor?: string;
  readonly roundtable?: string;
  readonly contribution?: string;
  readonly text?: Readonly<Record<string, string | undefined>>;
}

/** What allies promise, and what is said at a round table; what is common to all stands first. */
const tableFacts = (
  { actor, roundtable, contribution, text = {} }: TableData,
  { t, actorName, tableName }: WordsContext,
): [string, string | undefined, typed?: 'de'][] => [
  [t('entry.actor'), actor && actorName?.(actor), 'de'],
  [t('entry.table'), roundtable && tableName?.(roundtable), 'de'],
  [t('entry.contribution'), codeWord(t, 'contribution', contribution)],
  [t('entry.topic'), text['topic'], 'de'],
  [t('entry.commonGround'), text['commonGround'], 'de'],
  [t('entry.what'), text['what'], 'de'],
  [t('entry.said'), text['text'], 'de'],
  [t('entry.answer'), text['answer'], 'de'],
  [t('entry.summary'), text['summary'], 'de'],
  [t('entry.place'), text['place'], 'de'],
];
const factCheckedWord = (checked: boolean | undefined, t: Translate) =>
  checked === undefined ? undefined : t(checked ? 'answer.yes' : 'answer.no');

const fieldRating = (entry: Told, t: Translate) => {
  if (entry.type !== 'PlanFieldAssessed') return undefined;
  const { scale, rating } = typed(entry, 'PlanFieldAssessed');
  return codeWord(t, `rating.${scale}`, rating);
};

const reasonWord = (entry: Told, reason: string | undefined, t: Translate) => {
  if (entry.type === 'MeasureDelayReported') return codeWord(t, 'delayReason', reason);
  if (entry.type !== 'MeasureImplementationAbandoned' || reason === 'NOT_FEASIBLE')
    return undefined;
  return codeWord(t, 'abandonReason', reason);
};

/** „mehrheitlich, 23 Ja, 2 Nein“: what is known of a vote, and nothing else. */
export const votesWords = (votes: EventData<'MeasureDecided'>['votes'], t: Translate): string =>
  [
    ...(votes?.majority ? [codeWord(t, 'majority', votes.majority)] : []),
    ...(votes?.yes === undefined ? [] : [t('votes.yes', { count: votes.yes })]),
    ...(votes?.no === undefined ? [] : [t('votes.no', { count: votes.no })]),
    ...(votes?.abstain === undefined ? [] : [t('votes.abstain', { count: votes.abstain })]),
  ].join(', ');

/** Whole euros: nobody plans a measure to the cent. */
export const euros = (cents: number, t: Translate): string =>
  `${formatNumber(Math.round(cents / 100), t.lang)} €`;
