import type { Vault } from '@klimaspur/vault';
import type { ErasureList } from './erasure-list.js';

/**
 * Brings the vault to what the list says and the list to what the vault says, whatever came between: a crash, or a vault from
 * an older backup. Answers how many persons had come back. Again does no harm.
 */
export async function eraseAgain(vault: Vault, list: ErasureList): Promise<number> {
  for (const known of await vault.erased()) if (!list.has(known.person)) list.begin(known);
  let back = 0;
  for (const { person, at } of list.erased) {
    const destroyed = await vault.forget(person, at);
    if (destroyed > 0 && !list.unfinished.includes(person)) list.begin({ person, at });
    if (destroyed > 0) back++;
  }
  return back;
}
