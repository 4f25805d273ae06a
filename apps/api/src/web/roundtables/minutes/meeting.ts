import type { Item, Meeting, Past } from '@klimaspur/domain';
import { streamName } from '@klimaspur/event-store';
import type { Lang } from '@klimaspur/messages';
import type { ActorDetail, RoundtableDetail } from '@klimaspur/read-models';
import { Refusal } from '../../../errors/refusal.js';
import type { Choice } from '../../components/choices.js';
import type { AboutTown } from '../../forms/asked.js';
import { workPath } from '../../paths.js';
import * as desk from '../meeting/about-meeting.js';

/** A meeting that an address names. */
export interface AtMeeting {
  readonly about: AboutTown;
  readonly table: RoundtableDetail;
  readonly meeting: Meeting;
}

/** Refused where the meeting is none of the table. */
export const meetingOf = (about: AboutTown, id: string, named: string): AtMeeting => {
  const { table, meeting } = desk.meetingOf(about, id, named);
  return { about, table, meeting };
};

/** An item that stands on the agenda of the meeting, or was concluded at it. */
export const itemOf = (at: AtMeeting, id: string): Item => {
  const item = itemsOf(at).find((other) => other.item === id);
  if (!item) throw new Refusal('roundtable/unknown');
  return item;
};

/** In the order of the agenda; those that were carried over after a word on them stand last. */
export const itemsOf = ({ table, meeting: { meeting } }: Omit<AtMeeting, 'about'>): Item[] => [
  ...table.items.filter((item) => item.meeting === meeting),
  ...table.items.filter(
    (item) => item.meeting !== meeting && conclusionAt(item, meeting) !== undefined,
  ),
];

/** What came of an item at that meeting; the newest counts. */
export const conclusionAt = ({ conclusions }: Item, meeting: string) =>
  conclusions.findLast((it) => it.meeting === meeting);

/** An address below a meeting. */
export const meetingPath = (
  lang: Lang,
  { about: { town }, table, meeting }: AtMeeting,
  ...parts: readonly string[]
): string => workPath(lang, town.slug, 'tables', table.id, 'meetings', meeting.meeting, ...parts);

/** What all pages about one meeting have in common; `parts` below it. */
export const aboutMeeting = (at: AtMeeting, ...parts: readonly string[]) =>
  desk.aboutMeeting(at.about, at, ...parts);

/** The day on which the meeting was, for what is recorded of it; today where it is yet to come. */
export const dayOf = ({ about: { reading }, meeting: { held, on } }: AtMeeting): string | null => {
  const { asOf } = reading.view;
  if (held) return held.on;
  return on <= asOf ? on : asOf;
};

/** Organisations of the town by their ids. */
export const actorsOf = ({ reading: { models, view }, town }: AboutTown) => {
  const all = models.actors({ municipality: town.id }, view);
  const byId = new Map(all.map((actor) => [actor.id, actor]));
  return {
    all,
    nameOf: (id: string) => byId.get(id)?.name ?? '',
    /** To choose one; `none` is what the empty choice is called. */
    choices: (none: string): Choice[] => [{ value: '', label: none }, ...all.map(actorChoice)],
  };
};

export const actorChoice = ({ id, name }: Pick<ActorDetail, 'id' | 'name'>): Choice => ({
  ...{ value: id, label: name, lang: 'de' },
});

/** The measures that an item is about, or that came of it, by their titles. */
export const measureNames = (
  { reading: { models, view } }: AboutTown,
  { measure, takenUp }: Item,
): string[] =>
  [measure, ...takenUp.map((it) => it.measure)].flatMap(
    (id) => (id === null ? undefined : models.measure(id, view)?.title) ?? [],
  );

/** All measures of the town in the order of the plan: a browser finds one in a long list by its first letters or number. */
export const measuresToChoose = ({ reading: { models, view }, town, t }: AboutTown): Choice[] => {
  const none = { value: '', label: t('roundtable.noChoice') };
  const all = models.exportRows({ municipality: town.id, sort: 'plan' }, view);
  return [
    none,
    ...Array.from(all, ({ id, title, place }) => ({
      value: id,
      label: place?.number ? `${place.number} ${title}` : title,
      lang: 'de',
    })),
  ];
};

/** All that was recorded at a round table, as it was. */
export const tableHistory = async (
  { reading }: Pick<AboutTown, 'reading'>,
  id: string,
): Promise<readonly Past[]> =>
  (await reading.world.store.readStream(streamName('roundtable', id))) as unknown as Past[];
