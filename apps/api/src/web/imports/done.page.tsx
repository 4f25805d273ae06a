import type { Translate } from '@klimaspur/messages';
import type { ImportReport } from '../../imports/run-import.js';
import { Notice } from '../components/notice.js';
import { OwnWords } from '../components/own-words.js';
import { PageTitle } from '../components/page-title.js';
import type { FormState } from '../forms/form-fields.js';
import { FormSecrets } from '../forms/form.js';
import { MEASURES } from '../publishing/publishing.js';
import { ReportView } from './report-view.js';

/** A plan of a public town, of which something is not public. */
export interface DraftsOfPlan {
  /** Where it is published. */
  readonly action: string;
  readonly title: string;
  readonly published: boolean;
  /** How many of its measures are drafts. */
  readonly measures: number;
  /** All of them came with this file. */
  readonly isOfFile: boolean;
}

interface DoneProps {
  readonly t: Translate;
  readonly fileName: string;
  readonly report: ImportReport;
  /** Where the whole report can be fetched. */
  readonly file: string;
  readonly state: FormState;
  readonly drafts: readonly DraftsOfPlan[];
  readonly next: readonly { readonly href: string; readonly label: string }[];
}

/** What it brought, and where to go on. */
export const DonePage = ({ t, fileName, report, file, state, drafts, next }: DoneProps) => (
  <>
    <PageTitle title={t('import.done')} kicker={fileName} />
    <Notice kind="success" announced>
      <p>{t('import.done.text', { refused: report.refused.length })}</p>
    </Notice>
    <h2>{t('import.next')}</h2>
    {drafts.map((plan) => (
      <Drafts t={t} plan={plan} state={state} />
    ))}
    <ul class="links">
      {next.map(({ href, label }) => (
        <li>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
    <h2>{t('import.done.report')}</h2>
    <ReportView t={t} report={report} file={file} />
  </>
);

interface DraftsProps {
  readonly t: Translate;
  readonly plan: DraftsOfPlan;
  readonly state: FormState;
}

/** One press publishes what is new; where older drafts would go with it, the page of the plan asks first. */
const Drafts = ({ t, plan, state }: DraftsProps) => {
  const { action, title, published, measures, isOfFile } = plan;
  const planIs = published ? 'public' : 'draft';
  const text = t('import.drafts', { title, planIs, count: measures });
  return (
    <Notice>
      <p>
        <OwnWords t={t} text={text} own={[title]} />
      </p>
      {isOfFile ? (
        <form method="post" action={action}>
          <FormSecrets state={state} />
          {measures === 0 ? null : <input type="hidden" name="also" value={MEASURES} />}
          <button class="button" type="submit">
            {t('publish.submit')}
          </button>
        </form>
      ) : (
        <p>
          <a href={action}>{t('publish.title')}</a>
        </p>
      )}
    </Notice>
  );
};
