import type { Translate } from '@klimaspur/messages';
import type { Job } from '../../imports/import-jobs.js';
import { PageTitle } from '../components/page-title.js';

interface ProgressProps {
  readonly t: Translate;
  readonly fileName: string;
  readonly job: Job<unknown>;
  readonly href: string;
  /** Taken over, or only looked at. */
  readonly doing: 'running' | 'looking';
}

/** How far it is. The script looks again by itself; without it there is a link. */
export const ProgressPage = ({ t, fileName, job, href, doing }: ProgressProps) => (
  <>
    <PageTitle title={t(`import.${doing}`)} kicker={fileName} lead={t(`import.${doing}.lead`)} />
    <look-again>
      <p>
        <progress max={Math.max(1, job.total)} value={job.done} aria-label={t(`import.${doing}`)} />{' '}
        {job.total === 0
          ? t('import.progress.rows', { count: job.rows })
          : t('import.progress', { done: job.done, total: job.total })}
      </p>
      <p>
        <a href={href}>{t('import.lookAgain')}</a>
      </p>
    </look-again>
  </>
);
