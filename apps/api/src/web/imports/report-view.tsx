import { formatNumber, placeIn, type Translate } from '@klimaspur/messages';
import { placeToFill } from '../../commands/publish-gaps.js';
import { type RowKind, rowKinds } from '../../imports/report-rows.js';
import { reasonOf } from '../../imports/report-words.js';
import type { ImportReport, ImportTarget } from '../../imports/run-import.js';
import { DataTable } from '../components/data-table.js';
import { DefinitionList } from '../components/definition-list.js';
import { Notice } from '../components/notice.js';
import { codeWord } from '../words/entry-words.js';
import { FirstOf } from './first-of.js';
import { otherFindings, Rows } from './report-rows.js';

const SHOWN = 100;

interface ReportProps {
  readonly t: Translate;
  readonly report: ImportReport;
  /** Where the whole of it can be fetched as a table. */
  readonly file: string;
}

/** What an import brings, or brought: where to, counted, measure by measure, and what should be looked at. */
export const ReportView = ({ t, report, file }: ReportProps) => {
  const { measures, fields, refused } = report;
  return (
    <>
      {report.targets.map((target) => (
        <p>{whereTo(target, t)}</p>
      ))}
      <DefinitionList
        items={[
          { term: t('import.count.measures'), value: measures },
          ...rowKinds.map((kind) => ({
            term: t(`import.rows.${kind}`),
            value: countOf(kind, report, t),
          })),
          { term: t('import.count.refused'), value: refused.length },
          { term: t('import.count.fields'), value: fields },
        ]}
      />
      <Refused t={t} report={report} />
      <Findings t={t} report={report} />
      <Rows t={t} report={report} />
      <NotTaken t={t} report={report} />
      <p>
        <a href={file} download>
          {t('import.report.file')}
        </a>
      </p>
    </>
  );
};

/** How many; of those that are gone, only where that can be told. */
const countOf = (kind: RowKind, { rows, findings }: ImportReport, t: Translate): string => {
  const { count } = rows[kind];
  const isUntold = findings.some(({ code }) => code === 'import/gone-unknown');
  return kind === 'gone' && count === 0 && isUntold
    ? t('import.rows.gone.untold')
    : formatNumber(count, t.lang);
};

/** „Wohin: Teststadt, Plan „Klimaplan“ (neu)“. */
const whereTo = ({ town, plan }: ImportTarget, t: Translate): string =>
  t('import.whereTo', {
    town: town.name,
    townIs: town.isNew ? 'new' : 'here',
    plan: plan.title,
    planIs: plan.isNew ? 'new' : 'here',
  });

type PartProps = Pick<ReportProps, 't' | 'report'>;

const Refused = ({ t, report: { refused } }: PartProps) =>
  refused.length === 0 ? null : (
    <>
      <h3>{t('import.refused')}</h3>
      <FirstOf
        t={t}
        items={refused.slice(0, SHOWN)}
        list={(some) => <RefusedTable t={t} refused={some} />}
      />
      <More t={t} count={refused.length} />
    </>
  );

const RefusedTable = ({ t, refused }: { t: Translate; refused: ImportReport['refused'] }) => (
  <DataTable
    t={t}
    caption={t('import.refused')}
    columns={[
      { label: t('import.where') },
      { label: t('import.columnName') },
      { label: t('import.value') },
      { label: t('import.why') },
    ]}
    rows={refused.map((item) => [
      placeIn(item.where, t),
      <span lang="de">{item.column}</span>,
      <span lang="de">{item.value}</span>,
      reasonOf(item, item.reason, t),
    ])}
  />
);

/** What was found in no row that is shown. */
const Findings = ({ t, report }: PartProps) => {
  const findings = otherFindings(report);
  return findings.length === 0 ? null : (
    <>
      <h3>{t('import.findings')}</h3>
      <FirstOf
        t={t}
        items={findings.slice(0, SHOWN)}
        list={(some) => (
          <ul>
            {some.map((item) => (
              <li>
                {placeIn(item.where, t)}: {reasonOf(item, item.code, t)}
                <PlaceToFill t={t} finding={item} />
              </li>
            ))}
          </ul>
        )}
      />
      <More t={t} count={findings.length} />
    </>
  );
};

/** What must be said before the town may be public has a page of its own. */
const PlaceToFill = ({
  t,
  finding,
}: {
  t: Translate;
  finding: ImportReport['findings'][number];
}) => {
  const href = placeToFill(finding, t.lang);
  return href === undefined ? null : (
    <>
      {' '}
      <a href={href}>{t('import.fillIn')}</a>
    </>
  );
};

const NotTaken = ({ t, report: { notTaken } }: PartProps) =>
  notTaken.length === 0 ? null : (
    <Notice title={t('import.notTaken')}>
      <ul>
        {notTaken.map(({ what, count, reason }) => (
          <li>
            <span lang="de">{what}</span> ({count}): {codeWord(t, 'import.notTaken', reason)}
          </li>
        ))}
      </ul>
    </Notice>
  );

const More = ({ t, count }: { readonly t: Translate; readonly count: number }) =>
  count > SHOWN ? <p>{t('import.more', { count: count - SHOWN })}</p> : null;
