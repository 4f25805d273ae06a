import { randomUUID } from 'node:crypto';
import type { Vault } from '../vault.js';

const now = Date.parse('2026-03-02T10:00:00.000Z');

export function keepsDismissals(vault: () => Vault): void {
  describe('what an operator left as it is', () => {
    it('is kept for this event of this projection, with the reason that was given last', async () => {
      const dismissal = {
        ...{ projection: 'views', stream: 'measure-1', event: randomUUID() },
        ...{ reason: 'Fehler von Erika Muster', at: now },
      };
      const elsewhere = { ...dismissal, projection: 'policies', reason: 'Bleibt' };
      const later = { ...dismissal, reason: 'Versehen', at: now + 1 };
      expect(await vault().dismissals.all()).toEqual([]);
      for (const one of [dismissal, elsewhere, later]) await vault().dismissals.keep(one);
      expect(await vault().dismissals.all()).toEqual([elsewhere, later]);
    });

    it('is found by whoever looks for a name', async () => {
      const stays = { projection: 'views', stream: 'measure-1', event: randomUUID(), at: now };
      await vault().dismissals.keep({ ...stays, reason: 'Sagt Erika Muster' });
      expect(await vault().mentions('erika')).toEqual([
        { kind: 'dismissal', id: stays.event, said: { reason: 'Sagt Erika Muster' } },
      ]);
    });
  });
}
