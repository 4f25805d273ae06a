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
  stand: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
  'accept-good-rows': { type: 'boolean' },
  publish: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

const tableOptions = {
  ...options,
  sheet: { type: 'string' },
  mapping: { type: 'string' },
} as const;

interface Line {
  readonly rows?: number;
  readonly progress?: readonly [number, number];
  readonly report?: ImportReport;
  readonly refused?: { readonly detail: string };
}

/** A file, and the day for which it speaks. */
interface Edition {
  readonly file: string;
  readonly stand?: string;
}

const importOf = (
  format: 'localzero' | 'measures',
  command: Pick<CliCommand, 'usage' | 'summary' | 'options'>,
): CliCommand => ({
  ...command,
  arguments: 'some',
  async run(values, files) {
    const editions = editionsOf(files, values['stand'] as readonly string[] | undefined);
    const bytes = new Map(files.map((file) => [file, readFile(file)]));
    const mapping = mappingIn(values['mapping']);
    const asJson = values['json'] === true;
    await withServer(readConfig(values['data'] as string | undefined), async (client) => {
      for (const edition of editions) {
        const query = queryOf(values, edition, mapping);
        const answer = await client.request(`/api/v1/imports/${format}?${query}`, {
          method: 'POST',
          headers: { 'content-type': 'application/octet-stream' },
          body: bytes.get(edition.file)!,
        });
        const report = await reportIn(answer, asJson);
        const name = editions.length > 1 ? basename(edition.file) : undefined;
        printReport(report, { json: asJson, dryRun: values['dry-run'] === true, name });
        refuseIfRefused(report, values);
      }
    });
  },
});

/** Oldest first, so that each edition is compared with the one before it. */
const editionsOf = (files: readonly string[], stands: readonly string[] = []): Edition[] => {
  if (stands.length > 0 && stands.length !== files.length) {
    throw new WrongUse(`${files.length} files need ${files.length} times --stand, or none.`);
  }
  return files
    .map((file, index) => ({
      file,
      ...(stands[index] === undefined ? {} : { stand: stands[index] }),
    }))
    .sort((a, b) => (a.stand ?? '').localeCompare(b.stand ?? ''));
};

const refuseIfRefused = (report: ImportReport, values: OptionValues): void => {
  if (report.refused.length === 0 || values['accept-good-rows'] === true) return;
  throw new Refused(
    `Nothing was imported: ${report.refused.length} rows or values were refused. Mend them, or take the good rows with --accept-good-rows.`,
  );
};

export const importLocalZero = importOf('localzero', {
  usage: 'import localzero FILE',
  summary: 'Import a LocalZero database or API answers',
  options,
});

export const importMeasures = importOf('measures', {
  usage: 'import measures FILE',
  summary: 'Import lists of measures (CSV, XLSX), several editions each with its --stand',
  options: tableOptions,
});

/** The mapping lies in a file, because it is read and corrected there. */
const mappingIn = (file: unknown): string | undefined => {
  if (typeof file !== 'string') return undefined;
  try {
    return JSON.stringify(JSON.parse(new TextDecoder().decode(readFile(file))));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new WrongUse(`${file} is no JSON.`);
  }
};

function readFile(file: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    throw new WrongUse(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

/** Only the name of the file goes along, never its path. */
function queryOf(
  values: OptionValues,
  { file, stand }: Edition,
  mapping: string | undefined,
): URLSearchParams {
  const query = new URLSearchParams({ fileName: basename(file) });
  for (const name of ['town', 'sheet'] as const) {
    const value = values[name];
    if (typeof value === 'string') query.set(name, value);
  }
  if (stand !== undefined) query.set('stand', stand);
  if (mapping !== undefined) query.set('mapping', mapping);
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
