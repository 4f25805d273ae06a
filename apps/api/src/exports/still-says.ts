import { createHash } from 'node:crypto';
import { canonicalJson, type JsonObject, type RecordedEvent } from '@klimaspur/event-store';

/**
 * Whether something is left of an entry from which drafts were taken out: all that it is about. A vote goes on with fewer
 * effects, and without its plan; a measure that is placed, or goes on in drafts alone, is not told.
 */
export const stillSays = (all: JsonObject, told: JsonObject): boolean =>
  Object.entries(all).every(([name, value]) => {
    const left = told[name];
    if (Array.isArray(value)) {
      const areIds = value.some((item) => typeof item === 'string');
      return !areIds || (Array.isArray(left) && left.length > 0);
    }
    if (name === 'replacement' && isObject(value)) return isObject(left) && stillSays(value, left);
    return typeof value !== 'string' || left !== undefined;
  });

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was told of entries about several things. A correction that changes only what it says of drafts is no news. */
export class SaidSoFar {
  private readonly hashes = new Map<string, string>();

  hears({ id, type, data, metadata }: RecordedEvent): boolean {
    const { text, entry, replacement } = data;
    const corrects = type === 'EntryCorrected' && isObject(replacement);
    const { text: _text, ...own } = data;
    const terms = corrects ? replacement : own;
    if (!Object.values(terms).some(Array.isArray)) return true;
    const about = corrects ? String(entry) : id;
    const words = corrects && isObject(text) ? text['replacement'] : text;
    const said = { terms, words: words ?? null, on: metadata['occurredOn'] ?? null };
    const hash = createHash('sha256').update(canonicalJson(said)).digest('base64');
    const isNews = this.hashes.get(about) !== hash;
    this.hashes.set(about, hash);
    return isNews;
  }
}
