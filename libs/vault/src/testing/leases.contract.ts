import { randomBytes } from 'node:crypto';
import { LeaseLost, signingLease } from '../lease.js';
import type { Vault } from '../vault.js';

const hour = 3_600_000;
const name = 'tidy';

/** A vault that two nodes have open, and the clock of what it is kept in. */
export interface LeaseBench {
  readonly nodes: readonly [Vault, Vault];
  /** Sets the clock ahead, or back, as far as leases can tell. */
  readonly setClock: (byMs: number) => Promise<void>;
}

/** One SQL for all: a clock that goes ahead is the same as leases that were taken earlier. */
export const shiftLeases = (byMs: number): string =>
  `UPDATE leases SET taken_at = taken_at - (${byMs}), until = until - (${byMs})`;

/** What one process at a time does. */
export function keepsLeases(open: () => Promise<LeaseBench>): void {
  let bench: LeaseBench;
  beforeEach(async () => {
    bench = await open();
  });
  afterEach(() => Promise.all(bench.nodes.map((node) => node.close())));

  const take = (holder: 'here' | 'there', what = name) =>
    bench.nodes[holder === 'here' ? 0 : 1].leases.take(what, holder, hour);

  const checkpoint = (size: number) =>
    ({ origin: 'o', size, root: randomBytes(32), note: '', signedAt: size }) as const;

  describe('a lease', () => {
    it('is held by one of many who take it at once', async () => {
      const { nodes } = bench;
      const taken = await Promise.all(
        Array.from({ length: 8 }, (_, n) => nodes[n % 2]!.leases.take(name, `node ${n}`, hour)),
      );
      expect(taken.filter((lease) => lease !== undefined)).toHaveLength(1);
    });

    it('is held apart from others', async () => {
      expect(await take('here')).toEqual({ name, holder: 'here', fence: 1 });
      expect(await take('there', 'other')).toEqual({ name: 'other', holder: 'there', fence: 1 });
    });

    it('is renewed under the same number by whoever has it, and taken by nobody meanwhile', async () => {
      const lease = (await take('here'))!;
      expect(await take('here')).toBeUndefined();
      await bench.setClock(hour - 60_000);
      expect(await bench.nodes[0].leases.renew(lease, hour)).toBe(true);
      await bench.setClock(hour - 60_000);
      expect(await take('there')).toBeUndefined();
      await bench.setClock(60_000);
      expect(await bench.nodes[0].leases.renew(lease, hour)).toBe(false);
      expect(await take('there')).toMatchObject({ fence: 2 });
      expect(await bench.nodes[0].leases.renew(lease, hour)).toBe(false);
    });

    it('goes to the next under a higher number once it is given back', async () => {
      const lease = await take('here');
      await bench.nodes[0].leases.giveBack(lease!);
      const next = await take('there');
      expect(next).toEqual({ name, holder: 'there', fence: 2 });
      await bench.nodes[0].leases.giveBack(lease!);
      expect(await bench.nodes[0].leases.renew(lease!, hour)).toBe(false);
      expect(await take('here')).toBeUndefined();
    });

    it('goes to the next under a higher number once it has run out, to the same one as well', async () => {
      await take('here');
      await bench.setClock(hour);
      expect(await take('there')).toMatchObject({ fence: 2 });
      await bench.setClock(hour);
      expect(await take('there')).toMatchObject({ fence: 3 });
    });

    it('is not held twice after the clock was set back, and not for ever either', async () => {
      const lease = await take('here');
      await bench.setClock(-400 * 24 * hour);
      expect(await take('there')).toBeUndefined();
      expect(await bench.nodes[0].leases.renew(lease!, hour)).toBe(true);
      await bench.setClock(-400 * 24 * hour);
      expect(await take('there')).toBeUndefined();
      await bench.setClock(hour - 60_000);
      expect(await take('there')).toBeUndefined();
      await bench.setClock(60_000);
      expect(await take('there')).toMatchObject({ fence: 2 });
    });
  });

  describe('a checkpoint', () => {
    const signing = signingLease('o');
    const keep = (holder: 'here' | 'there', size: number, after: number, fence: number) =>
      bench.nodes[holder === 'here' ? 0 : 1].checkpoints.keep(checkpoint(size), after, {
        ...{ name: signing, holder, fence },
      });

    it('is kept under the lease of whoever signs this log, and no other', async () => {
      await take('here', signing);
      await take('there', signingLease('other'));
      expect(await keep('here', 1, 0, 1)).toBe(true);
      await expect(keep('there', 2, 1, 1)).rejects.toThrow(LeaseLost);
      const other = { name: signingLease('other'), holder: 'there', fence: 1 };
      const kept = bench.nodes[1].checkpoints.keep(checkpoint(2), 1, other);
      await expect(kept).rejects.toThrow(LeaseLost);
      expect(await bench.nodes[0].checkpoints.count('o')).toBe(1);
    });

    it('is refused from a holder whose time ran out, whether or not another one came', async () => {
      await take('here', signing);
      expect(await keep('here', 1, 0, 1)).toBe(true);
      await bench.setClock(hour);
      await expect(keep('here', 2, 1, 1)).rejects.toThrow(LeaseLost);
      await take('there', signing);
      await expect(keep('here', 2, 1, 1)).rejects.toThrow(LeaseLost);
      await expect(keep('here', 2, 1, 2)).rejects.toThrow(LeaseLost);
      expect(await keep('there', 2, 1, 2)).toBe(true);
      expect(await bench.nodes[0].checkpoints.newest('o')).toMatchObject({ size: 2 });
    });
  });
}
