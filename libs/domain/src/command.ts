import type { Category } from './shared/event-definition.js';
import type { PartialDate } from './shared/partial-date.js';

/** A wish to record one event: all doors, importers and policies speak this. */
export interface Command {
  readonly category: Category;
  /** The event asked for, by its name in the catalogue. */
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly occurredOn: PartialDate | null;
}
