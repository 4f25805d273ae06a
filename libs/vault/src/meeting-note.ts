/** What only the team knows of a meeting: how to join it online, and what it notes for itself. */
export interface MeetingNote {
  readonly meeting: string;
  readonly municipality: string;
  readonly joinUrl?: string;
  readonly text?: string;
  readonly changedAt: number;
}

export interface MeetingNotes {
  /** Takes the place of what was kept of this meeting and leaves no trace of it; where nothing is said, nothing is kept. */
  keep(note: MeetingNote): Promise<void>;

  one(municipality: string, meeting: string): Promise<MeetingNote | undefined>;

  /** All of a town, by meeting. */
  ofTown(municipality: string): Promise<ReadonlyMap<string, MeetingNote>>;
}
