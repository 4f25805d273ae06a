import type { Past } from '../timeline.js';

type Terms = Past['data'];

/** Their notes are written between the meetings, and nobody approves them: they stay internal. */
const withInternalNote: ReadonlySet<string> = new Set([
  'RoundtableFollowUpRescheduled',
  'RoundtableFollowUpDone',
  'RoundtableFollowUpDropped',
]);

/**
 * Entries that are told, in the terms in which they are: without notes that are internal, and with the places of an agenda
 * counted anew, so that no gap tells of an item that is hidden.
 */
export const toldTerms = (told: readonly Past[]): Past[] => {
  const types = new Map(told.map(({ id, type }) => [id, type]));
  const places = placesIn(told);
  return told.map((past) => {
    const isCorrection = past.type === 'EntryCorrected';
    const type = isCorrection ? types.get(past.data['entry'] as string) : past.type;
    const data = withPlaces(past.data, places);
    return { ...past, data: withInternalNote.has(type ?? '') ? withoutNote(data) : data };
  });
};

/** The halves of an entry in which its terms, or its text, can stand. */
const partsOf = (data: Terms): Terms[] => [data, (data['replacement'] ?? {}) as Terms];

type Places = ReadonlyMap<string, number>;
const keyOf = ({ meeting, rank }: Terms): string => `${String(meeting)} ${String(rank)}`;
const isPlace = ({ rank }: Terms): boolean => typeof rank === 'number';

const placesIn = (told: readonly Past[]): Places => {
  const all = told.flatMap(({ data }) => partsOf(data).filter(isPlace));
  return new Map(
    [...Map.groupBy(all, ({ meeting }) => meeting).values()].flatMap((ofMeeting) => {
      const sorted = ofMeeting.toSorted((a, b) => Number(a['rank']) - Number(b['rank']));
      return [...new Set(sorted.map(keyOf))].map((key, index): [string, number] => [
        key,
        index + 1,
      ]);
    }),
  );
};

const withPlaces = (data: Terms, places: Places): Terms => {
  const replacement = data['replacement'] as Terms | undefined;
  const placed = (terms: Terms): Terms =>
    isPlace(terms) ? { ...terms, rank: places.get(keyOf(terms)) } : terms;
  return replacement ? { ...data, replacement: placed(replacement) } : placed(data);
};

const withoutNote = ({ text, ...terms }: Terms): Terms => {
  const { note: _note, replacement, ...said } = (text ?? {}) as Record<string, unknown>;
  const { note: _inner, ...kept } = (replacement ?? {}) as Record<string, unknown>;
  const left = replacement === undefined ? said : { ...said, replacement: kept };
  return Object.keys(left).length === 0 ? terms : { ...terms, text: left };
};
