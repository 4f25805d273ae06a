import { messageFor, placeIn, type Translate } from '@klimaspur/messages';
import { changeLines, type RowGroup } from './import-changes.js';

interface Words {
  readonly de?: string;
  readonly en?: string;
}

/** The answer of an import; lists are as long as the file has such places. */
export interface ImportReport {
  readonly municipalities: number;
  readonly fields: number;
  readonly measures: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rows: { readonly changed: RowGroup };
  readonly refused: readonly {
    readonly where: string;
    readonly column: string;
    readonly value: string;
    readonly reason: string;
    readonly words?: Words;
  }[];
  readonly findings: readonly {
    readonly where: string;
    readonly code: string;
    readonly params?: Readonly<Record<string, unknown>>;
    readonly words?: Words;
    /** Where that is mended. */
    readonly url?: string;
  }[];
  readonly notTaken: readonly {
    readonly what: string;
    readonly count: number;
    readonly reason: string;
  }[];
  readonly published: { readonly [what in 'municipalities' | 'plans' | 'measures']: number };
  readonly places: readonly ImportedPlace[];
}

/** Where a file went. */
export interface ImportedPlace {
  readonly municipality: string;
  readonly name: string;
  readonly published: boolean;
  readonly plan: { readonly title: string; readonly published: boolean };
  readonly measures: number;
  readonly drafts: number;
  readonly url: string;
}

/** How a report is to be told. */
export interface Telling {
  readonly json: boolean;
  readonly dryRun: boolean;
  /** Of the file, where there are several. */
  readonly name?: string | undefined;
  /** Said after it, to people. */
  readonly next: readonly string[];
}

/** The report for machines on stdout, or in words on stderr. */
export function printReport(
  report: ImportReport,
  { json, dryRun, name, next }: Telling,
  t: Translate,
): void {
  const named = name === undefined ? {} : { file: name };
  if (json) process.stdout.write(`${JSON.stringify({ ...named, ...report })}\n`);
  else {
    const heading = name === undefined ? '' : `${name}\n`;
    const after = next.length === 0 ? [] : ['', ...next];
    process.stderr.write(`${[heading + wordsOf(report, dryRun, t), ...after].join('\n')}\n`);
  }
}

const wordsOf = (report: ImportReport, dryRun: boolean, t: Translate): string => {
  const { municipalities, fields, measures, unchanged, refused } = report;
  const holds = t('cli.report.holds', { municipalities, fields, measures });
  return [
    dryRun ? t('cli.report.dryRun', { holds }) : holds,
    t('cli.report.counts', {
      new: report.new,
      changed: report.changed,
      unchanged,
      refused: refused.length,
    }),
    ...section(t('cli.report.refused'), refusedLines(report, t)),
    ...section(t('cli.report.changed'), changeLines(report.rows.changed, t)),
    ...section(t('cli.report.findings'), findingLines(report, t)),
    ...section(t('cli.report.notTaken'), notTakenLines(report, t)),
  ].join('\n');
};

const refusedLines = ({ refused }: ImportReport, t: Translate): string[] =>
  refused.map(({ where, column, value, reason, words }) => {
    const place = [placeIn(where, t), column && t('import.place.column', { column })];
    const said = value && t('import.place.value', { value });
    const why = words?.[t.lang] ?? messageFor(t.lang, `problem.${reason}`) ?? reason;
    return [place.filter(Boolean).join(', '), said, why].filter(Boolean).join(': ');
  });

const findingLines = ({ findings }: ImportReport, t: Translate): string[] =>
  findings.map(
    ({ where, code, params, words }) =>
      `${placeIn(where, t)}: ${words?.[t.lang] ?? messageFor(t.lang, `problem.${code}`, params) ?? code}`,
  );

const notTakenLines = ({ notTaken }: ImportReport, t: Translate): string[] =>
  notTaken.map(
    ({ what, count, reason }) =>
      `${what} × ${count} (${messageFor(t.lang, `import.notTaken.${reason}`) ?? reason})`,
  );

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
