import { randomUUID } from 'node:crypto';
import type { Vault } from '../vault.js';

const imprint = { key: 'imprint', lang: 'de', text: 'Verein Klima e. V.', changedAt: 1 };
const person = {
  name: 'Hannelore Beispiel',
  address: 'Am Markt 1, 12345 Musterstadt',
  email: 'klima@example.org',
  changedAt: 1,
};

/** What operators and teams write about themselves. */
export function keepsSitePages(vault: () => Vault): void {
  describe('a page of the operator', () => {
    it('is kept in each language apart, and replaced as a whole', async () => {
      await vault().keepPage(imprint);
      expect(await vault().page('imprint', 'de')).toEqual(imprint);
      expect(await vault().page('imprint', 'en')).toBeUndefined();
      expect(await vault().page('privacy', 'de')).toBeUndefined();
      const changed = { ...imprint, text: 'Klimaverein', changedAt: 2 };
      await vault().keepPage(changed);
      expect(await vault().page('imprint', 'de')).toEqual(changed);
    });

    it('is taken away by an empty text', async () => {
      await vault().keepPage(imprint);
      await vault().keepPage({ ...imprint, text: '' });
      expect(await vault().page('imprint', 'de')).toBeUndefined();
    });
  });

  describe('who is responsible for a town', () => {
    it('is kept for each town, replaced, and forgotten', async () => {
      const [here, there] = [randomUUID(), randomUUID()];
      await vault().keepResponsible(here, person);
      expect(await vault().responsible([here, there])).toEqual(new Map([[here, person]]));
      const next = { ...person, name: 'Karl Muster', changedAt: 2 };
      await vault().keepResponsible(here, next);
      expect(await vault().responsible([here])).toEqual(new Map([[here, next]]));
      await vault().forgetResponsible(here);
      await vault().forgetResponsible(there);
      expect(await vault().responsible([here])).toEqual(new Map());
    });
  });

  describe('what public pages show', () => {
    it('has another version after each change of a name, a page, or who is responsible', async () => {
      const versions = [vault().publicVersion()];
      const id = randomUUID();
      for (const change of [
        () => vault().keepPerson({ id, label: 'Monitor', createdAt: 1 }),
        () => vault().relabel(id, 'Monitorin'),
        () => vault().forget(id, 9),
        () => vault().keepPage(imprint),
        () => vault().keepPage({ ...imprint, text: '' }),
        () => vault().keepResponsible(id, person),
        () => vault().forgetResponsible(id),
      ]) {
        await change();
        versions.push(vault().publicVersion());
      }
      expect(new Set(versions).size).toBe(versions.length);
    });

    it('stays the same when somebody signs in', async () => {
      const before = vault().publicVersion();
      await vault().openSession('token', { person: randomUUID(), expiresAt: Date.now() + 1000 });
      expect(vault().publicVersion()).toBe(before);
    });
  });
}
