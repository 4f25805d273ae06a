import { type Past, type Role, timeline } from '@klimaspur/domain';
import { type EventReader, streamName } from '@klimaspur/event-store';
import type { RoleHeld } from './viewer.js';

/** The roles a person holds by the events of their stream, voided ones left out. */
export function rolesIn(history: readonly Past[]): RoleHeld[] {
  const held = new Map<string, RoleHeld>();
  for (const { type, data } of timeline(history)) {
    const role = roleOf(data);
    const key = JSON.stringify([role.role, role.municipality]);
    if (type === 'PersonRoleGranted') held.set(key, role);
    if (type === 'PersonRoleRevoked') held.delete(key);
  }
  return [...held.values()];
}

/** Read from the log at every request of theirs: a role that was taken away is gone at once, on every node. */
export const rolesOf = async (log: EventReader, person: string): Promise<RoleHeld[]> =>
  rolesIn((await log.readStream(streamName('person', person))) as unknown as Past[]);

const roleOf = (data: Past['data']): RoleHeld => {
  const { role, municipality } = data as { role: Role; municipality?: string };
  return { role, ...(municipality === undefined ? {} : { municipality }) };
};
