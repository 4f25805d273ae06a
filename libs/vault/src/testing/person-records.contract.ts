import { randomUUID } from 'node:crypto';
import { newToken } from '../token.js';
import type { Vault } from '../vault.js';

const now = Date.parse('2026-03-02T10:00:00.000Z');
const sha256 = 'b'.repeat(64);

/** What a vault tells of a person who asks, and of a name that somebody asks for. */
export function keepsPersonRecords(vault: () => Vault): void {
  const [anna, bert, municipality] = [randomUUID(), randomUUID(), randomUUID()];
  const link = (person: string, madeBy: string) => ({
    ...{ id: randomUUID(), role: 'MONITOR', municipality, person, madeBy, expiresAt: now },
  });
  const note = { municipality, measure: 'm', text: 'Von Anna', writtenAt: now };

  describe('what is kept of a person', () => {
    it('is told whole, and without anything about others', async () => {
      for (const id of [anna, bert]) {
        await vault().keepPerson({ id, label: id, createdAt: now });
        await vault().openSession(newToken(), { person: id, expiresAt: now });
        await vault().secret(`calendar:${id}`);
        const upload = { sha256, person: id, municipality, name: `${id}.pdf`, uploadedAt: now };
        await vault().files.keep({ sha256, mediaType: 'image/png', bytes: 1 }, upload);
      }
      await vault().keepLoginLink(newToken(), link(anna, bert));
      await vault().keepLoginLink(newToken(), link(bert, anna));
      const [own, changed] = [randomUUID(), randomUUID()];
      await vault().measureNotes.keep({ ...note, id: own, writtenBy: anna });
      await vault().measureNotes.keep({ ...note, id: changed, writtenBy: anna });
      const change = { text: 'Von Bert', changedAt: now, changedBy: bert };
      await vault().measureNotes.change(changed, change);

      const record = (await vault().recordOf(anna))!;
      expect(record).toMatchObject({
        person: { id: anna },
        sessions: [{ expiresAt: now }],
        keys: ['calendar'],
        uploads: [{ sha256, municipality, name: `${anna}.pdf`, uploadedAt: now }],
      });
      const { text: _text, ...unsaid } = note;
      expect(record.notes).toHaveLength(2);
      expect(record.notes).toContainEqual({ ...note, id: own });
      expect(record.notes).toContainEqual({ ...unsaid, id: changed, changedAt: now });
      const told = record.links.map(({ forThem, madeByThem }) => [forThem, madeByThem]);
      expect(told.toSorted()).toEqual([
        [false, true],
        [true, false],
      ]);
      expect(JSON.stringify(record)).not.toMatch(new RegExp(`${bert}|Bert`));
      expect(await vault().recordOf(randomUUID())).toBeUndefined();
    });

    it('is found by a name or an address, in whatever case', async () => {
      const id = randomUUID();
      const email = 'Ömer@Beispiel.de';
      await vault().contacts.keep({ id, municipality, actor: id, email, changedAt: 0 });
      await vault().keepPerson({ id: anna, label: 'ÖMER', createdAt: 0 });
      const kinds = async (text: string) =>
        (await vault().mentions(text)).map((found) => [found.kind, found.id]);
      expect(await kinds('ömer@beispiel')).toEqual([['contact', id]]);
      expect(await kinds('ömer')).toEqual([
        ['person', anna],
        ['contact', id],
      ]);
      expect(await kinds('nobody')).toEqual([]);
    });
  });
}
