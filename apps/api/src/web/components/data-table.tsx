import type { Translate } from '@klimaspur/messages';
import type { ComponentChildren } from 'preact';
import { OwnWords } from './own-words.js';

export interface Column {
  readonly label: ComponentChildren;
  readonly numeric?: boolean;
}

interface DataTableProps {
  readonly t: Translate;
  readonly caption: string;
  /** What of the caption is the town's own words. */
  readonly own?: readonly (string | undefined)[] | undefined;
  readonly columns: readonly Column[];
  /** The first cell of each row is its heading. */
  readonly rows: readonly (readonly ComponentChildren[])[];
  readonly total?: readonly ComponentChildren[];
}

const cellClass = (column?: Column) => (column?.numeric ? 'number' : undefined);

/** A table that scrolls inside itself; the script takes it out of the tab order where nothing scrolls. */
export const DataTable = ({ t, caption, own, columns, rows, total }: DataTableProps) => (
  <div class="table-scroll" role="region" aria-label={t('chart.region', { caption })} tabindex={0}>
    <table>
      <caption class="hidden">
        <OwnWords t={t} text={caption} own={own} />
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" class={cellClass(column)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <Row cells={cells} columns={columns} />
        ))}
      </tbody>
      {total ? (
        <tfoot>
          <Row cells={total} columns={columns} />
        </tfoot>
      ) : null}
    </table>
  </div>
);

interface RowProps {
  readonly cells: readonly ComponentChildren[];
  readonly columns: readonly Column[];
}

const Row = ({ cells, columns }: RowProps) => (
  <tr>
    {cells.map((cell, index) =>
      index === 0 ? <th scope="row">{cell}</th> : <td class={cellClass(columns[index])}>{cell}</td>,
    )}
  </tr>
);
