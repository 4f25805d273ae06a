import { randomUUID } from 'node:crypto';
import type { Notice } from '../notice.js';
import type { Vault } from '../vault.js';

const now = Date.parse('2026-03-02T10:00:00.000Z');
const day = 86_400_000;
const town = randomUUID();
const all = { limit: 50, offset: 0 };

const aNotice = (changes: Partial<Notice> = {}): Notice => ({
  id: randomUUID(),
  municipality: town,
  measure: randomUUID(),
  text: 'Der Beschluss fiel schon im Mai.',
  receivedAt: now,
  expiresAt: now + 365 * day,
  state: 'open',
  ...changes,
});

/** What strangers tell a group without an account. */
export function keepsNotices(vault: () => Vault): void {
  describe('a notice', () => {
    it('is kept with all it says', async () => {
      const notice = aNotice({
        entry: randomUUID(),
        source: 'Amtsblatt',
        email: 'jemand@example.org',
      });
      await vault().keepNotice(notice);
      await vault().keepNotice({ ...notice, text: 'Noch einmal gesendet' });
      expect(await vault().notice(notice.id, now)).toEqual(notice);
      expect(await vault().notice(randomUUID(), now)).toBeUndefined();
    });

    it('is listed for its town, the newest first, by what came of it', async () => {
      const [old, fresh] = [aNotice({ receivedAt: now - day }), aNotice()];
      const settled = aNotice({ receivedAt: now - 2 * day });
      for (const notice of [old, fresh, settled, aNotice({ municipality: randomUUID() })]) {
        await vault().keepNotice(notice);
      }
      const settlement = {
        state: 'set-aside' as const,
        note: 'Steht so in der Niederschrift.',
        settledAt: now,
        settledBy: randomUUID(),
      };
      await vault().settleNotice(settled.id, settlement);
      await vault().settleNotice(randomUUID(), settlement);
      expect(await vault().notices(town, 'open', now, all)).toEqual([fresh, old]);
      expect(await vault().notices(town, 'open', now, { limit: 1, offset: 1 })).toEqual([old]);
      expect(await vault().notices(town, 'set-aside', now, all)).toEqual([
        { ...settled, ...settlement },
      ]);
      expect(await vault().noticeCounts(town, now)).toEqual({
        open: 2,
        answered: 0,
        'set-aside': 1,
      });
    });

    it('can be taken up again', async () => {
      const notice = aNotice();
      await vault().keepNotice(notice);
      await vault().settleNotice(notice.id, { state: 'answered', settledAt: now });
      await vault().settleNotice(notice.id, { state: 'open' });
      expect(await vault().notice(notice.id, now)).toEqual(notice);
    });

    it('no longer names who dealt with it once they are forgotten', async () => {
      const [notice, person] = [aNotice(), randomUUID()];
      await vault().keepNotice(notice);
      await vault().settleNotice(notice.id, { state: 'answered', settledBy: person });
      await vault().forget(person, 9);
      expect(await vault().notice(notice.id, now)).toEqual({ ...notice, state: 'answered' });
    });

    it('is gone when it is deleted', async () => {
      const notice = aNotice();
      await vault().keepNotice(notice);
      await vault().deleteNotice(notice.id);
      await vault().deleteNotice(randomUUID());
      expect(await vault().notice(notice.id, now)).toBeUndefined();
    });

    it('is not found past its time, and then thrown away', async () => {
      const notice = aNotice({ expiresAt: now });
      await vault().keepNotice(notice);
      expect(await vault().notice(notice.id, now)).toBeUndefined();
      expect(await vault().notices(town, 'open', now, all)).toEqual([]);
      expect(await vault().noticeCounts(town, now)).toMatchObject({ open: 0 });
      expect(await vault().notice(notice.id, now - 1)).toEqual(notice);
      await vault().tidy(now);
      expect(await vault().notice(notice.id, now - 1)).toBeUndefined();
    });
  });
}
