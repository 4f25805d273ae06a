import { openAnswers, openFollowUps, type ItemKind } from '@klimaspur/domain';
import { messages } from '@klimaspur/messages';
import type { MeasureItem, RoundtableDetail } from '@klimaspur/read-models';
import type { AboutTown } from '../../forms/asked.js';
import type { MeetingAt } from './about-meeting.js';

/** Why something should be talked about. */
export type SuggestionReason = 'parked' | 'undiscussed' | 'answer' | 'followUp' | 'late' | 'stale';

/** Something that could stand on the agenda. */
export interface Suggestion {
  readonly key: string;
  readonly reason: SuggestionReason;
  readonly topic: string;
  /** An item that stood on the agenda of another meeting and moves to this one. */
  readonly item?: string;
  /** What an item made of it says. */
  readonly terms?: {
    readonly kind: ItemKind;
    readonly measure?: string;
    readonly followUp?: string;
  };
}

type Meeting = MeetingAt['meeting'];

/** What was left over, waits for an answer, or went quiet: all that is not on the agenda of this meeting yet. */
export const suggestionsFor = (about: AboutTown, { table, meeting }: MeetingAt): Suggestion[] => {
  const today = about.reading.view.asOf;
  const agenda = table.items.filter((item) => item.meeting === meeting.meeting);
  const taken = new Set(
    agenda.flatMap(({ measure, followUp, topic }) => [measure, followUp, topic]),
  );
  return [
    ...leftOver(table, meeting),
    ...unanswered(table, today).filter(({ topic }) => !taken.has(topic)),
    ...promised(table, today).filter(({ terms }) => !taken.has(terms?.followUp ?? null)),
    ...quietMeasures(about, table).filter(({ terms }) => !taken.has(terms?.measure ?? null)),
  ];
};

/** Parked, or not reached, at a meeting that was held before. */
const leftOver = ({ items, meetings }: RoundtableDetail, { meeting }: Meeting): Suggestion[] => {
  const held = new Set(meetings.filter((other) => other.held).map((other) => other.meeting));
  return items
    .filter((item) => item.meeting !== meeting && held.has(item.meeting))
    .flatMap(({ item, topic, conclusions }): Suggestion[] => {
      const last = conclusions.at(-1);
      if (last && last.result !== 'PARKED') return [];
      return [{ key: `item:${item}`, reason: last ? 'parked' : 'undiscussed', topic, item }];
    });
};

const unanswered = (table: RoundtableDetail, today: string): Suggestion[] =>
  openAnswers(table, today).map(({ item: { item, topic, measure } }) => ({
    key: `answer:${item}`,
    reason: 'answer',
    topic: messages('de')('roundtable.suggestion.answerTo', { topic }),
    terms: { kind: 'FEEDBACK_CITY', ...(measure === null ? {} : { measure }) },
  }));

const promised = (table: RoundtableDetail, today: string): Suggestion[] =>
  openFollowUps(table, today)
    .filter(({ stale }) => stale)
    .map(({ followUp: { followUp, what, measure } }) => ({
      key: `followUp:${followUp}`,
      reason: 'followUp',
      topic: what.slice(0, 300),
      terms: { kind: 'STATUS', followUp, ...(measure === null ? {} : { measure }) },
    }));

/** So many of those that this table never spoke about. */
const MOST_OTHERS = 5;

/** Late or quiet measures that the table spoke about, then some others of the town that are late. */
const quietMeasures = (
  { reading: { models, view }, town }: AboutTown,
  table: RoundtableDetail,
): Suggestion[] => {
  const find = (filter: { late: true } | { stale: true }) =>
    models.measures({ municipality: town.id, ...filter, limit: 200 }, view).items;
  const spokenOf = new Set(
    [...table.items, ...table.items.flatMap(({ takenUp }) => takenUp), ...table.followUps].map(
      ({ measure }) => measure,
    ),
  );
  const late = find({ late: true });
  const own = [...late, ...find({ stale: true }).filter((measure) => measure.late === null)].filter(
    ({ id }) => spokenOf.has(id),
  );
  return [...own, ...late.filter(({ id }) => !spokenOf.has(id)).slice(0, MOST_OTHERS)].map(
    ofMeasure,
  );
};

const ofMeasure = ({ id, title, late }: MeasureItem): Suggestion => ({
  key: `measure:${id}`,
  reason: late ? 'late' : 'stale',
  topic: title.slice(0, 300),
  terms: { kind: 'STATUS', measure: id },
});
