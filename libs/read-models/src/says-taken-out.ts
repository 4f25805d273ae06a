import { type Past, withPlaceholders } from '@klimaspur/domain';
import type { Mask, RecordedEvent } from '@klimaspur/event-store';

/** How this house reads a stream of which texts were taken out. */
export const saysTakenOut: Mask = (history) =>
  withPlaceholders(history as unknown as readonly Past[]) as unknown as RecordedEvent[];
