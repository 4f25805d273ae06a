/** What a team writes for itself about a measure: here and not in the log, because it must be deletable. */
export interface MeasureNote {
  /** Random UUID. */
  readonly id: string;
  readonly municipality: string;
  readonly measure: string;
  readonly text: string;
  readonly writtenAt: number;
  /** Pseudonym; absent: they were forgotten. */
  readonly writtenBy?: string;
  readonly changedAt?: number;
  readonly changedBy?: string;
}

/** Its text from now on. */
export type NoteChange = Required<Pick<MeasureNote, 'text' | 'changedAt' | 'changedBy'>>;

export interface MeasureNotes {
  /** Keeps it once: nothing happens where one with this id is here. */
  keep(note: MeasureNote): Promise<void>;

  one(id: string): Promise<MeasureNote | undefined>;

  /** What the team of a town wrote about a measure, the newest first. */
  ofMeasure(municipality: string, measure: string): Promise<readonly MeasureNote[]>;

  /** Leaves no trace of what it said before. */
  change(id: string, change: NoteChange): Promise<void>;

  /** Leaves no trace of it. */
  delete(id: string): Promise<void>;
}
