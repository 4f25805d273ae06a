import { formatInstant, type Translate } from '@klimaspur/messages';
import { type SignedCheckpoint, type SigningRefused, toBase64 } from '@klimaspur/proofs';
import { DataTable } from '../components/data-table.js';
import { DefinitionList } from '../components/definition-list.js';
import { Notice } from '../components/notice.js';
import { PageTitle } from '../components/page-title.js';
import { proofCheckPath } from '../proof-check/proof-check-paths.js';
import { InfoSection } from './info-section.js';

interface ChecksumsPageProps {
  readonly t: Translate;
  readonly newest: SignedCheckpoint | undefined;
  readonly refused: SigningRefused | null;
  /** The newest first. */
  readonly items: readonly SignedCheckpoint[];
  readonly total: number;
}

/** What was signed, and how anybody checks it. */
export const ChecksumsPage = ({ t, newest, refused, items, total }: ChecksumsPageProps) => (
  <>
    <PageTitle title={t('nav.checksums')} lead={t('checksums.lead')} />
    {refused ? <RefusedNotice t={t} refused={refused} /> : null}
    <InfoSection id="newest" title={t('checksums.newest')}>
      {newest ? <Newest t={t} newest={newest} /> : <p>{t('checksums.none')}</p>}
      <p>{t('checksums.counts')}</p>
      <p>
        <a href="/checkpoint/key">{t('checksums.key')}</a>
      </p>
    </InfoSection>
    <InfoSection id="how" title={t('checksums.how')}>
      <ol class="text-list">
        <li>{t('checksums.how.1')}</li>
        <li>{t('checksums.how.2')}</li>
        <li>{t('checksums.how.3')}</li>
      </ol>
      <p>
        <a href={proofCheckPath(t.lang)}>{t('proof.title')}</a>
      </p>
      <p>{t('checksums.not')}</p>
    </InfoSection>
    {items.length > 0 ? <All t={t} items={items} total={total} /> : null}
  </>
);

/** For everybody: who doubts a record wants to know exactly this. */
const RefusedNotice = ({
  t,
  refused: { why, size, signed },
}: Pick<ChecksumsPageProps, 't'> & {
  readonly refused: SigningRefused;
}) => (
  <Notice kind="warning" title={t('checksums.refused')}>
    <p>{t(`checksums.refused.${why}`, { size, signed })}</p>
    <p>{t('checksums.refused.what')}</p>
  </Notice>
);

const Newest = ({ t, newest }: { readonly t: Translate; readonly newest: SignedCheckpoint }) => (
  <>
    <DefinitionList
      items={[
        { term: t('checksums.entries'), value: t('checksums.number', { count: newest.size }) },
        { term: t('checksums.root'), value: <code>{toBase64(newest.root)}</code> },
        { term: t('checksums.signedAt'), value: <SignedAt t={t} at={newest.signedAt} /> },
      ]}
    />
    <p>
      <a href="/checkpoint">{t('checksums.note')}</a>
    </p>
  </>
);

const SignedAt = ({ t, at }: { readonly t: Translate; readonly at: number }) => {
  const instant = new Date(at).toISOString();
  return <time dateTime={instant}>{formatInstant(instant, t.lang)}</time>;
};

const All = ({ t, items, total }: Pick<ChecksumsPageProps, 't' | 'items' | 'total'>) => (
  <InfoSection id="all" title={t('checksums.all')}>
    <p>{t('checksums.all.1', { count: items.length, total })}</p>
    <DataTable
      t={t}
      caption={t('checksums.all')}
      columns={[
        { label: t('checksums.entries'), numeric: true },
        { label: t('checksums.signedAt') },
        { label: t('checksums.root') },
      ]}
      rows={items.map(({ size, signedAt, root }) => [
        <a href={`/checkpoints/${size}`}>{t('checksums.number', { count: size })}</a>,
        <SignedAt t={t} at={signedAt} />,
        <code>{toBase64(root).slice(0, 12)}…</code>,
      ])}
    />
    <p>
      <a href="/api/v1/checkpoints">{t('checksums.all.json')}</a>
    </p>
  </InfoSection>
);
