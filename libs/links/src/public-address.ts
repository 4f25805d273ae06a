import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');

/**
 * True for an address that anybody on the Internet may ask: not this machine, no network behind it, nothing reserved,
 * and no address that carries another one inside it.
 */
export const isPublicAddress = (address: string): boolean => {
  // The parser also reads 0x7f.1 and addresses with a zone; nothing that names an address so is asked.
  if (isIP(address) === 0 || address.includes('%')) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_UNICAST);
};
