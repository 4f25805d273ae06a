import { Resolver } from 'node:dns/promises';
import { connect as connectSocket, type Socket } from 'node:net';
import { once } from 'node:events';
import { isPublicAddress } from './public-address.js';

/** The edge of this machine: names become addresses, addresses become connections. */
export interface Internet {
  /** All addresses of a name; none: there is no such name. Throws where that cannot be found out now. */
  resolve(name: string, signal: AbortSignal): Promise<readonly string[]>;
  /** `address` is numeric: nothing is looked up any more. */
  connect(address: string, port: number, signal: AbortSignal): Promise<Socket>;
}

/** Somebody wanted to reach something that is not public. */
export class NotPublic extends Error {}

const RESOLVE_MS = 5_000;
/** What a name server answers where a name, or an address of that kind, does not exist. */
const ABSENT = new Set(['ENOTFOUND', 'ENODATA']);

/** The real one. Names are asked of the name servers alone, so what this machine calls something does not count. */
export const theInternet: Internet = {
  async resolve(name, signal) {
    signal.throwIfAborted();
    const resolver = new Resolver({ timeout: RESOLVE_MS, tries: 2 });
    signal.addEventListener('abort', () => resolver.cancel(), { once: true });
    const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
    const addresses = answers.flatMap((answer) =>
      answer.status === 'fulfilled' ? answer.value : [],
    );
    if (addresses.length > 0) return addresses;
    for (const answer of answers) {
      if (answer.status === 'fulfilled') continue;
      const { code = '' } = answer.reason as NodeJS.ErrnoException;
      // Not as it is: a name server that refuses to answer is not a host that does.
      if (!ABSENT.has(code)) throw new Error(`${name}: no name server answers (${code})`);
    }
    return [];
  },
  async connect(address, port, signal) {
    const socket = connectSocket({ host: address, port });
    try {
      await once(socket, 'connect', { signal });
    } catch (error) {
      socket.destroy();
      throw error;
    }
    return socket;
  },
};

/** The public part of it: a name counts only if all its addresses are public, and the address that was checked is asked. */
export const publicPartOf = (internet: Internet): Internet => ({
  async resolve(name, signal) {
    const addresses = await internet.resolve(name, signal);
    if (!addresses.every(isPublicAddress)) throw new NotPublic(name);
    return addresses;
  },
  async connect(address, port, signal) {
    if (!isPublicAddress(address)) throw new NotPublic(address);
    return internet.connect(address, port, signal);
  },
});
