import { addDays, decisionStates, implementationStates, statuses } from '@klimaspur/domain';
import { measureColumns, tableColumns } from '@klimaspur/exports';
import { formatDay, type Translate } from '@klimaspur/messages';
import { momentNames } from '../../reading/moment.js';
import { DataTable } from '../components/data-table.js';
import { PageTitle } from '../components/page-title.js';
import { townPath, townsPath, withQuery } from '../paths.js';
import { kindOf, listSheetNames, listSheets } from '../town/sheet-columns.js';
import { headingOf, meaningOf, trendColumns } from '../trends/trend-columns.js';
import { trendFileNames } from '../trends/trend-paths.js';
import { infoPaths, infoTitles } from './info-paths.js';
import { InfoSection } from './info-section.js';
import { licenceAddress, usualLicence } from './licences.js';

interface DataPageProps {
  readonly t: Translate;
  /** Scheme and host under which the pages are reached. */
  readonly baseUrl: string;
  readonly today: string;
}

/** Licence, files, API and dictionary of columns. */
export const DataPage = (props: DataPageProps) => {
  const { t } = props;
  return (
    <>
      <PageTitle title={t('nav.data')} lead={t('data.lead')} />
      <InfoSection id="licence" title={t('data.licence')}>
        <p>{t('data.licence.1', { licence: t(`licence.${usualLicence}`) })}</p>
        <p>
          <a class="external" href={licenceAddress(usualLicence, t.lang)}>
            {t(`licence.${usualLicence}`)}
          </a>
        </p>
      </InfoSection>
      <CiteSection {...props} />
      <FilesSection t={t} />
      <ApiSection t={t} />
      <ColumnsSection t={t} />
      <TrendColumnsSection t={t} />
      <WorkbookColumnsSection t={t} />
      <CodesSection t={t} />
    </>
  );
};

const CiteSection = ({ t, baseUrl, today }: DataPageProps) => {
  const { asOf, knownAt } = momentNames[t.lang];
  // Today is not over yet: more may become known.
  const day = addDays(today, -1);
  const address = withQuery(`${baseUrl}${townPath(t.lang, '…')}`, { [asOf]: day, [knownAt]: day });
  return (
    <InfoSection id="cite" title={t('data.cite')}>
      <p>{t('data.cite.1', { asOf, knownAt })}</p>
      <blockquote>
        {t('data.cite.example', {
          group: `[${t('data.cite.group')}]`,
          town: `[${t('data.cite.town')}]`,
          day: formatDay(day, t.lang),
          address,
          licence: t(`licence.${usualLicence}`),
        })}
      </blockquote>
    </InfoSection>
  );
};

const FilesSection = ({ t }: { readonly t: Translate }) => {
  const towns = townsPath(t.lang);
  const files = [
    {
      what: t('data.files.measures'),
      formats: [
        ['CSV', `/api/v1/exports/measures?lang=${t.lang}`],
        ['XLSX', `/api/v1/exports/measures?format=xlsx&lang=${t.lang}`],
        ['JSON', '/api/v1/exports/measures?format=json'],
      ],
    },
    {
      what: t('data.files.towns'),
      formats: [
        ['CSV', `${towns}.csv`],
        ['JSON', `${towns}.json`],
      ],
    },
    {
      what: t('data.files.events'),
      formats: [
        ['JSON Lines', '/api/v1/exports/events'],
        [t('data.files.proofs'), '/api/v1/exports/events?proofs=yes'],
      ],
    },
  ] as const;
  return (
    <InfoSection id="files" title={t('data.files')}>
      <p>{t('data.files.1')}</p>
      <DataTable
        t={t}
        caption={t('data.files')}
        columns={[{ label: t('data.files.what') }, { label: t('data.files.formats') }]}
        rows={files.map(({ what, formats }) => [
          what,
          formats.map(([format, href], index) => (
            <>
              {index === 0 ? null : ' · '}
              <a href={href} aria-label={`${what}: ${format}`}>
                {format}
              </a>
            </>
          )),
        ])}
      />
      <p>{t('data.files.events.1')}</p>
      <p>
        <a href={towns}>{t('data.towns')}</a>: {t('data.towns.all')}
      </p>
    </InfoSection>
  );
};

const ApiSection = ({ t }: { readonly t: Translate }) => (
  <InfoSection id="api" title={t('data.api')}>
    <p>{t('data.api.1')}</p>
    <ul class="text-list">
      <li>
        <a href="/api/docs">{t('data.api.docs')}</a>
      </li>
      <li>
        <a href="/api/openapi.json">{t('data.api.document')}</a>
      </li>
    </ul>
  </InfoSection>
);

const dictionaryColumns = (t: Translate) =>
  (['heading', 'key', 'kind', 'meaning'] as const).map((column) => ({
    label: t(`data.columns.${column}`),
  }));

const ColumnsSection = ({ t }: { readonly t: Translate }) => (
  <InfoSection id="columns" title={t('data.columns')}>
    <p>{t('data.columns.1', { count: tableColumns.length })}</p>
    <DataTable
      t={t}
      caption={t('data.columns')}
      columns={dictionaryColumns(t)}
      rows={measureColumns.map(({ heading, key, kind }) => [
        heading[t.lang],
        <code>{key}</code>,
        t(`columnKind.${kind}`),
        t(`columnMeaning.${key}`),
      ])}
    />
  </InfoSection>
);

/** Of every file of a chart. */
const TrendColumnsSection = ({ t }: { readonly t: Translate }) => (
  <InfoSection id="trend-columns" title={t('data.trends')}>
    <p>{t('data.trends.1')}</p>
    {trendFileNames.map((file) => (
      <>
        <h3>{t(`data.trends.${file}`)}</h3>
        <DataTable
          t={t}
          caption={t(`data.trends.${file}`)}
          columns={dictionaryColumns(t)}
          rows={trendColumns[file].map(({ key, kind }) => [
            headingOf(key, t.lang),
            <code>{key}</code>,
            t(`columnKind.${kind}`),
            meaningOf(key, t.lang),
          ])}
        />
      </>
    ))}
  </InfoSection>
);

/** Of the sheets of a town's workbook that no other file holds. */
const WorkbookColumnsSection = ({ t }: { readonly t: Translate }) => (
  <InfoSection id="workbook-columns" title={t('data.workbook')}>
    <p>{t('data.workbook.1')}</p>
    {listSheetNames.map((name) => (
      <>
        <h3>{t(`workbook.sheet.${name}`)}</h3>
        <DataTable
          t={t}
          caption={t(`workbook.sheet.${name}`)}
          columns={[
            { label: t('data.workbook.heading') },
            { label: t('data.columns.kind') },
            { label: t('data.columns.meaning') },
          ]}
          rows={listSheets[name].map((key) => [
            t(`workbook.column.${key}`),
            t(`columnKind.${kindOf(key)}`),
            t(`workbook.meaning.${key}`),
          ])}
        />
      </>
    ))}
  </InfoSection>
);

const CodesSection = ({ t }: { readonly t: Translate }) => {
  const vocabularies = [
    {
      column: 'status',
      words: statuses.map((code) => ({ code, word: t(`status.${code}`) })),
    },
    {
      column: 'decision',
      words: decisionStates.map((code) => ({ code, word: t(`decisionState.${code}`) })),
    },
    {
      column: 'implementation',
      words: implementationStates.map((code) => ({ code, word: t(`implementationState.${code}`) })),
    },
  ] as const;
  return (
    <InfoSection id="codes" title={t('data.codes')}>
      {vocabularies.map(({ column, words }) => (
        <>
          <h3>
            <code>{column}</code>
          </h3>
          <DataTable
            t={t}
            caption={column}
            columns={[{ label: t('data.codes.code') }, { label: t('data.codes.word') }]}
            rows={words.map(({ code, word }) => [<code>{code}</code>, word])}
          />
        </>
      ))}
      <p>
        <a href={infoPaths.method[t.lang]}>{t(infoTitles.method)}</a>
      </p>
    </InfoSection>
  );
};
