import { knownSince, type Past, takenOutIn } from '@klimaspur/domain';
import { categoryOf, idOf } from '@klimaspur/event-store';
import { messageFor } from '@klimaspur/messages';
import type { ChangeItem } from '@klimaspur/read-models';
import { storyPast } from '../../reading/past.js';
import type { Reading } from '../../reading/reader.js';
import type { FieldChange } from '../components/field-changes.js';
import type { SheetChange } from '../measures/sheet-changes.js';
import {
  correctedData,
  type Description,
  descriptionsBy,
  isBeginning,
  type PartNames,
} from './described-parts.js';

/** The last that was said of something, and whether anything had been said of it before. */
interface Said {
  readonly entry: string;
  readonly words: readonly string[];
  readonly isBeginning: boolean;
}

/** What entries changed that tell a thing as a whole, each against the one before it; by the entry. */
export const descriptionChanges = async (
  reading: Reading,
  told: readonly ChangeItem[],
  names: PartNames,
): Promise<ReadonlyMap<string, SheetChange>> => {
  const wanted = told.filter(({ type }) => !isBeginning(type) && descriptionsBy(type).length > 0);
  const entries = new Set(wanted.map(({ entry }) => entry));
  const streams = [...new Set(wanted.map(({ stream }) => stream))];
  const all = await Promise.all(
    streams.map(async (stream) => changesIn(await historyOf(reading, stream), entries, names)),
  );
  return new Map(all.flat());
};

/** A stream as the asker may read it, as far as it was known. */
const historyOf = async (reading: Reading, stream: string): Promise<readonly Past[]> => {
  const { world, models, view } = reading;
  const { knownAt = Infinity } = view;
  const category = categoryOf(stream);
  if (category === 'actor' || category === 'roundtable') {
    return storyPast(reading, category, idOf(stream)).filter((past) => knownSince(past) <= knownAt);
  }
  const events = await world.store.readStream(stream);
  const since = view.knownAt === undefined ? () => 0 : models.knownSince(stream);
  return (events as unknown as readonly Past[]).filter((past) => since(past) <= knownAt);
};

const changesIn = (
  history: readonly Past[],
  wanted: ReadonlySet<string>,
  names: PartNames,
): [string, SheetChange][] => {
  const voided = new Set(
    history.flatMap(({ type, data }) => (type === 'EntryVoided' ? [data['entry']] : [])),
  );
  const takenOut = takenOutIn(history);
  const byId = new Map(history.map((past) => [past.id, past]));
  const now = new Map<string, Said>();
  const found = new Map<string, SheetChange>();
  for (const { id, type, data } of history) {
    if (type === 'EntryCorrected' && !voided.has(id)) {
      correct(now, data, byId.get(data['entry'] as string), names);
    }
    descriptionsBy(type).forEach((description) => {
      const key = keyOf(description, data);
      // Where a text was taken out, nothing is left to compare.
      if (takenOut.has(id)) return void now.delete(key);
      const before = now.get(key);
      const words = wordsOf(description, data, names, before);
      if (wanted.has(id) && !isBeginning(type)) {
        const change = changeOf(description, before, words, names);
        if (change) found.set(id, change);
      }
      if (!voided.has(id)) now.set(key, { entry: id, words, isBeginning: isBeginning(type) });
    });
  }
  return [...found];
};

const keyOf = ({ types, of }: Description, data: Past['data']): string =>
  [...types, of === undefined ? '' : data[of]].join(' ');

/** What follows is compared with what the corrected entry should have said. */
const correct = (
  now: Map<string, Said>,
  correction: Past['data'],
  target: Past | undefined,
  names: PartNames,
): void => {
  const data = correctedData(correction);
  for (const description of target ? descriptionsBy(target.type) : []) {
    const key = keyOf(description, data);
    const said = now.get(key);
    if (said?.entry !== target?.id || !said) continue;
    now.set(key, { ...said, words: wordsOf(description, data, names, undefined) });
  }
};

const wordsOf = (
  { parts }: Description,
  data: Past['data'],
  names: PartNames,
  before: Said | undefined,
): readonly string[] =>
  parts.map(({ words, stays }, at) => {
    const said = words(data, names);
    return said === '' && stays ? (before?.words[at] ?? '') : said;
  });

const changeOf = (
  { parts, of }: Description,
  before: Said | undefined,
  words: readonly string[],
  { t }: PartNames,
): SheetChange | undefined => {
  // That a measure stands somewhere for the first time is told by the entry itself.
  if (!before && of !== undefined) return undefined;
  const changes = parts.flatMap(({ label }, at): FieldChange[] => {
    const [from, to] = [before?.words[at] ?? '', words[at] ?? ''];
    return from === to ? [] : [{ label: messageFor(t.lang, label) ?? label, from, to }];
  });
  return { isFirst: before?.isBeginning ?? true, changes };
};
