import { languages } from '@klimaspur/messages';
import type { Vault } from '@klimaspur/vault';
import type { SiteKey } from './site-paths.js';

/** Pages whose built-in text says what the software does; whether that holds for these pages only their operator knows. */
export const checkable = ['privacy', 'accessibility'] as const;
export type Checkable = (typeof checkable)[number];
export const isCheckable = (key: SiteKey): key is Checkable =>
  checkable.some((known) => known === key);

// Beside the texts in the vault: there is one mark for both languages.
const markOf = (key: Checkable) => ({ key: `${key}-checked`, lang: 'de' });

/** Whether an operator said that the built-in text holds here. */
export const isChecked = async (vault: Vault, key: Checkable): Promise<boolean> => {
  const mark = markOf(key);
  return (await vault.page(mark.key, mark.lang)) !== undefined;
};

export const markChecked = (vault: Vault, key: Checkable, checked: boolean): Promise<void> =>
  vault.keepPage({ ...markOf(key), text: checked ? 'yes' : '', changedAt: Date.now() });

/** Whether the operator stands by what the page says: it is theirs, or built in and checked by them. */
export const isFilled = async (vault: Vault, key: SiteKey): Promise<boolean> => {
  const own = await Promise.all(languages.map((lang) => vault.page(key, lang)));
  return own.some((page) => page !== undefined) || (isCheckable(key) && isChecked(vault, key));
};
