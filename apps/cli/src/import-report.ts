interface Words {
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
  }[];
  readonly notTaken: readonly {
    readonly what: string;
    readonly count: number;
    readonly reason: string;
  }[];
}

/** The report for machines on stdout, or in words on stderr. */
export function printReport(
  report: ImportReport,
  {
    json,
    dryRun,
    name,
  }: { readonly json: boolean; readonly dryRun: boolean; readonly name?: string | undefined },
): void {
  const named = name === undefined ? {} : { file: name };
  if (json) process.stdout.write(`${JSON.stringify({ ...named, ...report })}\n`);
  else process.stderr.write(`${name === undefined ? '' : `${name}\n`}${wordsOf(report, dryRun)}\n`);
}

const wordsOf = (report: ImportReport, dryRun: boolean): string =>
  [
    `${dryRun ? 'Dry run: ' : ''}${report.municipalities} municipalities, ${report.fields} fields, ${report.measures} measures.`,
    `new ${report.new} · changed ${report.changed} · unchanged ${report.unchanged} · refused ${report.refused.length}`,
    ...section(
      'Refused',
      report.refused.map(
        ({ where, column, value, reason, words }) =>
          `${where}${column && `, ${column}`}${value && ` = ${JSON.stringify(value)}`}: ${words?.en ?? reason}`,
      ),
    ),
    ...section(
      'Look at',
      report.findings.map(
        ({ where, code, params, words }) =>
          `${where}: ${words?.en ?? [code, ...Object.values(params ?? {})].join(' ')}`,
      ),
    ),
    ...section(
      'Not taken over yet (noch nicht übernommen)',
      report.notTaken.map(({ what, count, reason }) => `${what} × ${count} (${reason})`),
    ),
  ].join('\n');

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
