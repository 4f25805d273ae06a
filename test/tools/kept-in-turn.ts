import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { KeptCheckpoints, SignedCheckpoint } from '@klimaspur/proofs';
import { signingLease, type Vault } from '@klimaspur/vault';

/** The checkpoints of a vault for a signer that waits until it is its turn. */
export function keptInTurn({ checkpoints, leases }: Vault): KeptCheckpoints {
  const holder = randomUUID();
  const keep = async (checkpoint: SignedCheckpoint, after: number): Promise<boolean> => {
    const name = signingLease(checkpoint.origin);
    for (;;) {
      const lease = await leases.take(name, holder, 60_000);
      if (lease) {
        return checkpoints.keep(checkpoint, after, lease).finally(() => leases.giveBack(lease));
      }
      await delay(5);
    }
  };
  return { newest: (origin) => checkpoints.newest(origin), keep };
}
