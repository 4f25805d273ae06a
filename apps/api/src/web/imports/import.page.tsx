import { formatDay, formatInstant, type Translate } from '@klimaspur/messages';
import type { Upload } from '../../imports/uploads.js';
import { type FormError, WithErrors } from '../components/error-summary.js';
import { FileField } from '../components/file-field.js';
import { PageTitle } from '../components/page-title.js';
import { TextField } from '../components/text-fields.js';
import { IMPORT_MEGABYTES } from './receive-files.js';

interface ImportPageProps {
  readonly t: Translate;
  /** Of the town it goes into; absent: the file says which. */
  readonly town?: string;
  readonly action: string;
  readonly waiting: readonly Upload[];
  readonly hrefOf: (upload: Upload) => string;
  readonly standOn: string;
  readonly errors: readonly FormError[];
}

/** „Tabelle importieren“: choose a file, and say for which day it speaks. */
export const ImportPage = (props: ImportPageProps) => {
  const { t, town, errors, waiting } = props;
  const problem = (name: string) => errors.find((error) => error.name === name)?.text;
  return (
    <>
      <PageTitle
        title={t('import.title')}
        lead={t(town === undefined ? 'import.lead.anyTown' : 'import.lead')}
        {...(town === undefined ? {} : { kicker: town })}
      />
      <WithErrors t={t} errors={errors}>
        <form class="form" method="post" action={props.action} enctype="multipart/form-data">
          <TextField
            t={t}
            name="standOn"
            label={t('import.standOn')}
            hint={t('import.standOn.hint')}
            value={props.standOn}
            error={problem('standOn')}
            optional
          />
          <FileField
            t={t}
            name="file"
            label={t('import.file')}
            hint={t('import.file.hint')}
            limit={IMPORT_MEGABYTES}
            error={problem('file')}
            accept=".csv,.xlsx,.json,text/csv,application/json"
            multiple
            required
          />
          <p class="form__actions">
            <button class="button" type="submit">
              {t('import.look')}
            </button>
          </p>
        </form>
      </WithErrors>
      {waiting.length === 0 ? null : (
        <section aria-labelledby="waiting-heading">
          <h2 id="waiting-heading">{t('import.waiting')}</h2>
          <p>{t('import.waiting.lead')}</p>
          <ul class="links">
            {waiting.map((upload) => (
              <li>
                <a href={props.hrefOf(upload)} lang="de">
                  {upload.fileName}
                </a>{' '}
                <small>
                  {upload.standOn
                    ? t('import.standOn.day', { day: formatDay(upload.standOn, t.lang) })
                    : t('import.standOn.none')}
                  {' · '}
                  {formatInstant(new Date(upload.uploadedAt).toISOString(), t.lang)}
                </small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};
