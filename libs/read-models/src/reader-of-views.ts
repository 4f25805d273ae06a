import {
  type EventReader,
  MaskedReader,
  OutageReader,
  type Upcasting,
} from '@klimaspur/event-store';
import { raisesOld } from './raises-old.js';
import { saysTakenOut } from './says-taken-out.js';

/** A log as it is told in views; whoever cannot read it learns that it was the log. */
export const readerOfViews = (log: EventReader, upcasting: Upcasting = raisesOld): EventReader =>
  new MaskedReader(new OutageReader(log), saysTakenOut, upcasting);
