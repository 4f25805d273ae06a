import type { MeasureNote, Vault } from '@klimaspur/vault';
import { mayWrite, type Reading } from '../../reading/reader.js';
import { mayIn } from '../forms/rights.js';
import type { Asked } from '../forms/asked.js';

/** An internal note, with the names of those who wrote it; undefined: forgotten. */
export interface ShownNote {
  readonly note: MeasureNote;
  readonly writer: string | undefined;
  readonly changer: string | undefined;
  readonly mayChange: boolean;
}

type Asking = Pick<Asked, 'reading' | 'viewer'>;

/** Whoever wrote it, and whoever may change the texts of the measure. */
export const mayChangeNote = ({ writtenBy, municipality }: MeasureNote, reader: Asking): boolean =>
  writtenBy === reader.viewer.person ||
  mayIn(reader, 'measure', 'describe-measure', { id: municipality });

/** Undefined for all but those who may write here. */
export const notesFor = async (
  vault: Vault,
  reading: Reading,
  of: { readonly town: string; readonly measure: string },
): Promise<readonly ShownNote[] | undefined> => {
  const { viewer } = reading;
  if (!viewer || !mayWrite(reading, { id: of.town })) return undefined;
  return shownNotes(vault, of, { reading, viewer });
};

/** What the team wrote about a measure; only ever asked for somebody with a role in the town. */
export const shownNotes = async (
  vault: Vault,
  { town, measure }: { readonly town: string; readonly measure: string },
  reader: Asking,
): Promise<readonly ShownNote[]> => {
  const notes = await vault.measureNotes.ofMeasure(town, measure);
  const people = notes.flatMap(({ writtenBy, changedBy }) => [writtenBy ?? [], changedBy ?? []]);
  const labels = await vault.labels(new Set(people.flat()));
  return notes.map((note) => ({
    note,
    writer: labels.get(note.writtenBy ?? ''),
    changer: labels.get(note.changedBy ?? ''),
    mayChange: mayChangeNote(note, reader),
  }));
};
