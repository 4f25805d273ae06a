import { derivedId } from '@klimaspur/event-store';
import { createHash } from 'node:crypto';
import type { AboutWork } from '../../forms/asked.js';
import type { FormReader } from '../../forms/form-reader.js';
import type { Write } from '../../forms/form-writer.js';
import { decided, doubtsIn } from './pasted-doubts.js';
import { type PastedActor, type PastedList, readPastedList } from './pasted-list.js';

/** More than any alliance has; a table pasted by mistake has thousands. */
const MOST = 200;

/** The organisations of a pasted list: those that were there, and those that were registered just now. */
export interface Pasted {
  readonly ids: readonly string[];
  readonly added: number;
}

/** Which list somebody has seen before it is written: as it was understood. */
export const printOf = (list: PastedList): string =>
  createHash('sha256').update(JSON.stringify(list)).digest('base64url');

/**
 * Registers those of the list in the field `names` that are not there yet, once somebody has seen how it is understood; the
 * field `kind` says what those are of which the list does not. Whom to write to goes into the vault.
 */
export const registerPasted = async (
  { reading: { models, view }, town, vault }: AboutWork,
  write: Write,
  reader: FormReader,
): Promise<Pasted> => {
  const known = new Map(
    models.actors({ municipality: town.id }, view).map(({ id, name }) => [name.toLowerCase(), id]),
  );
  const list = readPastedList(reader.text('names') ?? '');
  const { actors: all, unclear } = list;
  const doubts = doubtsIn(all, new Set(known.keys()));
  const isSeen = reader.text('seen') === printOf(list);
  const listed = isSeen ? decided(all, doubts, reader) : all;
  if (all.length > MOST) reader.fail('names', 'alliance.problem.tooMany', { max: MOST });
  if (all.length === 0 && unclear.length > 0) reader.fail('names', 'alliance.problem.address');
  const wishOf = ({ name, kind }: PastedActor) => ({
    category: 'actor' as const,
    command: 'register-actor',
    body: { municipality: town.id, kind: kind ?? reader.text('kind'), text: { name } },
    fieldOf: (path: string) => (path === 'kind' ? 'kind' : 'names'),
  });
  const fresh = listed.filter(({ name }) => !known.has(name.toLowerCase()));
  await write.check(...fresh.map(wishOf));
  if (all.length > 0 && !isSeen) write.ask();
  const ids: string[] = [];
  for (const one of listed) {
    const actor = known.get(one.name.toLowerCase()) ?? (await write(wishOf(one))).id;
    ids.push(actor);
    for (const person of one.contacts) {
      // The same list pasted twice names the same persons.
      const id = derivedId(actor, person.email ?? person.name ?? '');
      const contact = { id, municipality: town.id, actor, ...person };
      await vault.contacts.keep({ ...contact, changedAt: Date.now() });
    }
  }
  return { ids, added: fresh.length };
};
