import type { Translate } from '@klimaspur/messages';
import type { ComponentChildren } from 'preact';

/** So many fit on two screens of a phone. */
const FIRST = 10;

interface FirstOfProps<Item> {
  readonly t: Translate;
  readonly items: readonly Item[];
  readonly list: (items: readonly Item[]) => ComponentChildren;
}

/** A long list: its first items, and the others folded away below. */
export const FirstOf = <Item,>({ t, items, list }: FirstOfProps<Item>) => (
  <>
    {list(items.slice(0, FIRST))}
    {items.length <= FIRST ? null : (
      <details class="disclosure">
        <summary>{t('import.more.here', { count: items.length - FIRST })}</summary>
        {list(items.slice(FIRST))}
      </details>
    )}
  </>
);
