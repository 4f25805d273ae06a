import { catalogue, entryEvents } from '@klimaspur/domain';
import type { HistoryEntry } from '@klimaspur/read-models';
import { roleFor } from '../../auth/rights.js';
import type { Reading } from '../../reading/reader.js';

/** What somebody may do with an entry. */
export type MayChange = (entry: Pick<HistoryEntry, 'type' | 'person' | 'recordKeeping'>) => {
  readonly correct: boolean;
  readonly void_: boolean;
  readonly addEvidence: boolean;
};

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
  return ({ type, person, recordKeeping }) => {
    const own = person === viewer.person;
    const isEntry = type !== 'EntryCorrected' && type !== 'EntryVoided' && type !== 'EvidenceAdded';
    return {
      correct:
        isEntry && !recordKeeping && type !== 'MeasureDescribed' && may('EntryCorrected', own),
      void_: type !== 'EntryVoided' && type !== 'MeasureRecorded' && may('EntryVoided', own),
      addEvidence: 'evidence' in catalogue[type].text && isEntry && may('EvidenceAdded', own),
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
