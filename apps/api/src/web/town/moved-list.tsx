import type { Translate } from '@klimaspur/messages';
import type { MovedTown } from '@klimaspur/read-models';
import { townPath } from '../paths.js';

/** Towns that were kept here: whoever looks for one is told where it is. */
export const MovedList = ({ t, towns }: { t: Translate; towns: readonly MovedTown[] }) =>
  towns.length === 0 ? null : (
    <section aria-labelledby="moved-heading">
      <h2 id="moved-heading">{t('towns.moved')}</h2>
      <ul>
        {towns.map(({ id, name, address }) => (
          <li>
            <a href={`${address}${townPath(t.lang, id)}`}>{name}</a>{' '}
            <small>{t('towns.movedTo', { host: new URL(address).host })}</small>
          </li>
        ))}
      </ul>
    </section>
  );
