import {
  catalogue,
  timeline,
  webAddressesIn,
  type Entry,
  type EventType,
  type Past,
} from '@klimaspur/domain';
import { linkKey } from './target.js';

/** Where a link stands: an entry that counts. */
export interface LinkPlace {
  readonly url: string;
  readonly title?: string;
  readonly type: EventType;
  /** What it belongs to: for evidence that came later, the entry it was added to. */
  readonly entry: string;
  /** When evidence was last added to that entry; 0: never. */
  readonly evidenceAddedAt: number;
}

/** The links of a stream as it counts now: after corrections, and without what was voided or replaced since. */
export const linksIn = (history: readonly Past[]): readonly LinkPlace[] => {
  const story = timeline(history);
  const counting = new Set(story.map(({ id }) => id));
  const replaced = replacedIn(story);
  const added = evidenceAdded(story, history);
  return story
    .filter(({ id }) => !replaced.has(id))
    .flatMap(({ id, type, data }) => {
      const entry = type === 'EvidenceAdded' ? String(data['entry']) : id;
      if (!counting.has(entry)) return [];
      const evidenceAddedAt = added.get(entry) ?? 0;
      return webAddressesIn(type, data).map(({ url, title }) => ({
        ...{ url: linkKey(url), type, entry, evidenceAddedAt },
        ...(title === undefined ? {} : { title }),
      }));
    });
};

/** What says everything anew; so does a target, of which a town has one. */
const replaces = (type: EventType): boolean => {
  const definition = catalogue[type];
  const replacing = 'mode' in definition && definition.mode === 'replacing';
  return replacing || type === 'MunicipalityTargetSet';
};

const replacedIn = (story: readonly Entry[]): ReadonlySet<string> => {
  const last = new Map(story.map(({ type, id }) => [type, id]));
  return new Set(
    story.flatMap(({ type, id }) => (replaces(type) && last.get(type) !== id ? [id] : [])),
  );
};

const evidenceAdded = (
  story: readonly Entry[],
  history: readonly Past[],
): ReadonlyMap<string, number> => {
  const recordedAt = new Map(history.map(({ id, metadata }) => [id, metadata.recordedAt]));
  return new Map(
    story
      .filter(({ type }) => type === 'EvidenceAdded')
      .map(({ id, data }) => [String(data['entry']), Date.parse(recordedAt.get(id) ?? '')] as const)
      .sort(([, a], [, b]) => a - b),
  );
};
