import { randomBytes } from 'node:crypto';
import { signingLease } from '../lease.js';
import type { SignedCheckpoint } from '../signed-checkpoint.js';
import type { Vault } from '../vault.js';

const origin = 'klimaspur/log';

const signed = (size: number, changes: Partial<SignedCheckpoint> = {}): SignedCheckpoint => ({
  origin,
  size,
  root: new Uint8Array(32).fill(size),
  note: `${origin}\n${size}\n`,
  signedAt: size,
  ...changes,
});

/** What was signed, and the one that all who sign go on from. */
export function keepsCheckpoints(vault: () => Vault): void {
  const kept = () => vault().checkpoints;
  const keep = async (checkpoint: SignedCheckpoint, after: number) => {
    const name = signingLease(checkpoint.origin);
    const lease = { name, holder: 'me', fence: 1 };
    await vault().leases.take(name, 'me', 60_000);
    return kept().keep(checkpoint, after, lease);
  };

  describe('signed checkpoints', () => {
    it('are all found again, the newest first, apart from those of other logs', async () => {
      expect(await kept().newest(origin)).toBeUndefined();
      for (const [before, size] of [
        [0, 1],
        [1, 4],
        [4, 9],
      ] as const) {
        expect(await keep(signed(size), before)).toBe(true);
      }
      await keep(signed(99, { origin: 'klimaspur/other' }), 0);
      expect(await kept().newest(origin)).toEqual(signed(9));
      expect(await kept().list(origin, { limit: 9 })).toEqual([9, 4, 1].map((n) => signed(n)));
      expect(await kept().list(origin, { limit: 1, below: 9 })).toEqual([signed(4)]);
      expect(await kept().ofSize(origin, 4)).toEqual(signed(4));
      expect(await kept().ofSize(origin, 5)).toBeUndefined();
      expect(await kept().count(origin)).toBe(3);
    });

    it('follow on one another: of two that go on from the same, one is kept', async () => {
      await keep(signed(1), 0);
      const tries = [signed(3, { root: randomBytes(32) }), signed(4, { root: randomBytes(32) })];
      const won = await Promise.all(tries.map((one) => keep(one, 1)));
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await kept().count(origin)).toBe(2);
    });

    it('never go back, and none takes the place of another', async () => {
      await keep(signed(5), 0);
      expect(await keep(signed(3), 5)).toBe(false);
      expect(await keep(signed(5, { root: randomBytes(32) }), 5)).toBe(false);
      expect(await keep(signed(7), 0)).toBe(false);
      expect(await kept().list(origin, { limit: 9 })).toEqual([signed(5)]);
    });
  });
}
