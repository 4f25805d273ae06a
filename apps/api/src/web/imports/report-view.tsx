import { messageFor, type Translate } from '@klimaspur/messages';
import { placeToFill } from '../../commands/publish-gaps.js';
import type { ImportReport } from '../../imports/run-import.js';
import { DataTable } from '../components/data-table.js';
import { DefinitionList } from '../components/definition-list.js';
import { Notice } from '../components/notice.js';
import { codeWord } from '../words/entry-words.js';

const SHOWN = 100;

interface ReportProps {
  readonly t: Translate;
  readonly report: ImportReport;
}

/** What an import brings, or brought: counted, what is wrong by its place, and what should be looked at. */
export const ReportView = ({ t, report }: ReportProps) => (
  <>
    <DefinitionList
      items={[
        { term: t('import.count.fields'), value: report.fields },
        { term: t('import.count.measures'), value: report.measures },
        { term: t('import.count.new'), value: report.new },
        { term: t('import.count.changed'), value: report.changed },
        { term: t('import.count.unchanged'), value: report.unchanged },
        { term: t('import.count.refused'), value: report.refused.length },
      ]}
    />
    <Refused t={t} report={report} />
    <Findings t={t} report={report} />
    <NotTaken t={t} report={report} />
  </>
);

const places = ['city', 'field', 'file', 'measure', 'plan', 'row', 'task'] as const;

/** „row 5“ in the words of the page; the name of a town as it is. */
const placeOf = (where: string, t: Translate): string => {
  const [kind = '', ...key] = where.split(' ');
  const known = places.find((place) => place === kind);
  return known ? t(`import.where.${known}`, { key: key.join(' ') }) : where;
};

type Words = { readonly words?: { readonly de: string; readonly en: string } };

const wordsOf = (item: Words, code: string, t: Translate): string =>
  item.words?.[t.lang] ?? messageFor(t.lang, `problem.${code}`) ?? code;

const Refused = ({ t, report: { refused } }: ReportProps) =>
  refused.length === 0 ? null : (
    <>
      <h3>{t('import.refused')}</h3>
      <DataTable
        t={t}
        caption={t('import.refused')}
        columns={[
          { label: t('import.where') },
          { label: t('import.columnName') },
          { label: t('import.value') },
          { label: t('import.why') },
        ]}
        rows={refused
          .slice(0, SHOWN)
          .map((item) => [
            placeOf(item.where, t),
            <span lang="de">{item.column}</span>,
            <span lang="de">{item.value}</span>,
            wordsOf(item as Words, item.reason, t),
          ])}
      />
      <More t={t} count={refused.length} />
    </>
  );

const Findings = ({ t, report: { findings } }: ReportProps) =>
  findings.length === 0 ? null : (
    <>
      <h3>{t('import.findings')}</h3>
      <ul>
        {findings.slice(0, SHOWN).map((item) => (
          <li>
            {placeOf(item.where, t)}: {wordsOf(item as Words, item.code, t)}
            <PlaceToFill t={t} finding={item} />
          </li>
        ))}
      </ul>
      <More t={t} count={findings.length} />
    </>
  );

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

const NotTaken = ({ t, report: { notTaken } }: ReportProps) =>
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
