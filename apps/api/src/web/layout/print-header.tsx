import { formatDay, formatInstant, type Translate } from '@klimaspur/messages';

interface PrintHeaderProps {
  readonly t: Translate;
  readonly address: string;
  readonly asOf?: string;
  readonly knownAt?: string;
}

/** Only on paper: what was printed, where it stands, and for which day it speaks. */
export const PrintHeader = ({ t, address, asOf, knownAt }: PrintHeaderProps) => (
  <div class="print-header">
    <p>
      <strong>{t('product.name')}</strong>
    </p>
    <dl>
      <dt>{t('print.permalink')}</dt>
      <dd data-filtered>{address}</dd>
      {asOf ? (
        <>
          <dt>{t('print.asOf')}</dt>
          <dd>{formatDay(asOf, t.lang)}</dd>
        </>
      ) : null}
      {knownAt ? (
        <>
          <dt>{t('print.knownAt')}</dt>
          <dd>{formatInstant(knownAt, t.lang)}</dd>
        </>
      ) : null}
    </dl>
  </div>
);
