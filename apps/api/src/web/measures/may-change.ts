import { catalogue, entryEvents, isAboutVisibility } from '@klimaspur/domain';
import type { HistoryEntry } from '@klimaspur/read-models';
import { roleFor } from '../../auth/rights.js';
import type { Reading } from '../../reading/reader.js';

/** What somebody may do with an entry. */
export type MayChange = (
  entry: Pick<HistoryEntry, 'type' | 'person' | 'recordKeeping' | 'data'>,
) => {
  readonly correct: boolean;
  readonly void_: boolean;
  readonly addEvidence: boolean;
  readonly redact: boolean;
};

/** A measure as a whole is taken back elsewhere; the others never are. */
const neverVoided: ReadonlySet<string> = new Set([
  'EntryVoided',
  'TextRedacted',
  'MeasureRecorded',
]);

/** What the viewer may change in a town, entry by entry; nothing in the past, and nothing for strangers. */
export const mayChange = (
  { viewer, world, moment }: Reading,
  municipality: string,
): MayChange | undefined => {
  if (!viewer || moment.past) return undefined;
  const may = (type: keyof typeof entryEvents, ownEntry: boolean) =>
    world.name === 'example' ||
    roleFor(
      viewer.roles,
      { ...entryEvents[type], category: 'measure' },
      { municipality, ownEntry },
    ) !== undefined;
  return ({ type, person, recordKeeping, data }) => {
    const own = person === viewer.person;
    const isEntry = !Object.hasOwn(entryEvents, type);
    return {
      correct:
        isEntry && !recordKeeping && type !== 'MeasureDescribed' && may('EntryCorrected', own),
      void_: !neverVoided.has(type) && !isAboutVisibility(type) && may('EntryVoided', own),
      addEvidence: 'evidence' in catalogue[type].text && isEntry && may('EvidenceAdded', own),
      redact: data['text'] !== undefined && may('TextRedacted', own),
    };
  };
};

/** Whether the viewer may say what the group thinks of a measure of this town. */
export const mayAssess = (
  { viewer, world, moment }: Reading,
  { id: municipality }: { readonly id: string },
): boolean =>
  viewer !== undefined &&
  !moment.past &&
  (world.name === 'example' ||
    roleFor(viewer.roles, catalogue.MeasureAssessed, { municipality }) !== undefined);
