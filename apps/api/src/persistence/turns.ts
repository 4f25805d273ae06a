import { randomUUID } from 'node:crypto';
import { type Lease, Vault } from '@klimaspur/vault';
import { Injectable } from '@nestjs/common';

/** How long nobody else can go on if this process is killed meanwhile. */
const FOR_MS = 30_000;

/** Work by the clock: where several nodes share a vault, one at a time does it. */
@Injectable()
export class Turns {
  private readonly holder = randomUUID();

  constructor(private readonly vault: Vault) {}

  /** Does it, unless another node is at it: then undefined. Held as long as it takes. */
  async inTurn<T>(name: string, work: (lease: Lease) => Promise<T>): Promise<T | undefined> {
    const { leases } = this.vault;
    const lease = await leases.take(name, this.holder, FOR_MS);
    if (!lease) return undefined;
    const renew = () => void leases.renew(lease, FOR_MS).catch(() => undefined);
    const renewing = setInterval(renew, FOR_MS / 3).unref();
    try {
      return await work(lease);
    } finally {
      clearInterval(renewing);
      await leases.giveBack(lease).catch(() => undefined);
    }
  }
}
