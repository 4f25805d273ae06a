import type { Category, Past } from '@klimaspur/domain';
import { categoryOf, type EventReader, idOf, type RecordedEvent } from '@klimaspur/event-store';
import { municipalityOf } from '../commands/references.js';
import { othersFirst } from '../reading/in-turns.js';
import { decisionPath, entryPath, townPath } from '../web/paths.js';
import { actorPath, tableHistoryPath } from '../web/roundtables/table-paths.js';

const BATCH = 1_000;

/** One entry as its author typed it. */
export interface OwnEntry {
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly role: string | null;
  readonly occurredOn: string | null;
  readonly recordedAt: string;
  readonly municipality: string | null;
  /** Where it is shown; null: on no page. */
  readonly href: string | null;
  readonly data: RecordedEvent['data'];
}

export interface RoleEntry extends Pick<OwnEntry, 'type' | 'recordedAt' | 'data'> {
  readonly id: string;
}

export interface OwnStory {
  /** What they recorded. */
  readonly entries: readonly OwnEntry[];
  /** What was recorded about their roles. */
  readonly roles: readonly RoleEntry[];
}

/** Reads the whole log, because no list by author holds every kind of entry. */
export async function ownStory(log: EventReader, person: string): Promise<OwnStory> {
  const entries: OwnEntry[] = [];
  const roles: RoleEntry[] = [];
  const towns = new Map<string, string | undefined>();
  let last: RecordedEvent | undefined;
  for (;;) {
    const events = await log.readAll(last?.position ?? null, BATCH);
    if (events.length === 0) return { entries, roles };
    for (const event of events) {
      const { stream, id, type, data, metadata } = event;
      if (event.revision === 0) towns.set(stream, townIn(event));
      if (stream === `person-${person}`) {
        roles.push({ id, type, recordedAt: String(metadata['recordedAt']), data });
      }
      if (actorOf(event).person === person) entries.push(told(event, towns.get(stream)));
    }
    last = events.at(-1);
    await othersFirst();
  }
}

const actorOf = ({ metadata }: RecordedEvent) =>
  (metadata['actor'] ?? {}) as { readonly person?: string; readonly role?: string };

const townIn = (first: RecordedEvent): string | undefined =>
  municipalityOf(
    categoryOf(first.stream) as Category,
    idOf(first.stream),
    first as unknown as Past,
  );

function told(event: RecordedEvent, town: string | undefined): OwnEntry {
  const { id, stream, type, data, metadata } = event;
  // Whose role it was is about somebody else.
  const shown = categoryOf(stream) === 'person' ? 'person' : stream;
  return {
    id,
    stream: shown,
    type,
    role: actorOf(event).role ?? null,
    occurredOn: (metadata['occurredOn'] as string | null | undefined) ?? null,
    recordedAt: String(metadata['recordedAt']),
    municipality: town ?? null,
    href: town === undefined ? null : addressOf(event, town),
    data,
  };
}

/** Addresses take the id of a town in place of its name. */
const addressOf = ({ stream, id: entry }: RecordedEvent, town: string): string | null => {
  const id = idOf(stream);
  switch (categoryOf(stream)) {
    case 'measure':
      return entryPath('de', town, id, entry);
    case 'decision':
      return `${decisionPath('de', town, id)}#e-${entry}`;
    case 'roundtable':
      return tableHistoryPath('de', town, id);
    case 'actor':
      return actorPath('de', town, id);
    case 'person':
      return null;
    default:
      return townPath('de', town);
  }
};
