import type { Translate } from '@klimaspur/messages';
import type { ComponentChildren } from 'preact';
import { OwnWords } from './own-words.js';

export interface Column {
  readonly label: string;
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
  /** On a phone each row is a card that names its columns: for tables of words and days, too wide to scroll. */
  readonly stacks?: boolean;
}

const cellClass = (column?: Column) => (column?.numeric ? 'number' : undefined);

/** A table that scrolls inside itself; the script takes it out of the tab order where nothing scrolls. */
export const DataTable = ({ t, caption, own, columns, rows, total, stacks }: DataTableProps) => (
  <div class="table-scroll" role="region" aria-label={t('chart.region', { caption })} tabindex={0}>
    <table class={stacks ? 'is-stacking' : undefined} role={stacks ? 'table' : undefined}>
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
          <Row {...{ cells, columns, stacks }} />
        ))}
      </tbody>
      {total ? (
        <tfoot>
          <Row cells={total} {...{ columns, stacks }} />
        </tfoot>
      ) : null}
    </table>
  </div>
);

interface RowProps {
  readonly cells: readonly ComponentChildren[];
  readonly columns: readonly Column[];
  readonly stacks?: boolean | undefined;
}

/** Browsers forget what a row is when it is drawn as a card, so its roles are said. */
const Row = ({ cells, columns, stacks }: RowProps) => (
  <tr role={stacks ? 'row' : undefined}>
    {cells.map((cell, index) =>
      index === 0 ? (
        <th scope="row" role={stacks ? 'rowheader' : undefined}>
          {cell}
        </th>
      ) : (
        <td
          class={cellClass(columns[index])}
          role={stacks ? 'cell' : undefined}
          data-label={stacks ? columns[index]?.label : undefined}
        >
          {stacks ? <div>{cell}</div> : cell}
        </td>
      ),
    )}
  </tr>
);
