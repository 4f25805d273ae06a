import type { Cell, TableRow } from '../tables/table.js';
import { isBlank, columnLimit, rowLimit } from '../tables/table.js';
import { Unreadable } from '../unreadable.js';
import { type CellContext, cellValue } from './cell-value.js';
import { columnIndex, type Merge } from './merges.js';
import { readXml, type XmlHandler } from './xml.js';

/** The rows of a sheet as they come out of the file, with what merged cells say in each of their rows. */
export function* sheetRows(
  chunks: Iterable<Uint8Array>,
  merges: readonly Merge[],
  context: CellContext,
): Generator<TableRow> {
  const collector = new RowCollector(context);
  const merged = new MergedCells(merges);
  let count = 0;
  for (const _ of readXml(chunks, collector)) {
    for (const row of collector.taken()) {
      const cells = merged.fill(row);
      if (cells.every((cell) => isBlank(cell) || cell?.repeated)) continue;
      count += 1;
      if (count > rowLimit) throw new Unreadable('file/too-many-rows', { max: rowLimit });
      yield { ...row, cells };
    }
  }
}

class RowCollector implements XmlHandler {
  private rows: TableRow[] = [];
  private cells: (Cell | undefined)[] = [];
  private number = 0;
  private hidden = false;
  private column = -1;
  private type = 'n';
  private style = 0;
  private value = '';
  private inline = '';
  private into: 'value' | 'inline' | undefined;

  constructor(private readonly context: CellContext) {}

  taken(): readonly TableRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.number = attributes['r'] === undefined ? this.number + 1 : Number(attributes['r']);
      this.hidden = attributes['hidden'] === '1' || attributes['hidden'] === 'true';
      this.cells = [];
      this.column = -1;
    } else if (name === 'c') {
      const letters = /^[A-Z]{1,3}/.exec(attributes['r'] ?? '')?.[0];
      this.column = letters === undefined ? this.column + 1 : columnIndex(letters);
      this.type = attributes['t'] ?? 'n';
      this.style = Number(attributes['s'] ?? 0);
      this.value = '';
      this.inline = '';
    } else if (name === 'v') this.into = 'value';
    else if (name === 't') this.into = 'inline';
    else if (name === 'rPh') this.into = undefined;
  }

  text(value: string): void {
    if (this.into !== undefined) this[this.into] += value;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.into = undefined;
    else if (name === 'c') this.closeCell();
    else if (name === 'row' && this.cells.length > 0) {
      const { number, cells, hidden } = this;
      this.rows.push({ number, cells, ...(hidden ? { hidden } : {}) });
    }
  }

  private closeCell(): void {
    const { type, style, value, inline } = this;
    const cell = cellValue({ type, style, value, inline }, this.context);
    if (cell === undefined) return;
    if (this.column >= columnLimit) {
      throw new Unreadable('file/too-many-columns', { max: columnLimit });
    }
    this.cells[this.column] = cell;
  }
}

/** What merged cells say: once to the right, again in each row below. */
class MergedCells {
  private next = 0;
  private open: { readonly merge: Merge; readonly cell: Cell | undefined }[] = [];

  constructor(private readonly merges: readonly Merge[]) {}

  fill({ number, cells }: TableRow): (Cell | undefined)[] {
    this.open = this.open.filter(({ merge }) => merge.bottom >= number);
    const filled = [...cells];
    for (const { merge, cell } of this.open) {
      if (cell && isBlank(filled[merge.left])) filled[merge.left] = { ...cell, repeated: true };
    }
    for (; (this.merges[this.next]?.top ?? Infinity) <= number; this.next += 1) {
      const merge = this.merges[this.next]!;
      const span = merge.right - merge.left + 1;
      const own = merge.top === number ? filled[merge.left] : undefined;
      const cell = own && span > 1 ? { ...own, span } : own;
      if (cell) filled[merge.left] = cell;
      if (merge.bottom > number) this.open.push({ merge, cell });
    }
    return filled;
  }
}
