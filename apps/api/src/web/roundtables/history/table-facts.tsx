import type { EventData } from '@klimaspur/domain';
import { formatDay, type Translate } from '@klimaspur/messages';
import type { RoundtableDetail, StreamEntry } from '@klimaspur/read-models';
import type { Definition } from '../../components/definition-list.js';
import { measurePath } from '../../paths.js';
import { codeWord } from '../../words/entry-words.js';
import { meetingPath } from '../table-paths.js';

/** A round table as the asker may read it, and the names that its entries need. */
export interface ShownAtTable {
  readonly t: Translate;
  readonly slug: string;
  readonly table: RoundtableDetail;
  /** Titles of measures by id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly actorName: (id: string) => string | undefined;
  /** An address of the same moment. */
  readonly at: (path: string) => string;
}

/** Which meeting, item, promise, measure and organisations an entry is about, in the words of the reader. */
export const aboutFacts = (
  { type, data }: Pick<StreamEntry, 'type' | 'data'>,
  shown: ShownAtTable,
): Definition[] => {
  const { t, slug, table, at, titles } = shown;
  const { meeting, item, followUp, measure, due, answerBy, on } = data as Partial<
    Record<string, string>
  >;
  const met = table.meetings.find((other) => other.meeting === meeting);
  const topic = table.items.find((other) => other.item === item)?.topic;
  const promise = table.followUps.find((other) => other.followUp === followUp);
  const names = namesIn(data, shown);
  const isMoved = type === 'RoundtableMeetingMoved';
  const isAdded = type === 'RoundtableItemAdded';
  return [
    {
      term: t('roundtable.meeting'),
      value: met ? (
        <a href={at(meetingPath(t.lang, slug, table.id, met.key))}>{formatDay(met.on, t.lang)}</a>
      ) : undefined,
    },
    { term: t('roundtable.movedTo'), value: isMoved && on ? formatDay(on, t.lang) : undefined },
    { term: t('entry.topic'), value: isAdded ? undefined : topic, lang: 'de' },
    {
      term: t('roundtable.promise'),
      value: type === 'RoundtableFollowUpAgreed' ? undefined : promise?.what,
      lang: 'de',
    },
    {
      term: t('alliance.measure'),
      value:
        measure && titles.has(measure) ? (
          <a href={at(measurePath(t.lang, slug, measure))} lang="de">
            {titles.get(measure)}
          </a>
        ) : undefined,
    },
    {
      term: t(names.length > 1 ? 'alliance.organisations' : 'alliance.organisation'),
      value: names.join(', '),
      lang: 'de',
    },
    ...termsOf(data, t),
    ...days(t, [
      ['roundtable.due', due],
      ['roundtable.answerExpected', answerBy],
    ]),
  ];
};

/** To whom an item went, and how a seat counts. */
const termsOf = (data: StreamEntry['data'], t: Translate): Definition[] => {
  const { handedTo, kind, voting } = data as Partial<EventData<'RoundtableSeatAdded'>> & {
    readonly handedTo?: string;
  };
  const isSeat = voting !== undefined;
  return [
    { term: t('field.handedTo'), value: codeWord(t, 'roundtable.handedTo', handedTo) },
    {
      term: t('roundtable.seat.kind'),
      value: isSeat
        ? `${codeWord(t, 'seatKind', kind)}, ${t(`roundtable.seat.voting.${voting ? 'yes' : 'no'}`)}`
        : undefined,
    },
  ];
};

const days = (
  t: Translate,
  told: readonly (readonly ['roundtable.due' | 'roundtable.answerExpected', string | undefined])[],
): Definition[] =>
  told.map(([term, day]) => ({ term: t(term), value: day ? formatDay(day, t.lang) : undefined }));

/** The fields in which an entry names organisations. */
const namingFields = ['actor', 'actors', 'groups', 'convenor', 'broughtBy', 'dissent'] as const;
const answeringFields = ['recipient', 'answeredBy'] as const;

export const namesIn = (
  data: StreamEntry['data'],
  { actorName }: Pick<ShownAtTable, 'actorName'>,
): string[] =>
  [...namingFields, ...answeringFields]
    .flatMap((field) => data[field] as string | readonly string[] | undefined)
    .flatMap((id) => (id === undefined ? [] : id))
    .flatMap((id) => actorName(id) ?? []);
