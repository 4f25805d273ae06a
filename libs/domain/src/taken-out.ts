import { catalogue, isEventType } from './catalogue.js';
import { isCommitment } from './shared/commitment.js';
import type { Field, Fields } from './shared/fields.js';
import { berlinDay } from './shared/partial-date.js';
import type { Past } from './timeline.js';

type Terms = Past['data'];
type Placed = Pick<Past, 'id' | 'type' | 'data' | 'metadata'>;

/** What is said about an entry often repeats its words, and goes with them. */
const aboutEntries: ReadonlySet<string> = new Set([
  'EntryCorrected',
  'EntryVoided',
  'EvidenceAdded',
]);

const hasText = ({ data }: Placed): boolean => data['text'] !== undefined;

/** The events of a stream whose text goes with that of an entry: its own, and what was said about it so far, however deep. */
export const textsOf = <P extends Placed>(entry: string, history: readonly P[]): P[] => {
  const meant = new Set([entry]);
  return history.filter((past) => {
    const isAbout = aboutEntries.has(past.type) && meant.has(past.data['entry'] as string);
    if (isAbout) meant.add(past.id);
    return (isAbout || past.id === entry) && hasText(past);
  });
};

/** Events whose text was taken out, with the event that did so. */
export const takenOutIn = <P extends Placed>(history: readonly P[]): ReadonlyMap<string, P> => {
  const taken = new Map<string, P>();
  history.forEach((past, at) => {
    if (past.type !== 'TextRedacted') return;
    for (const { id } of textsOf(past.data['entry'] as string, history.slice(0, at))) {
      if (!taken.has(id)) taken.set(id, past);
    }
  });
  return taken;
};

export const isAllTakenOut = (entry: unknown, history: readonly Past[]): boolean => {
  const taken = takenOutIn(history);
  return textsOf(entry as string, history).every(({ id }) => taken.has(id));
};

const wordsFor = (redaction: Placed | undefined): string => {
  if (!redaction) return '[entfernt]';
  const [year, month, day] = berlinDay(redaction.metadata.recordedAt).split('-');
  return `[entfernt am ${day}.${month}.${year}]`;
};

/**
 * The whole history of a stream as it may be read: where a text was taken out, words that say so stand in each field that must
 * be there, and nothing in those that need not. States and numbers come from the terms, which stay.
 */
export const withPlaceholders = <P extends Placed>(history: readonly P[]): P[] => {
  const taken = takenOutIn(history);
  const types = new Map(history.map(({ id, type }) => [id, type]));
  return history.map((past) => {
    const redaction = taken.get(past.id);
    if (!redaction && !isCommitment(past.data['text'])) return past;
    const text = placeholder(past, wordsFor(redaction), types.get(past.data['entry'] as string));
    return { ...past, data: { ...past.data, text } };
  });
};

const placeholder = ({ type }: Placed, words: string, corrected: string | undefined): Terms => {
  if (!isEventType(type)) return {};
  const text = textIn(catalogue[type].text, words);
  if (type !== 'EntryCorrected' || corrected === undefined || !isEventType(corrected)) return text;
  return { ...text, replacement: textIn(catalogue[corrected].text, words) };
};

/** Where nothing typed is needed, one field says it: the note, where there is one. */
const textIn = (fields: Fields, words: string): Terms => {
  const needed = Object.entries(fields).filter(([, field]) => !field.optional);
  const filled = Object.fromEntries(needed.map(([name, field]) => [name, valueOf(field, words)]));
  if (needed.some(([, { kind }]) => kind !== 'code')) return filled;
  const typed = Object.keys(fields).filter((name) => fields[name]?.kind === 'text');
  const first = sayingIt.find((name) => typed.includes(name)) ?? typed[0];
  return first === undefined ? filled : { ...filled, [first]: words };
};

/** A town keeps the name it was founded with. */
const sayingIt = ['note', 'description'];

/** An address that must be there, and leads nowhere for ever (RFC 2606). */
const nowhere = 'https://entfernt.invalid/';

const valueOf = (field: Field, words: string): unknown => {
  switch (field.kind) {
    case 'text':
      return words;
    case 'list':
      return [valueOf(field.of, words)];
    case 'object':
      return textIn(field.fields, words);
    case 'code':
      return field.values.at(-1);
    case 'url':
      return nowhere;
    default:
      return undefined;
  }
};
