import { isLatest } from '@klimaspur/domain';
import type { Translate } from '@klimaspur/messages';
import type { EntryItem, StreamEntry } from '@klimaspur/read-models';
import type { Reading } from '../../reading/reader.js';
import { seenEntries } from '../../reading/seen-entries.js';
import { toldPasts } from '../../reading/told-data.js';
import type { FieldChange } from '../components/field-changes.js';
import { dayOrLatest } from '../words/day-words.js';
import { entryFacts, entryNote, entryTitle, type WordsContext } from '../words/entry-words.js';
import { correctedData, describedWords, type PartNames } from './described-parts.js';

/** What the entries say that the corrections of a page are about, by the correction; as far as the asker may read it. */
export const correctedEntries = async (
  reading: Reading,
  entries: readonly { readonly item: EntryItem; readonly entry: StreamEntry }[],
): Promise<ReadonlyMap<string, StreamEntry>> => {
  const corrections = entries.flatMap(({ item, entry }) =>
    entry.type === 'EntryCorrected' && item.about ? [{ item, entry, about: item.about }] : [],
  );
  const pasts = await toldPasts(
    reading,
    corrections.map(({ item, about: { revision, entry } }) => ({ ...item, revision, entry })),
  );
  const targets = corrections.flatMap(({ entry, about: { type } }, at): [string, StreamEntry][] => {
    const past = pasts[at];
    if (!past) return [];
    const { data, metadata } = past;
    return [[entry.id, { ...entry, type, data, occurredOn: metadata.occurredOn }]];
  });
  const seen = seenEntries(
    reading,
    targets.map(([, target]) => target),
  );
  return new Map(targets.map(([id], at) => [id, seen[at]!]));
};

type Part = readonly [label: string, words: string];

/** From what an entry said to what its correction says. */
export const correctionChanges = (
  correction: StreamEntry,
  target: StreamEntry,
  context: WordsContext & PartNames,
): readonly FieldChange[] => {
  const data = correctedData(correction.data);
  const then = new Map(inWords(target, context));
  const now = new Map(inWords({ ...target, data, occurredOn: correction.occurredOn }, context));
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((label) => {
    const [from, to] = [then.get(label) ?? '', now.get(label) ?? ''];
    return from === to ? [] : [{ label, from, to }];
  });
};

const inWords = (entry: StreamEntry, context: WordsContext & PartNames): readonly Part[] => {
  const { t } = context;
  const { original: _original, ...present } = entry;
  return [
    [t('historyColumn.what'), entryTitle(entry, context)],
    [t('historyColumn.on'), dayOf(entry, t)],
    [t('historyColumn.note'), entryNote(entry, t) ?? ''],
    ...describedWords(entry.type, entry.data, context),
    ...entryFacts(present, context).map(({ term, value }): Part => [String(term), String(value)]),
  ];
};

const dayOf = (entry: Pick<StreamEntry, 'data' | 'occurredOn'>, t: Translate): string =>
  dayOrLatest(entry.occurredOn, isLatest(entry), t);
