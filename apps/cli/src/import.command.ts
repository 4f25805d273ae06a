import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type CliCommand, type OptionValues, Refused, WrongUse } from './command.js';
import { readConfig } from './config.js';
import { printReport, type ImportReport } from './import-report.js';
import { jsonLines } from './json-lines.js';
import { showProgress } from './progress.js';
import { withServer } from './server-client.js';

const options = {
  town: { type: 'string' },
  stand: { type: 'string' },
  'dry-run': { type: 'boolean' },
  'accept-good-rows': { type: 'boolean' },
  publish: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

interface Line {
  readonly progress?: readonly [number, number];
  readonly report?: ImportReport;
  readonly refused?: { readonly detail: string };
}

const importOf = (format: 'localzero' | 'measures', summary: string): CliCommand => ({
  usage: `import ${format} FILE`,
  summary,
  options,
  arguments: 1,
  async run(values, [file = '']) {
    const bytes = readFile(file);
    const report = await withServer(
      readConfig(values['data'] as string | undefined),
      async (client) => {
        const answer = await client.request(`/api/v1/imports/${format}?${queryOf(values, file)}`, {
          method: 'POST',
          headers: { 'content-type': 'application/octet-stream' },
          body: bytes,
        });
        return reportIn(answer, values['json'] === true);
      },
    );
    printReport(report, { json: values['json'] === true, dryRun: values['dry-run'] === true });
    if (report.refused.length > 0 && values['accept-good-rows'] !== true) {
      throw new Refused(
        `Nothing was imported: ${report.refused.length} rows or values were refused. Mend them, or take the good rows with --accept-good-rows.`,
      );
    }
  },
});

export const importLocalZero = importOf('localzero', 'Import a LocalZero database or API answers');
export const importMeasures = importOf('measures', 'Import a list of measures (CSV)');

function readFile(file: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    throw new WrongUse(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

/** Only the name of the file goes along, never its path. */
function queryOf(values: OptionValues, file: string): URLSearchParams {
  const query = new URLSearchParams({ fileName: basename(file) });
  for (const name of ['town', 'stand'] as const) {
    const value = values[name];
    if (typeof value === 'string') query.set(name, value);
  }
  if (values['dry-run'] === true) query.set('dryRun', 'true');
  if (values['accept-good-rows'] === true) query.set('acceptGoodRows', 'true');
  if (values['publish'] === true) query.set('publish', 'true');
  return query;
}

async function reportIn(answer: Response, quiet: boolean): Promise<ImportReport> {
  const progress = showProgress('Importing', quiet);
  try {
    for await (const line of jsonLines<Line>(answer)) {
      if (line.progress) progress.at(...line.progress);
      if (line.refused) throw new Refused(line.refused.detail);
      if (line.report) return line.report;
    }
  } finally {
    progress.done();
  }
  throw new Refused('The server stopped before the import was finished. Run it again: it goes on.');
}
