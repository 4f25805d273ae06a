import { placeIn, type Translate } from '@klimaspur/messages';
import { fieldWord, reasonOf, valueWord } from '../../imports/report-words.js';
import { type ReportRow, type RowKind } from '../../imports/report-rows.js';
import type { FieldChange } from '../../imports/measure-changes.js';
import type { ImportReport } from '../../imports/run-import.js';
import { Fold } from '../forms/form.js';
import { FirstOf } from './first-of.js';

type Findings = ImportReport['findings'];

interface RowsProps {
  readonly t: Translate;
  readonly report: ImportReport;
}

/** What needs looking at stands open; the rest is folded away. */
const order = ['changed', 'gone', 'new', 'unchanged'] as const satisfies readonly RowKind[];
const isOpen: ReadonlySet<RowKind> = new Set(['changed', 'gone']);

/** The measures of the file by what becomes of them, each with what was found in its row. */
export const Rows = ({ t, report: { rows, findings, done } }: RowsProps) => {
  const byPlace = Map.groupBy(findings, ({ where }) => where);
  return (
    <>
      {order.map((kind) => {
        const { count, first } = rows[kind];
        if (count === 0) return null;
        return (
          <Fold
            title={t('import.rows.title', { kind: t(`import.rows.${kind}`), count })}
            hint={t(done ? `import.rows.${kind}.done` : `import.rows.${kind}.hint`)}
            open={isOpen.has(kind)}
          >
            <FirstOf
              t={t}
              items={first}
              list={(some) => (
                <ul class="import-rows">
                  {some.map((row) => (
                    <Row t={t} row={row} findings={byPlace.get(row.where ?? '') ?? []} />
                  ))}
                </ul>
              )}
            />
            {count > first.length ? (
              <p>{t('import.rows.more', { count: count - first.length })}</p>
            ) : null}
          </Fold>
        );
      })}
    </>
  );
};

interface RowProps {
  readonly t: Translate;
  readonly row: ReportRow;
  readonly findings: Findings;
}

const Row = ({ t, row: { number, title, where, changes }, findings }: RowProps) => (
  <li>
    <span lang="de">{[number, title].filter(Boolean).join(' ')}</span>{' '}
    {where === null ? null : <small>{placeIn(where, t)}</small>}
    {changes.length + findings.length === 0 ? null : (
      <ul>
        {changes.map((change) => (
          <li>
            <Change t={t} change={change} />
          </li>
        ))}
        {findings.map((item) => (
          <li>{reasonOf(item, item.code, t)}</li>
        ))}
      </ul>
    )}
  </li>
);

/** „Titel: vorher „Radwege“, jetzt „Radwege bauen““. */
const Change = ({ t, change }: { readonly t: Translate; readonly change: FieldChange }) => {
  const { field, before, after } = change;
  const label = fieldWord(change, t);
  if (before === null && after === null) return <>{label}</>;
  return (
    <>
      {label}: <del>{valueWord(field, before, t)}</del> <span aria-hidden="true">→</span>{' '}
      <ins>{valueWord(field, after, t)}</ins>
    </>
  );
};

/** Those that stand beside no row that is shown. */
export const otherFindings = ({ rows, findings, done }: ImportReport): Findings => {
  const shown = new Set(
    order.flatMap((kind) => rows[kind].first.flatMap(({ where }) => where ?? [])),
  );
  // A row that is gone is named in its group; which plan is meant can only be chosen before.
  const said = new Set(['import/row-gone', ...(done ? ['import/plan-new'] : [])]);
  return findings.filter(({ where, code }) => !shown.has(where) && !said.has(code));
};
