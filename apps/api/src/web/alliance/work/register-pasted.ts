import { derivedId } from '@klimaspur/event-store';
import type { AboutWork } from '../../forms/asked.js';
import type { FormReader } from '../../forms/form-reader.js';
import type { Write } from '../../forms/form-writer.js';
import { type PastedActor, readPastedList } from './pasted-list.js';

/** More than any alliance has; a table pasted by mistake has thousands. */
const MOST = 200;

/** The organisations of a pasted list: those that were there, and those that were registered just now. */
export interface Pasted {
  readonly ids: readonly string[];
  readonly added: number;
}

/**
 * Registers those of the list in the field `names` that are not there yet; the field `kind` says what those are of which
 * the list does not. Whom to write to goes into the vault.
 */
export const registerPasted = async (
  { reading: { models, view }, town, vault }: AboutWork,
  write: Write,
  reader: FormReader,
): Promise<Pasted> => {
  const known = new Map(
    models.actors({ municipality: town.id }, view).map(({ id, name }) => [name.toLowerCase(), id]),
  );
  const listed = readPastedList(reader.text('names') ?? '');
  if (listed.length > MOST) reader.fail('names', 'alliance.problem.tooMany', { max: MOST });
  if (listed.some(({ name }) => name.includes('@'))) {
    reader.fail('names', 'alliance.problem.address');
  }
  const wishOf = ({ name, kind }: PastedActor) => ({
    category: 'actor' as const,
    command: 'register-actor',
    body: { municipality: town.id, kind: kind ?? reader.text('kind'), text: { name } },
    fieldOf: (path: string) => (path === 'kind' ? 'kind' : 'names'),
  });
  const fresh = listed.filter(({ name }) => !known.has(name.toLowerCase()));
  await write.check(...fresh.map(wishOf));
  const ids: string[] = [];
  for (const one of listed) {
    const actor = known.get(one.name.toLowerCase()) ?? (await write(wishOf(one))).id;
    ids.push(actor);
    if (!one.contact) continue;
    // The same list pasted twice names the same persons.
    const id = derivedId(actor, one.contact.email);
    const contact = { id, municipality: town.id, actor, ...one.contact };
    await vault.contacts.keep({ ...contact, changedAt: Date.now() });
  }
  return { ids, added: fresh.length };
};
