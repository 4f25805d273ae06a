import type { EventData } from '../catalogue.js';
import type { PartialDate } from '../shared/partial-date.js';
import type { ItemKind } from '../shared/vocabulary.js';
import { wordedIn, type Entry } from '../timeline.js';
import { releasedConclusion } from './releases.js';
import { entriesByPart, of, type Told } from './told-entries.js';

type Evidence = NonNullable<NonNullable<EventData<'RoundtableItemAdded'>['text']>['evidence']>;

export type Conclusion = Omit<EventData<'RoundtableItemConcluded'>, 'text' | 'item'> & {
  readonly entry: string;
  readonly on: PartialDate | null;
  readonly commonGround: string | null;
  readonly text: string | null;
  readonly note: string | null;
  readonly evidence: Evidence;
  /** By which groups let their dissent be told in the words that the conclusion has now. */
  readonly releases: readonly { readonly entry: string; readonly actor: string }[];
};

export interface Answer {
  readonly entry: string;
  readonly kind: 'ANSWER' | 'FACT_CHECK';
  readonly answeredBy: string | null;
  readonly answer: string;
  readonly note: string | null;
  readonly evidence: Evidence;
  readonly on: PartialDate | null;
}

export interface Item {
  readonly item: string;
  readonly entry: string;
  /** The meeting on whose agenda it stands now. */
  readonly meeting: string;
  readonly rank: number;
  readonly kind: ItemKind;
  readonly measure: string | null;
  readonly followUp: string | null;
  readonly broughtBy: string | null;
  readonly topic: string;
  readonly text: string | null;
  /** As far as it is seen before the meeting; what came of it stands in the conclusions. */
  readonly commonGround: string | null;
  readonly evidence: Evidence;
  /** Oldest first: an item can be parked at one meeting and concluded at another. */
  readonly conclusions: readonly Conclusion[];
  /** Measures that were made of it. */
  readonly takenUp: readonly {
    readonly entry: string;
    readonly measure: string;
    readonly on: PartialDate | null;
  }[];
  readonly answers: readonly Answer[];
}

/** The items of a round table, by the order of the meetings, then of the agenda. */
export const itemsIn = (entries: readonly Entry[], meetings: readonly string[]): Item[] => {
  const about = entriesByPart(entries, 'item');
  const place = new Map(meetings.map((meeting, index) => [meeting, index]));
  const placeOf = ({ meeting }: Item) => place.get(meeting) ?? -1;
  return of(entries, 'RoundtableItemAdded')
    .map((added) => itemOf(added, about(added.data.item)))
    .sort((a, b) => placeOf(a) - placeOf(b) || a.rank - b.rank || (a.item < b.item ? -1 : 1));
};

const itemOf = ({ entry, data }: Told<'RoundtableItemAdded'>, entries: readonly Entry[]): Item => {
  const placed = of(entries, 'RoundtableItemPlaced').at(-1)?.data ?? data;
  const { text } = data;
  return {
    item: data.item,
    entry: entry.id,
    meeting: placed.meeting,
    rank: placed.rank,
    kind: data.kind,
    measure: data.measure ?? null,
    followUp: data.followUp ?? null,
    broughtBy: data.broughtBy ?? null,
    topic: text?.topic ?? '',
    text: text?.text ?? null,
    commonGround: text?.commonGround ?? null,
    evidence: text?.evidence ?? [],
    conclusions: conclusionsIn(entries),
    takenUp: of(entries, 'RoundtableProposalTakenUp').map((it) => ({
      entry: it.entry.id,
      measure: it.data.measure,
      on: it.entry.occurredOn,
    })),
    answers: answersIn(entries),
  };
};

const conclusionsIn = (entries: readonly Entry[]): Conclusion[] => {
  const concluded = of(entries, 'RoundtableItemConcluded');
  const dissents = concluded
    .map(({ entry, data }) => ({
      ...{ conclusion: entry.id, item: data.item, revision: entry.revision },
      groups: data.dissent ?? [],
    }))
    .sort((a, b) => a.revision - b.revision);
  const releases = of(entries, 'RoundtableDissentReleased').map(({ entry, data }) => {
    const release = { ...data, revision: entry.revision };
    return { ...release, entry: entry.id, conclusion: releasedConclusion(release, dissents) };
  });
  return concluded.map(({ entry, data }) => ({
    ...conclusionOf({ entry, data }),
    releases: releases
      .filter((it) => it.conclusion === entry.id && it.revision > wordedIn(entry))
      .map((it) => ({ entry: it.entry, actor: it.actor })),
  }));
};

const conclusionOf = ({ entry, data }: Told<'RoundtableItemConcluded'>) => {
  const { text, item: _item, ...terms } = data;
  return {
    ...terms,
    entry: entry.id,
    on: entry.occurredOn,
    commonGround: text?.commonGround ?? null,
    text: text?.text ?? null,
    note: text?.note ?? null,
    evidence: text?.evidence ?? [],
  };
};

const answersIn = (entries: readonly Entry[]): Answer[] =>
  entries.flatMap((entry): Answer[] => {
    const isFactCheck = entry.type === 'RoundtableFactCheckAnswered';
    if (!isFactCheck && entry.type !== 'RoundtableAnswerReceived') return [];
    const { answeredBy, text } = entry.data as unknown as EventData<'RoundtableAnswerReceived'>;
    return [
      {
        entry: entry.id,
        kind: isFactCheck ? 'FACT_CHECK' : 'ANSWER',
        answeredBy: answeredBy ?? null,
        answer: text?.answer ?? '',
        note: text?.note ?? null,
        evidence: text?.evidence ?? [],
        on: entry.occurredOn,
      },
    ];
  });
