import { berlinDay, catalogue, effectiveDay, type Past, timeline } from '@klimaspur/domain';
import type { Translate } from '@klimaspur/messages';
import {
  type EntryItem,
  measureHistory,
  type Municipality,
  type RoundtableDetail,
  type StreamEntry,
} from '@klimaspur/read-models';
import type { Vault } from '@klimaspur/vault';
import { categoryOf, idOf } from '@klimaspur/event-store';
import { type OrganNames, organNames } from '../../reading/organ-names.js';
import { measurePast, pastOf } from '../../reading/past.js';
import type { Reading } from '../../reading/reader.js';
import { seenEntries } from '../../reading/seen-entries.js';
import { type FilesByHash, filesNamed } from '../evidence/shown-evidence.js';
import { personsIn, type SourceText, sourceText } from '../measures/measure-story.js';
import { type SheetChange, sheetChanges } from '../measures/sheet-changes.js';
import { fieldNames } from '../words/field-names.js';
import { measuresNamed } from './measures-named.js';
import { descriptionChanges } from './description-changes.js';
import { correctedEntries } from './trail-corrections.js';
import type { ToldItem } from './read-page.js';
import { type ChangeLine, changeLines } from '../town/change-lines.js';

/** One entry of a trail: where it stands in the feed, in its own words, and as the streams of things show theirs. */
export interface TrailEntry {
  readonly item: EntryItem;
  readonly line: ChangeLine;
  readonly entry: StreamEntry;
}

/** A page of a trail, with what lies elsewhere: names of people and things, texts of their sources. */
export interface TrailStory {
  readonly entries: readonly TrailEntry[];
  readonly towns: ReadonlyMap<string, Municipality>;
  readonly labels: ReadonlyMap<string, string>;
  readonly files: FilesByHash;
  readonly sources: ReadonlyMap<string, SourceText>;
  /** What descriptions changed, by the entry that describes. */
  readonly sheets: ReadonlyMap<string, SheetChange>;
  /** What corrections are about, by the correction. */
  readonly corrected: ReadonlyMap<string, StreamEntry>;
  readonly organName: OrganNames;
  readonly actorName: (id: string) => string | undefined;
  readonly table: (id: string) => RoundtableDetail | undefined;
  readonly tableName: (id: string) => string | undefined;
  readonly personName: (id: string) => string | undefined;
  readonly fieldName: (id: string) => string | undefined;
  /** Of measures that entries name beside their own, and of votes. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Reads what stands behind a page of the feed: as much for the last page as for the first. */
export const trailStory = async (
  reading: Reading,
  told: readonly ToldItem[],
  vault: Vault,
  t: Translate,
): Promise<TrailStory> => {
  const { models, view } = reading;
  const items = told.map(({ item }) => item);
  const pasts = told.map(({ past }) => past);
  const lines = await changeLines(reading, items, t, pasts);
  const read = told.map(({ item, past }, at) => ({
    ...{ item, line: lines[at]!, entry: entryOf(item, past) },
  }));
  const seen = seenEntries(
    reading,
    read.map(({ entry }) => entry),
  );
  const entries = read.map((one, at) => ({ ...one, entry: seen[at]! }));
  const towns = townsOf(reading, items);
  const sources = new Map(seen.flatMap(({ source }) => (source ? [[source.entry, source]] : [])));
  const texts = await Promise.all([...sources.values()].map((one) => sourceText(reading, one)));
  const evidence = [
    ...seen.flatMap((entry) => entry.evidence),
    ...texts.flatMap(([, { text }]) => text?.evidence ?? []),
  ];
  const labels = await vault.labels(personsIn(seen));
  const table = asked((id) => models.roundtable(id, view));
  const names = {
    organName: await organNames(
      reading,
      [...towns.values()].flatMap(({ organs }) => organs),
    ),
    actorName: asked((id) => models.actor(id, view)?.name),
    table,
    tableName: (id: string) => table(id)?.name,
    personName: (id: string) => labels.get(id),
    fieldName: fieldNameIn(reading, items),
  };
  const organName = (id: string) => names.organName(id, view.asOf);
  return {
    entries,
    towns,
    labels,
    ...names,
    files: await filesNamed(vault, evidence),
    sources: new Map(texts),
    sheets: new Map([
      ...(await sheetsOf(reading, entries, t)),
      ...(await descriptionChanges(reading, items, { ...names, organName, t })),
    ]),
    corrected: await correctedEntries(reading, entries),
    titles: await titlesOf(reading, entries),
  };
};

/** Names of fields that the asker may see, read once somebody asks. */
const fieldNameIn = ({ models, view }: Reading, items: readonly EntryItem[]) => {
  let names: ReadonlyMap<string, string> | undefined;
  return (id: string): string | undefined => {
    const towns = new Set(items.map(({ municipality }) => municipality.id));
    names ??= fieldNames([...towns].flatMap((town) => models.progress(town, {}, view).fields));
    return names.get(id);
  };
};

/** Asks once for each: the same things come again and again. */
const asked = <T>(read: (id: string) => T | undefined) => {
  const found = new Map<string, T | undefined>();
  return (id: string): T | undefined => {
    if (!found.has(id)) found.set(id, read(id));
    return found.get(id);
  };
};

type Recorded = Past & {
  readonly metadata: { readonly actor: { readonly person: string; readonly role: string } };
};

/** As it was recorded: what became of it stands beside it, and its corrections are entries of their own. */
const entryOf = (item: EntryItem, past: Past): StreamEntry => {
  const { data, metadata } = past as Recorded;
  const {
    source,
    decision = null,
    plan = null,
    roundtable = null,
  } = data as Partial<Record<string, string>>;
  const { text } = data as { text?: { evidence?: StreamEntry['evidence'] } };
  const corrections = item.changedBy.filter(({ type }) => type === 'EntryCorrected');
  return {
    id: item.entry,
    ...{ revision: item.revision, type: item.type, data },
    recordKeeping: catalogue[item.type].recordKeeping,
    occurredOn: item.occurredOn,
    effectiveOn: effectiveDay(item.occurredOn, berlinDay(item.recordedAt)),
    recordedAt: item.recordedAt,
    ...{ role: metadata.actor.role, person: metadata.actor.person },
    correctedBy: corrections.map(({ entry }) => entry),
    voidedBy: item.changedBy.find(({ type }) => type === 'EntryVoided')?.entry ?? null,
    about: item.about?.entry ?? null,
    evidence: text?.evidence ?? [],
    source: source ? { decision, plan, roundtable, entry: source } : null,
  };
};

const townsOf = ({ models, view }: Reading, items: readonly EntryItem[]) =>
  new Map(
    [...new Set(items.map(({ municipality }) => municipality.id))].flatMap((id) => {
      const town = models.municipality(id, view)?.municipality;
      return town ? [[id, town] as const] : [];
    }),
  );

/** What descriptions of measures changed: told against the ones before them. */
const sheetsOf = async (
  reading: Reading,
  entries: readonly TrailEntry[],
  t: Translate,
): Promise<ReadonlyMap<string, SheetChange>> => {
  const described = entries.flatMap(({ item, entry }) =>
    entry.type === 'MeasureDescribed' && item.measure ? item.measure.id : [],
  );
  const all = await Promise.all(
    [...new Set(described)].map(async (id) => {
      const story = measureHistory(await measurePast(reading, id), reading.view);
      return [...sheetChanges(seenEntries(reading, story), t)];
    }),
  );
  return new Map(all.flat());
};

const titlesOf = async (
  reading: Reading,
  entries: readonly TrailEntry[],
): Promise<ReadonlyMap<string, string>> => {
  const { models, view } = reading;
  const measures = entries.flatMap(({ entry }) => measuresNamed(entry).flatMap(({ ids }) => ids));
  const votes = entries.flatMap(({ item: { stream } }) =>
    categoryOf(stream) === 'decision' ? idOf(stream) : [],
  );
  const titled = await Promise.all(
    [...new Set(votes)].map(async (id) => [id, await titleOfVote(reading, id)] as const),
  );
  return new Map([...models.measureTitles(measures, view), ...titled]);
};

/** As it counts at the moment asked about; one that was taken back is still called as it was. */
const titleOfVote = async (reading: Reading, id: string): Promise<string> => {
  const past = await pastOf(reading, 'decision', id);
  const [record] = [...timeline(past, reading.view), ...past];
  return (record?.data['text'] as { title?: string } | undefined)?.title ?? '';
};
