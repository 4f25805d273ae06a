import { basename } from 'node:path';
import type { Translate } from '@klimaspur/messages';
import { asJson, type CliCommand, type CliOptions, type OptionValues, Refused } from './command.js';
import { readConfig } from './config.js';
import { editionsOf, mappingIn, readImportFile, type Edition } from './import-files.js';
import { printReport, type ImportReport } from './import-report.js';
import { jsonLines } from './json-lines.js';
import { showProgress } from './progress.js';
import { type Client, withServer } from './server-client.js';
import { whatNext } from './what-next.js';

const options: CliOptions = {
  town: { type: 'string', value: 'NAME|ID', about: (t) => t('cli.import.town') },
  plan: { type: 'string', value: 'TITLE|ID', about: (t) => t('cli.import.plan') },
  'new-town': { type: 'string', value: 'NAME', about: (t) => t('cli.import.newTown') },
  'new-plan': { type: 'string', value: 'TITLE', about: (t) => t('cli.import.newPlan') },
  stand: {
    type: 'string',
    multiple: true,
    value: 'DATE',
    about: (t) => t('cli.import.stand'),
  },
  'dry-run': { type: 'boolean', about: (t) => t('cli.import.dryRun') },
  'accept-good-rows': { type: 'boolean', about: (t) => t('cli.import.acceptGoodRows') },
  publish: { type: 'boolean', about: (t) => t('cli.import.publish') },
  json: asJson,
};

const tableOptions: CliOptions = {
  ...options,
  sheet: { type: 'string', multiple: true, value: 'NAME', about: (t) => t('cli.import.sheet') },
  mapping: { type: 'string', value: 'FILE', about: (t) => t('cli.import.mapping') },
};

interface Line {
  readonly rows?: number;
  readonly progress?: readonly [number, number];
  readonly report?: ImportReport;
  readonly refused?: { readonly detail: string };
}

const importOf = (
  format: 'localzero' | 'measures',
  command: Pick<CliCommand, 'usage' | 'summary' | 'options'>,
): CliCommand => ({
  ...command,
  arguments: 'some',
  async run(values, files, t) {
    const editions = editionsOf(files, values['stand'] as readonly string[] | undefined, t);
    const bytes = new Map<string, Uint8Array<ArrayBuffer>>();
    for (const file of files) bytes.set(file, await readImportFile(file, t));
    const mapping = mappingIn(values['mapping'], t);
    await withServer(readConfig(values), t, async (client) => {
      for (const edition of editions) {
        const path = `/api/v1/imports/${format}?${queryOf(values, edition, mapping)}`;
        const report = await send(client, path, bytes.get(edition.file)!, values, t);
        const isLast = edition === editions.at(-1);
        const typed = { name: `import ${format}`, files, values };
        const telling = {
          json: values['json'] === true,
          dryRun: values['dry-run'] === true,
          name: editions.length > 1 ? basename(edition.file) : undefined,
          next: isLast ? whatNext(report, typed, client.goesOn, t) : [],
        };
        printReport(report, telling, t);
        refuseIfRefused(report, values, t);
        if (isLast) refuseIfHeldBack(report, values, t);
      }
    });
  },
});

const send = async (
  client: Client,
  path: string,
  body: Uint8Array<ArrayBuffer>,
  values: OptionValues,
  t: Translate,
): Promise<ImportReport> => {
  const answer = await client.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body,
  });
  return reportIn(answer, values['json'] === true, t);
};

/** A file that cannot be read as a whole has no good rows. */
const refuseIfRefused = (report: ImportReport, values: OptionValues, t: Translate): void => {
  const { refused, municipalities } = report;
  if (refused.length === 0) return;
  // What is wrong with the file as a whole has just been said.
  if (municipalities === 0) throw new Refused(t('cli.import.nothing'));
  if (values['accept-good-rows'] === true) return;
  throw new Refused(t('cli.import.refused', { count: refused.length }));
};

/** Asked to publish, and not done: somebody who starts it from a script must hear of that. */
const refuseIfHeldBack = (
  { places }: ImportReport,
  { publish, 'dry-run': dryRun }: OptionValues,
  t: Translate,
): void => {
  if (publish !== true || dryRun === true) return;
  const drafts = places.filter(({ published }) => !published).map(({ name }) => name);
  const towns = [...new Set(drafts)];
  if (towns.length > 0) throw new Refused(t('cli.import.heldBack', { towns: towns.join(', ') }));
};

export const importLocalZero = importOf('localzero', {
  usage: 'import localzero FILE…',
  summary: (t) => t('cli.importLocalZero'),
  options,
});

export const importMeasures = importOf('measures', {
  usage: 'import measures FILE…',
  summary: (t) => t('cli.importMeasures'),
  options: tableOptions,
});

/** Only the name of the file goes along, never its path. */
function queryOf(
  values: OptionValues,
  { file, stand }: Edition,
  mapping: string | undefined,
): URLSearchParams {
  const query = new URLSearchParams({ fileName: basename(file) });
  for (const sheet of (values['sheet'] as readonly string[] | undefined) ?? []) {
    query.append('sheet', sheet);
  }
  for (const name of ['town', 'plan'] as const) {
    const value = values[name];
    if (typeof value === 'string') query.set(name, value);
  }
  const began = { 'new-town': 'newTown', 'new-plan': 'newPlan' } as const;
  for (const [option, name] of Object.entries(began)) {
    const value = values[option];
    if (typeof value === 'string') query.set(name, value);
  }
  if (stand !== undefined) query.set('stand', stand);
  if (mapping !== undefined) query.set('mapping', mapping);
  if (values['dry-run'] === true) query.set('dryRun', 'true');
  if (values['accept-good-rows'] === true) query.set('acceptGoodRows', 'true');
  if (values['publish'] === true) query.set('publish', 'true');
  return query;
}

async function reportIn(answer: Response, quiet: boolean, t: Translate): Promise<ImportReport> {
  const progress = showProgress(quiet, t);
  try {
    for await (const line of jsonLines<Line>(answer)) {
      if (line.rows !== undefined) progress.rows(line.rows);
      if (line.progress) progress.at(...line.progress);
      if (line.refused) throw new Refused(line.refused.detail);
      if (line.report) return line.report;
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(t('cli.import.stopped'), { cause: error });
  } finally {
    progress.done();
  }
  throw new Refused(t('cli.import.stopped'));
}
