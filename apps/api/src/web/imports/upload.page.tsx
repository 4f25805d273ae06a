import { columnKeys, type SheetReading, statusMeanings } from '@klimaspur/importers';
import { formatDay, formatNumber, type Translate } from '@klimaspur/messages';
import type { KnownPlanTitle } from '../../imports/import-target.js';
import type { Preview } from '../../imports/preview.js';
import type { Upload } from '../../imports/uploads.js';
import { SelectField } from '../components/choices.js';
import { type FormError, WithErrors } from '../components/error-summary.js';
import { Notice } from '../components/notice.js';
import { PageTitle } from '../components/page-title.js';
import { TextField } from '../components/text-fields.js';
import { Fold } from '../forms/form.js';
import { codeWord } from '../words/entry-words.js';
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
            error={props.errors.find(({ name }) => name === 'standOn')?.text}
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

interface ReadingProps {
  readonly t: Translate;
  readonly reading: SheetReading;
}

/** Every column with what it is taken for and what stands in it. */
const Columns = ({ t, reading }: ReadingProps) => (
  <Fold
    title={t('import.columns')}
    hint={t('import.columns.hint', { count: reading.columns.length })}
    open={reading.columns.some(({ target, reason }) => target === null && isOpen(reason))}
  >
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
  </Fold>
);

/** Somebody has to say what such a column is. */
const isOpen = (reason: string) => reason === 'unknown' || reason === 'taken';

/** The words of the status column; those that nobody knows yet are asked about first. */
const StatusWords = ({ t, reading: { statusWords } }: ReadingProps) =>
  statusWords.length === 0 ? null : (
    <Fold
      title={t('import.words')}
      hint={t('import.words.hint')}
      open={statusWords.some(({ meaning }) => meaning === null)}
    >
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
    </Fold>
  );
