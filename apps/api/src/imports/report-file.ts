import { randomUUID } from 'node:crypto';
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { csv, csvLines } from '@klimaspur/exports';
import { placeIn, type Translate } from '@klimaspur/messages';
import { fieldWord, reasonOf, valueWord } from './report-words.js';
import type { ReportRow } from './report-rows.js';
import type { ImportReport } from './run-import.js';

const AT_ONCE = 500;

/** The whole report of an import as a table, written while it comes about: a page shows the first rows alone. */
export class ReportFile {
  private readonly draft: string;
  private readonly file: number;
  private waiting: string[][] = [];

  constructor(
    private readonly path: string,
    private readonly t: Translate,
  ) {
    // Under a name of its own: a look and the taking over may write at the same moment.
    this.draft = `${path}.${randomUUID()}.new`;
    this.file = openSync(this.draft, 'wx', 0o600);
    const headings = [
      t('import.file.what'),
      t('import.where'),
      t('column.number'),
      t('column.title'),
      t('import.columnName'),
      t('import.change.before'),
      t('import.change.after'),
      t('import.why'),
    ];
    writeSync(this.file, csv(headings, []));
  }

  row({ kind, where, number, title, changes }: ReportRow): void {
    const { t } = this;
    const place = where === null ? '' : placeIn(where, t);
    const start = [t(`import.rows.${kind}`), place, number ?? '', title];
    if (changes.length === 0) this.add([...start, '', '', '', '']);
    for (const change of changes) {
      const { field, before, after } = change;
      const values = [before, after].map((value) =>
        value === null ? '' : valueWord(field, value, t),
      );
      this.add([...start, fieldWord(change, t), ...values, '']);
    }
  }

  /** What was refused and found stands behind the measures. */
  close({ refused, findings }: ImportReport): void {
    const { t } = this;
    for (const item of refused) {
      const { where, column, value, reason } = item;
      const why = reasonOf(item, reason, t);
      this.add([t('import.refused'), placeIn(where, t), '', '', column, '', value, why]);
    }
    for (const item of findings) {
      const why = reasonOf(item, item.code, t);
      this.add([t('import.findings'), placeIn(item.where, t), '', '', '', '', '', why]);
    }
    this.flush();
    closeSync(this.file);
    renameSync(this.draft, this.path);
  }

  /** Of an import that was refused as a whole nothing is told. */
  drop(): void {
    closeSync(this.file);
    rmSync(this.draft, { force: true });
  }

  private add(cells: string[]): void {
    this.waiting.push(cells);
    if (this.waiting.length >= AT_ONCE) this.flush();
  }

  private flush(): void {
    writeSync(this.file, csvLines(this.waiting));
    this.waiting = [];
  }
}
