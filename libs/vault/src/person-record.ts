import type { FileUpload } from './kept-file.js';
import type { MeasureNote } from './measure-note.js';
import type { Notice } from './notice.js';
import type { LoginLink, Person } from './person.js';

/** A sign-in link without whom else it is about. */
export interface LinkRecord extends Pick<
  LoginLink,
  'role' | 'municipality' | 'expiresAt' | 'usedAt'
> {
  readonly forThem: boolean;
  readonly madeByThem: boolean;
}

/** A note they wrote last; of one that somebody else has changed since, not what it says. */
export type NoteRecord = Omit<MeasureNote, 'text' | 'writtenBy' | 'changedBy'> &
  Partial<Pick<MeasureNote, 'text'>>;

/** Of what strangers told only what they did about it. */
export type SettledRecord = Pick<
  Notice,
  'id' | 'municipality' | 'measure' | 'state' | 'note' | 'settledAt'
>;

/** All that is kept of one person here, and nothing of others. */
export interface PersonRecord {
  readonly person: Person;
  readonly sessions: readonly { readonly expiresAt: number }[];
  readonly links: readonly LinkRecord[];
  /** What their keys are for. */
  readonly keys: readonly string[];
  readonly settled: readonly SettledRecord[];
  readonly notes: readonly NoteRecord[];
  readonly uploads: readonly Omit<FileUpload, 'person'>[];
  readonly erasedFiles: readonly { readonly sha256: string; readonly at: number }[];
}

/** Somewhere in the vault stands what was looked for. */
export interface Mention {
  readonly kind:
    | 'person'
    | 'contact'
    | 'notice'
    | 'note'
    | 'meeting-note'
    | 'responsible'
    | 'page'
    | 'dismissal';
  readonly id: string;
  readonly municipality?: string;
  readonly measure?: string;
  /** What is kept there, by name of the column. */
  readonly said: Readonly<Record<string, string>>;
}
