import { upcasters } from '@klimaspur/domain';
import type { Upcasting } from '@klimaspur/event-store';

/** How this house reads events of older programs. */
export const raisesOld: Upcasting = upcasters as unknown as Upcasting;
