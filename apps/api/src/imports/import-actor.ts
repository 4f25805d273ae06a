import { catalogue } from '@klimaspur/domain';
import type { Actor } from '@klimaspur/event-store';
import { roleFor } from '../auth/rights.js';
import type { Viewer } from '../auth/viewer.js';
import { Refusal } from '../errors/refusal.js';

/** Who an import is recorded by, in the role that allows it in a town; refused where none does. */
export const importActor =
  ({ person, roles }: Pick<Viewer, 'person' | 'roles'>) =>
  (municipality: string): Actor => {
    const held = roleFor(roles, catalogue.PlanImportCompleted, { municipality });
    if (!held) throw new Refusal('auth/not-allowed');
    return { person, role: held.role, municipality };
  };
