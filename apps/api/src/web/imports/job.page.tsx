import type { Translate } from '@klimaspur/messages';
import type { ImportJob } from '../../imports/import-jobs.js';
import type { ImportReport } from '../../imports/run-import.js';
import { Notice } from '../components/notice.js';
import { PageTitle } from '../components/page-title.js';
import { ReportView } from './report-view.js';

interface ProgressProps {
  readonly t: Translate;
  readonly fileName: string;
  readonly job: ImportJob;
  readonly href: string;
}

/** How far it is. The script looks again by itself; without it there is a link. */
export const ProgressPage = ({ t, fileName, job: { rows, done, total }, href }: ProgressProps) => (
  <>
    <PageTitle title={t('import.running')} kicker={fileName} lead={t('import.running.lead')} />
    <look-again>
      <p>
        <progress max={Math.max(1, total)} value={done} aria-label={t('import.running')} />{' '}
        {total === 0
          ? t('import.progress.rows', { count: rows })
          : t('import.progress', { done, total })}
      </p>
      <p>
        <a href={href}>{t('import.lookAgain')}</a>
      </p>
    </look-again>
  </>
);

interface DoneProps {
  readonly t: Translate;
  readonly fileName: string;
  readonly report: ImportReport;
  readonly next: readonly { readonly href: string; readonly label: string }[];
}

/** What it brought, and where to go on. */
export const DonePage = ({ t, fileName, report, next }: DoneProps) => (
  <>
    <PageTitle title={t('import.done')} kicker={fileName} />
    <Notice kind="success" announced>
      <p>{t('import.done.text')}</p>
    </Notice>
    <ReportView t={t} report={report} />
    <h2>{t('import.next')}</h2>
    <ul class="links">
      {next.map(({ href, label }) => (
        <li>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  </>
);
