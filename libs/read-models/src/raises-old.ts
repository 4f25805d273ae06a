import { upcasters } from '@klimaspur/domain';
import { asStored, type Upcasting } from '@klimaspur/event-store';

/** How this house reads events of older programs. */
export const raisesOld: Upcasting = upcasters.isEmpty
  ? asStored
  : (upcasters as unknown as Upcasting);
