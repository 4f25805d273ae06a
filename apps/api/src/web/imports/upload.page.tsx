import { columnKeys, type SheetReading, statusMeanings } from '@klimaspur/importers';
import { formatDay, formatNumber, type Translate } from '@klimaspur/messages';
import type { ImportReport } from '../../imports/run-import.js';
import type { Upload } from '../../imports/uploads.js';
import { SelectField } from '../components/choices.js';
import { type FormError, WithErrors } from '../components/error-summary.js';
import { Notice } from '../components/notice.js';
import { PageTitle } from '../components/page-title.js';
import { TextField } from '../components/text-fields.js';
import { Fold } from '../forms/form.js';
import { codeWord } from '../words/entry-words.js';
import { ReportView } from './report-view.js';

interface UploadPageProps {
  readonly t: Translate;
  readonly upload: Upload;
  readonly action: string;
  readonly report: ImportReport;
  readonly reading?: SheetReading;
  /** The day the file itself names. */
  readonly standOn: string | null;
  readonly errors: readonly FormError[];
}

/** One file: how it was understood, to be corrected; what it would bring; and the button that takes it over. */
export const UploadPage = (props: UploadPageProps) => {
  const { t, upload, action, report, reading } = props;
  const isEmpty = report.measures === 0 && report.fields === 0 && report.municipalities === 0;
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
              props.standOn && !upload.standOn
                ? t('import.standOn.inFile', { day: formatDay(props.standOn, t.lang) })
                : t('import.standOn.hint')
            }
            value={upload.standOn ?? props.standOn ?? ''}
            error={props.errors.find(({ name }) => name === 'standOn')?.text}
            optional
          />
          {reading ? <Columns t={t} reading={reading} /> : null}
          {reading ? <StatusWords t={t} reading={reading} /> : null}
          <p class="form__actions">
            <button class="button is-quiet" type="submit" name="act" value="preview">
              {t('import.preview')}
            </button>
          </p>
          <section aria-labelledby="preview-heading">
            <h2 id="preview-heading">{t('import.preview.title')}</h2>
            <ReportView t={t} report={report} />
          </section>
          {report.refused.length > 0 && !isEmpty ? (
            <div class="choice">
              <input
                type="checkbox"
                id="good-rows"
                name="acceptGoodRows"
                value="yes"
                checked={upload.acceptGoodRows}
              />
              <label for="good-rows">
                <span>{t('import.acceptGoodRows')}</span>
              </label>
            </div>
          ) : null}
          <p class="form__actions">
            {isEmpty ? null : (
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

interface ReadingProps {
  readonly t: Translate;
  readonly reading: SheetReading;
}

/** Every column with what it is taken for and what stands in it. */
const Columns = ({ t, reading }: ReadingProps) => (
  <fieldset class="field">
    <legend>{t('import.columns')}</legend>
    <p class="hint">{t('import.columns.hint', { count: reading.columns.length })}</p>
    {reading.unplaced.length === 0 ? null : (
      <Notice kind="warning">
        <p>{t('import.unplaced', { columns: reading.unplaced.join(', ') })}</p>
      </Notice>
    )}
    {reading.columns.map(({ letter, heading, target, reason, samples }) => (
      <SelectField
        t={t}
        name={`column.${letter}`}
        label={t('import.column', { letter, heading: heading || t('import.column.nameless') })}
        hint={[
          samples.length > 0 ? t('import.samples', { samples: samples.join(' · ') }) : '',
          codeWord(t, 'import.reason', reason),
        ]
          .filter(Boolean)
          .join(' – ')}
        value={target ?? ''}
        choices={[
          ...(target === null ? [{ value: '', label: t('import.target.none') }] : []),
          { value: 'ignore', label: t('import.target.ignore') },
          ...columnKeys.map((key) => ({ value: key, label: t(`column.${key}`) })),
        ]}
      />
    ))}
    <Fold title={t('import.sheet')} open={reading.sheets.length > 1}>
      <SelectField
        t={t}
        name="sheet"
        label={t('import.sheet.name')}
        value={reading.sheet}
        choices={reading.sheets.map(({ name, hidden }) => ({
          value: name,
          label: hidden ? t('import.sheet.hidden', { name }) : name,
        }))}
      />
      <TextField
        t={t}
        name="headingRow"
        label={t('import.headingRow')}
        value={String(reading.headingRow)}
      />
      <SelectField
        t={t}
        name="dateOrder"
        label={t('import.dateOrder')}
        value={reading.mapping.dateOrder ?? 'DMY'}
        choices={[
          { value: 'DMY', label: t('import.dateOrder.DMY') },
          { value: 'MDY', label: t('import.dateOrder.MDY') },
        ]}
      />
    </Fold>
  </fieldset>
);

/** The words of the status column; those that nobody knows yet are asked about first. */
const StatusWords = ({ t, reading: { statusWords } }: ReadingProps) =>
  statusWords.length === 0 ? null : (
    <fieldset class="field">
      <legend>{t('import.words')}</legend>
      <p class="hint">{t('import.words.hint')}</p>
      {statusWords.map(({ word, count, meaning, sure }, index) => (
        <SelectField
          t={t}
          name={`word.${index}`}
          label={t('import.word', { word, count: formatNumber(count, t.lang) })}
          {...(sure ? {} : { hint: t('import.word.unsure') })}
          value={meaning ?? ''}
          choices={[
            ...(meaning === null ? [{ value: '', label: t('import.meaning.none') }] : []),
            ...statusMeanings.map((value) => ({ value, label: t(`import.meaning.${value}`) })),
          ]}
        />
      ))}
    </fieldset>
  );
