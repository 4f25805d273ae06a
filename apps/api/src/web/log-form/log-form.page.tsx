import type { Status } from '@klimaspur/domain';
import { PageTitle } from '../components/page-title.js';
import { StatusBadge } from '../components/status-badge.js';
import { LogForm, type LogFormProps } from './log-form.js';

interface LogFormPageProps extends LogFormProps {
  /** Of the measure. */
  readonly title: string;
  readonly status: Status | null;
}

/** Which measure, how it stands, and the form. */
export const LogFormPage = ({ title, status, ...form }: LogFormPageProps) => (
  <>
    <PageTitle title={form.t('log.title')} lead={form.t('log.intro')} />
    <p class="log-form__measure">
      <strong lang="de">{title}</strong> <StatusBadge t={form.t} status={status} />
    </p>
    <LogForm {...form} />
  </>
);
