import { type EventReader, MaskedReader, OutageReader } from '@klimaspur/event-store';
import { saysTakenOut } from './says-taken-out.js';

/** A log as it is told in views; whoever cannot read it learns that it was the log. */
export const readerOfViews = (log: EventReader): EventReader =>
  new MaskedReader(new OutageReader(log), saysTakenOut);
