import { formatDay, type Translate } from '@klimaspur/messages';
import type { AskedMoment } from '../../reading/moment.js';
import { knownWords } from '../words/moment-words.js';

interface PrintHeaderProps {
  readonly t: Translate;
  readonly address: string;
  readonly moment?: AskedMoment;
}

/** Only on paper: what was printed, where it stands, and for which day it speaks. */
export const PrintHeader = ({ t, address, moment }: PrintHeaderProps) => (
  <div class="print-header">
    <p>
      <strong>{t('product.name')}</strong>
    </p>
    <dl>
      <dt>{t('print.permalink')}</dt>
      <dd data-filtered>{address}</dd>
      {moment ? (
        <>
          <dt>{t('print.asOf')}</dt>
          <dd>{formatDay(moment.asOf, t.lang)}</dd>
        </>
      ) : null}
      {moment?.knownAt === undefined ? null : (
        <>
          <dt>{t('print.knownAt')}</dt>
          <dd>{knownWords(moment.knownAt, t.lang)}</dd>
        </>
      )}
    </dl>
  </div>
);
