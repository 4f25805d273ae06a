import type { Category } from '@klimaspur/domain';
import { roleFor } from '../../auth/rights.js';
import { doorTo, isAlwaysOwn } from '../../commands/doors.js';
import type { Asked } from './asked.js';

/** Whether the viewer's roles allow such a command in this town; the command asks again when it is sent. */
export const mayIn = (
  { reading, viewer }: Pick<Asked, 'reading' | 'viewer'>,
  category: Category,
  command: string,
  town?: { readonly id: string },
): boolean => {
  const door = doorTo(category, command);
  if (reading.world.name === 'example' && !isAlwaysOwn(door)) return true;
  return roleFor(viewer.roles, door.definition, { municipality: town?.id }) !== undefined;
};
