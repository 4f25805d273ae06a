import { catalogue } from '@klimaspur/domain';
import type { Municipality, RoundtableDetail, StreamEntry } from '@klimaspur/read-models';
import { streamHistory } from '@klimaspur/read-models';
import type { Vault } from '@klimaspur/vault';
import { storyPast } from '../../../reading/past.js';
import type { Reading } from '../../../reading/reader.js';
import { seenEntries } from '../../../reading/seen-entries.js';
import type { TimelineEntry } from '../../components/timeline-item.js';
import { type FilesByHash, filesNamed, shownEvidence } from '../../evidence/shown-evidence.js';
import { actorOf, anchorOf, standingOf } from '../../measures/history.view.js';
import { personsIn } from '../../measures/measure-story.js';
import type { MayChange } from '../../measures/may-change.js';
import { entryProofPath, workPath } from '../../paths.js';
import { entryFacts, entryNote, entryTitle } from '../../words/entry-words.js';
import { actorNamed, type ShownTable } from '../shown/shown-table.js';
import { tableHistoryPath } from '../table-paths.js';
import { aboutFacts, namesIn, type ShownAtTable } from './table-facts.js';

/** The trail of a round table, as far as the reader may read it, with what lies elsewhere. */
export interface TableStory {
  readonly entries: readonly StreamEntry[];
  readonly labels: ReadonlyMap<string, string>;
  readonly files: FilesByHash;
  /** Titles of the measures that entries name, by id. */
  readonly titles: ReadonlyMap<string, string>;
}

export const tableStory = async (
  reading: Reading,
  { id }: Pick<RoundtableDetail, 'id'>,
  vault: Vault,
): Promise<TableStory> => {
  const { models, view } = reading;
  const entries = seenEntries(reading, streamHistory(storyPast(reading, 'roundtable', id), view));
  const named = entries.flatMap(({ data }) =>
    typeof data['measure'] === 'string' ? [data['measure']] : [],
  );
  return {
    entries,
    labels: await vault.labels(personsIn(entries)),
    files: await filesNamed(
      vault,
      entries.flatMap(({ evidence }) => evidence),
    ),
    titles: models.measureTitles(named, view),
  };
};

/** The entries as the timeline shows them, in the words of a language. */
export const tableTimeline = (
  story: TableStory,
  shown: ShownTable,
  may?: MayChange,
): TimelineEntry[] => {
  const { t, town, table, at } = shown;
  const byId = new Map(story.entries.map((entry) => [entry.id, entry]));
  const personName = (id: string) => story.labels.get(id);
  const context = { t, organName: organNameIn(town), personName };
  const actorName = (id: string) => actorNamed(shown, id)?.name;
  const atTable = { t, slug: town.slug, table, at, titles: story.titles, actorName };
  return story.entries.map((entry): TimelineEntry => {
    const note = entryNote(entry, t);
    const { original: _original, ...present } = entry;
    const facts = [...aboutFacts(entry, atTable), ...entryFacts(present, context)];
    const evidence = shownEvidence(entry.evidence, story.files);
    const expected = !entry.recordKeeping && 'evidence' in catalogue[entry.type].text;
    return {
      id: anchorOf(entry.id),
      href: at(`${tableHistoryPath(t.lang, town.slug, table.id)}#${anchorOf(entry.id)}`),
      title: entryTitle(entry, context),
      ...aboutWhich(entry, atTable),
      ...(note ? { note } : {}),
      ...(facts.length > 0 ? { facts } : {}),
      occurredOn: entry.occurredOn,
      effectiveOn: entry.effectiveOn,
      recordedAt: entry.recordedAt,
      actor: actorOf(entry, story, t),
      recordKeeping: entry.recordKeeping,
      proofHref: entryProofPath(entry.id),
      ...(expected || evidence.length > 0 ? { evidence } : {}),
      ...standingOf(entry, byId, (other) => `#${anchorOf(other.id)}`),
      ...(may?.(entry).redact
        ? {
            actions: [
              { href: workPath(t.lang, town.slug, 'redact', entry.id), label: t('redact.title') },
            ],
          }
        : {}),
    };
  });
};

const aboutWhich = ({ data }: StreamEntry, shown: ShownAtTable): Pick<TimelineEntry, 'about'> => {
  const { table } = shown;
  const topic = table.items.find((other) => other.item === data['item'])?.topic;
  const promise = table.followUps.find((other) => other.followUp === data['followUp'])?.what;
  const about = promise ?? topic ?? namesIn(data, shown).join(', ');
  return about === '' ? {} : { about };
};

const organNameIn = (town: Municipality) => (id: string) =>
  town.organs.find((organ) => organ.id === id)?.name;
