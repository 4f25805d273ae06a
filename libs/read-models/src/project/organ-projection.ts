import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Day, Entry, EventData } from '@klimaspur/domain';
import type { OrganItem } from '../types.js';
import type { Touched } from './batch.js';
import { rectanglesOf } from './fold-to-rows.js';

/** A body as its rows hold it. */
export type OrganFacts = Omit<OrganItem, 'id' | 'municipality' | 'revision'>;

interface OrganState {
  readonly registered: boolean;
  /** As it was registered, or as it was described since. */
  readonly said: (EventData<'OrganRegistered'> & EventData<'OrganDescribed'>) | null;
  readonly closedOn: Day | null;
}

const unknownOrgan: OrganState = { registered: false, said: null, closedOn: null };

/** Writes the bodies and offices of towns, with both times. */
export class OrganProjection {
  private readonly clear: StatementSync;
  private readonly insert: StatementSync;

  constructor(db: DatabaseSync) {
    this.clear = db.prepare('DELETE FROM organ_interval WHERE organ = ?');
    this.insert = db.prepare('INSERT INTO organ_interval VALUES (?, ?, ?, ?, ?, ?)');
  }

  project({ history }: Touched, key: number): void {
    this.clear.run(key);
    for (const { knownFrom, from, knownTo, to, value } of rectanglesOf(
      history,
      unknownOrgan,
      evolveOrgan,
      organFacts,
    )) {
      this.insert.run(key, knownFrom, from, knownTo, to, JSON.stringify(value));
    }
  }
}

const evolveOrgan = (state: OrganState, entry: Entry): OrganState => {
  switch (entry.type) {
    case 'OrganRegistered':
      return { ...state, registered: true, said: saidIn(entry) };
    case 'OrganDescribed':
      return { ...state, said: saidIn(entry) };
    case 'OrganClosed':
      return { ...state, closedOn: state.closedOn ?? entry.effectiveOn };
    default:
      return state;
  }
};

const saidIn = ({ data }: Entry) => data as unknown as OrganState['said'];

/** Without its registration, for example after that was taken back, there is none. */
const organFacts = ({ registered, said, closedOn }: OrganState): OrganFacts | null => {
  if (!registered || said === null) return null;
  const { kind, decidesFinally, seats, text } = said;
  return {
    kind,
    decidesFinally,
    name: text?.name ?? '',
    seats: seats ?? null,
    website: text?.website ?? null,
    note: text?.note ?? null,
    closedOn,
  };
};
