import { formatDay, type Translate } from '@klimaspur/messages';
import type { KnownPlanTitle } from '../../imports/import-target.js';
import type { Preview } from '../../imports/preview.js';
import type { Upload } from '../../imports/uploads.js';
import { CheckboxGroup } from '../components/choices.js';
import { type FormError, WithErrors } from '../components/error-summary.js';
import { PageTitle } from '../components/page-title.js';
import { TextField } from '../components/text-fields.js';
import { Columns, StatusWords } from './reading-form.js';
import { ReportView } from './report-view.js';
import { TargetForm } from './target-form.js';

interface UploadPageProps {
  readonly t: Translate;
  readonly upload: Upload;
  readonly action: string;
  /** Absent: it is not clear where the file belongs, or it could not be compared. */
  readonly preview?: Preview;
  /** Where the whole report can be fetched. */
  readonly file: string;
  /** The plans of the town; absent: the file holds several towns. */
  readonly plans?: readonly KnownPlanTitle[];
  readonly errors: readonly FormError[];
}

/** One file: how it was understood, to be corrected; what it would bring; and the button that takes it over. */
export const UploadPage = (props: UploadPageProps) => {
  const { t, upload, action, preview, plans } = props;
  const { report, reading, standOn = null } = preview ?? {};
  const isEmpty = report?.municipalities === 0;
  const problem = (name: string) => props.errors.find((error) => error.name === name)?.text;
  return (
    <>
      <PageTitle title={t('import.check')} kicker={upload.fileName} lead={t('import.check.lead')} />
      <WithErrors t={t} errors={props.errors}>
        <form class="form is-wide" method="post" action={action}>
          <button type="submit" name="act" value="preview" hidden>
            {t('import.preview')}
          </button>
          <TextField
            t={t}
            name="standOn"
            label={t('import.standOn')}
            hint={
              standOn && !upload.standOn
                ? t('import.standOn.inFile', { day: formatDay(standOn, t.lang) })
                : t('import.standOn.hint')
            }
            value={upload.standOn ?? standOn ?? ''}
            error={problem('standOn')}
            optional
          />
          {plans && !isEmpty ? (
            <TargetForm
              t={t}
              upload={upload}
              plans={plans}
              errors={props.errors}
              {...(report?.targets[0] ? { target: report.targets[0] } : {})}
            />
          ) : null}
          {reading ? <Columns t={t} reading={reading} /> : null}
          {reading ? <StatusWords t={t} reading={reading} /> : null}
          <p class="form__actions">
            <button class="button is-quiet" type="submit" name="act" value="preview">
              {t('import.preview')}
            </button>
          </p>
          {report ? (
            <section aria-labelledby="preview-heading">
              <h2 id="preview-heading">{t('import.preview.title')}</h2>
              <ReportView t={t} report={report} file={props.file} />
            </section>
          ) : null}
          {report && report.refused.length > 0 && !isEmpty ? (
            <CheckboxGroup
              t={t}
              name="acceptGoodRows"
              label={t('import.faultyRows')}
              error={problem('acceptGoodRows')}
              chosen={upload.acceptGoodRows ? ['yes'] : []}
              choices={[{ value: 'yes', label: t('import.acceptGoodRows') }]}
            />
          ) : null}
          <p class="form__actions">
            {isEmpty || !report ? null : (
              <button class="button" type="submit" name="act" value="apply">
                {t('import.apply')}
              </button>
            )}
            <button class="button is-quiet" type="submit" name="act" value="discard">
              {t('import.discard')}
            </button>
          </p>
        </form>
      </WithErrors>
    </>
  );
};
