import type { Translate } from '@klimaspur/messages';
import { Refused } from './command.js';
import type { Client } from './server-client.js';

interface Town {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
}

/** The town that somebody means by its name, the last part of its address, or its id. */
export async function townNamed(client: Client, said: string, t: Translate): Promise<Town> {
  const answer = await client.request('/api/v1/municipalities?limit=200');
  const { items, moved } = (await answer.json()) as Record<'items' | 'moved', readonly Town[]>;
  const found = [...items, ...moved].find(({ id, name, slug }) => [id, name, slug].includes(said));
  if (found) return found;
  const towns = items.map(({ name }) => name).join(', ');
  throw new Refused(
    items.length === 0
      ? t('cli.town.none', { town: said })
      : t('cli.town.unknown', { town: said, towns }),
  );
}
