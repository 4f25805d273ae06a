import { categoryOf, idOf } from '@klimaspur/event-store';
import type { Definition } from '../components/definition-list.js';
import { aboutFacts } from '../roundtables/history/table-facts.js';
import type { TrailEntry, TrailStory } from './trail-story.js';
import type { ShownThing } from './trail-things.js';

export const isAtTable = ({ item: { stream } }: TrailEntry): boolean =>
  categoryOf(stream) === 'roundtable';

/** Which meeting, item, promise and organisations an entry of a round table is about. */
export const tableFacts = (
  { item, entry }: TrailEntry,
  { table, titles, actorName }: TrailStory,
  { t, at }: ShownThing,
): readonly Definition[] => {
  const shown = table(idOf(item.stream));
  const { slug } = item.municipality;
  return shown ? aboutFacts(entry, { t, at, slug, table: shown, titles, actorName }) : [];
};
