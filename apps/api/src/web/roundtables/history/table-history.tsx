import { catalogue, type EventData } from '@klimaspur/domain';
import { formatDay, type Translate } from '@klimaspur/messages';
import type { Municipality, RoundtableDetail, StreamEntry } from '@klimaspur/read-models';
import { streamHistory } from '@klimaspur/read-models';
import type { Vault } from '@klimaspur/vault';
import { storyPast } from '../../../reading/past.js';
import type { Reading } from '../../../reading/reader.js';
import { seenEntries } from '../../../reading/seen-entries.js';
import type { Definition } from '../../components/definition-list.js';
import type { TimelineEntry } from '../../components/timeline-item.js';
import { type FilesByHash, filesNamed, shownEvidence } from '../../evidence/shown-evidence.js';
import { actorOf, anchorOf, standingOf } from '../../measures/history.view.js';
import { personsIn } from '../../measures/measure-story.js';
import type { MayChange } from '../../measures/may-change.js';
import { entryProofPath, measurePath, workPath } from '../../paths.js';
import { codeWord, entryFacts, entryNote, entryTitle } from '../../words/entry-words.js';
import { actorNamed, type ShownTable } from '../shown/shown-table.js';
import { meetingPath, tableHistoryPath } from '../table-paths.js';

/** The trail of a round table, as far as the reader may read it, with what lies elsewhere. */
export interface TableStory {
  readonly entries: readonly StreamEntry[];
  readonly labels: ReadonlyMap<string, string>;
  readonly files: FilesByHash;
  /** Titles of the measures that entries name, by id. */
  readonly titles: ReadonlyMap<string, string>;
}

export const tableStory = async (
  reading: Reading,
  { id }: Pick<RoundtableDetail, 'id'>,
  vault: Vault,
): Promise<TableStory> => {
  const { models, view } = reading;
  const entries = seenEntries(reading, streamHistory(storyPast(reading, 'roundtable', id), view));
  const named = entries.flatMap(({ data }) =>
    typeof data['measure'] === 'string' ? [data['measure']] : [],
  );
  return {
    entries,
    labels: await vault.labels(personsIn(entries)),
    files: await filesNamed(
      vault,
      entries.flatMap(({ evidence }) => evidence),
    ),
    titles: models.measureTitles(named, view),
  };
};

/** The entries as the timeline shows them, in the words of a language. */
export const tableTimeline = (
  story: TableStory,
  shown: ShownTable,
  may?: MayChange,
): TimelineEntry[] => {
  const { t, town, table, at } = shown;
  const byId = new Map(story.entries.map((entry) => [entry.id, entry]));
  const personName = (id: string) => story.labels.get(id);
  const context = { t, organName: organNameIn(town), personName };
  return story.entries.map((entry): TimelineEntry => {
    const note = entryNote(entry, t);
    const { original: _original, ...present } = entry;
    const facts = [...aboutFacts(entry, story, shown), ...entryFacts(present, context)];
    const evidence = shownEvidence(entry.evidence, story.files);
    const expected = !entry.recordKeeping && 'evidence' in catalogue[entry.type].text;
    return {
      id: anchorOf(entry.id),
      href: at(`${tableHistoryPath(t.lang, town.slug, table.id)}#${anchorOf(entry.id)}`),
      title: entryTitle(entry, context),
      ...aboutWhich(entry, shown),
      ...(note ? { note } : {}),
      ...(facts.length > 0 ? { facts } : {}),
      occurredOn: entry.occurredOn,
      effectiveOn: entry.effectiveOn,
      recordedAt: entry.recordedAt,
      actor: actorOf(entry, story, t),
      recordKeeping: entry.recordKeeping,
      proofHref: entryProofPath(entry.id),
      ...(expected || evidence.length > 0 ? { evidence } : {}),
      ...standingOf(entry, byId, (other) => `#${anchorOf(other.id)}`),
      ...(may?.(entry).redact
        ? {
            actions: [
              { href: workPath(t.lang, town.slug, 'redact', entry.id), label: t('redact.title') },
            ],
          }
        : {}),
    };
  });
};

const aboutWhich = ({ data }: StreamEntry, shown: ShownTable): Pick<TimelineEntry, 'about'> => {
  const { table } = shown;
  const topic = table.items.find((other) => other.item === data['item'])?.topic;
  const promise = table.followUps.find((other) => other.followUp === data['followUp'])?.what;
  const about = promise ?? topic ?? namesIn(data, shown).join(', ');
  return about === '' ? {} : { about };
};

const organNameIn = (town: Municipality) => (id: string) =>
  town.organs.find((organ) => organ.id === id)?.name;

/** Which meeting, item, promise, measure and organisations an entry is about, in the words of the reader. */
const aboutFacts = (
  { type, data }: StreamEntry,
  { titles }: TableStory,
  shown: ShownTable,
): Definition[] => {
  const { t, town, table, at } = shown;
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
        <a href={at(meetingPath(t.lang, town.slug, table.id, met.key))}>
          {formatDay(met.on, t.lang)}
        </a>
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
          <a href={at(measurePath(t.lang, town.slug, measure))} lang="de">
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

const namesIn = (data: StreamEntry['data'], shown: ShownTable): string[] =>
  [...namingFields, ...answeringFields]
    .flatMap((field) => data[field] as string | readonly string[] | undefined)
    .flatMap((id) => (id === undefined ? [] : id))
    .flatMap((id) => actorNamed(shown, id)?.name ?? []);
