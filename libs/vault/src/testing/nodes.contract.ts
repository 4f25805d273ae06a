import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { PersonErased } from '../erased-person.js';
import { signingLease } from '../lease.js';
import { newToken } from '../token.js';
import type { Vault } from '../vault.js';

const now = Date.parse('2026-03-02T10:00:00.000Z');
const LOOK_EVERY_MS = 20;

/** What a vault keeps when two processes have it open. `open` gives an empty one, opened twice at the same moment. */
export function keepsItsPromisesBetweenNodes(open: () => Promise<readonly [Vault, Vault]>): void {
  let nodes: readonly [Vault, Vault];
  beforeEach(async () => {
    nodes = await open();
  });
  afterEach(() => Promise.all(nodes.map((node) => node.close())));

  /** The same by both at once, and again. */
  const byBoth = <T>(work: (node: Vault, index: number) => Promise<T>, times = 8): Promise<T[]> =>
    Promise.all(Array.from({ length: times }, (_, index) => work(nodes[index % 2]!, index)));

  describe('between two nodes', () => {
    it('a sign-in link lets one in', async () => {
      const token = newToken();
      const person = randomUUID();
      const terms = { id: randomUUID(), role: 'LEAD', madeBy: person, expiresAt: now + 1_000 };
      await nodes[0].keepLoginLink(token, { ...terms, person });
      const answers = await byBoth((node) => node.redeem(token, 'AG Klima', now));
      expect(answers.filter((answer) => 'person' in answer)).toHaveLength(1);
      expect(answers.filter((answer) => 'refused' in answer && answer.refused === 'used')).toEqual(
        Array.from({ length: 7 }, () => ({ refused: 'used' })),
      );
    });

    it('a person is the one who came first, and both say so', async () => {
      const id = randomUUID();
      const answers = await byBoth((node, index) =>
        node.keepPerson({ id, label: `Label ${index}`, createdAt: now }),
      );
      expect(new Set(answers.map(({ label }) => label)).size).toBe(1);
    });

    it('a secret is one', async () => {
      const secrets = await byBoth((node) => node.secret('signing-key'));
      expect(new Set(secrets.map((bytes) => Buffer.from(bytes).toString('hex'))).size).toBe(1);
    });

    it('of checkpoints that go on from the same, one is kept', async () => {
      const signed = (size: number) =>
        ({ origin: 'o', size, root: randomBytes(32), note: '', signedAt: size }) as const;
      const lease = (await nodes[0].leases.take(signingLease('o'), 'both', 60_000))!;
      await nodes[0].checkpoints.keep(signed(1), 0, lease);
      const won = await byBoth((node, index) => node.checkpoints.keep(signed(2 + index), 1, lease));
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await nodes[1].checkpoints.count('o')).toBe(2);
    });

    it('nothing is left of who was erased, whatever was under way', async () => {
      const persons = Array.from({ length: 6 }, () => randomUUID());
      await Promise.all(persons.map((person) => eraseWhileWriting(nodes, person)));
      for (const person of persons) {
        expect(await nodes[0].standing(person)).toBe('erased');
        expect(await nodes[1].forget(person, now)).toBe(0);
      }
    });

    it('what pages show has another version on both', async () => {
      const before = nodes[1].publicVersion();
      await nodes[0].keepPerson({ id: randomUUID(), label: 'AG Klima', createdAt: now });
      while (nodes[1].publicVersion() === before) await delay(LOOK_EVERY_MS);
      expect(nodes[1].publicVersion()).toBe(nodes[0].publicVersion());
    });
  });
}

/** Everything that is kept of a person, while they are erased. */
async function eraseWhileWriting([here, there]: readonly [Vault, Vault], person: string) {
  const municipality = randomUUID();
  const link = newToken();
  const terms = { id: randomUUID(), role: 'LEAD', madeBy: municipality, expiresAt: now + 1_000 };
  await here.keepLoginLink(link, { ...terms, person });
  const file = { sha256: person, mediaType: 'image/png', bytes: 1 };
  const writes = [
    there.redeem(link, 'AG Klima', now),
    there.openSession(newToken(), { person, expiresAt: now }),
    there.secret(`calendar:${person}`),
    here.forget(person, now),
    there.files.keep(file, { sha256: person, person, municipality, name: '', uploadedAt: now }),
    there.measureNotes.keep({
      ...{ id: randomUUID(), municipality, measure: municipality, text: '', writtenAt: now },
      writtenBy: person,
    }),
    here.keepPerson({ id: person, label: 'AG Klima', createdAt: now }),
  ];
  for (const outcome of await Promise.allSettled(writes)) {
    if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(PersonErased);
  }
}
