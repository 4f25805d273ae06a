import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import {
  BackupRefused,
  type Manifest,
  restoreBackup,
  systemCode,
  tryRestore,
} from '@klimaspur/backup';
import { DataFolderInUse } from '@klimaspur/event-store';
import type { Settings } from '@klimaspur/settings';
import { isFolder, keepBackup, refuseExisting, removeOld } from './backup-file.js';
import { type CliCommand, type OptionValues, Refused, WrongUse } from './command.js';
import { readConfig } from './config.js';
import { withServer } from './server-client.js';

type Place = Settings['log'] | Settings['vault'];

export const backup: CliCommand = {
  usage: 'backup [FILE|DIR]',
  summary: 'Save log, vault and files as of one moment',
  options: { keep: { type: 'string' }, json: { type: 'boolean' } },
  arguments: 'optional',
  async run(values, [target = '.']) {
    const keep = keepFrom(values, target);
    if (!isFolder(target)) refuseExisting(target);
    const kept = await withServer(configOf(values), async (client) => {
      // Packed on the way, every byte would cost the server time; a tar file is packed where it lies.
      const headers = { 'accept-encoding': 'identity' };
      const answer = await client.request('/api/v1/backups', { method: 'POST', headers });
      return saying(target, () => keepBackup(answer, target));
    });
    const { file, bytes, manifest } = kept;
    const removed =
      keep === undefined ? [] : await saying(target, () => removeOld(target, manifest, keep));
    report(values, { file, bytes, removed }, manifest, [
      `Backed up to ${file} (${inMegabytes(bytes)} MB)`,
      ...removed.map((name) => `Removed ${name}`),
    ]);
  },
};

export const restore: CliCommand = {
  usage: 'restore FILE',
  summary: 'Put a backup into a new or empty data folder',
  options: { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
  arguments: 1,
  async run(values, [file = '']) {
    refuseUnreadable(file);
    const { dataFolder, log, vault } = configOf(values);
    for (const [setting, place] of Object.entries({ KLIMASPUR_LOG: log, KLIMASPUR_VAULT: vault })) {
      refuseElsewhere(setting, place, dataFolder);
    }
    const dryRun = values['dry-run'] === true;
    const manifest = await saying(file, () =>
      dryRun ? tryRestore(file) : restoreBackup(file, dataFolder),
    );
    const done = dryRun ? 'Dry run: could be restored' : `Restored into ${dataFolder}`;
    report(values, { folder: dataFolder, dryRun }, manifest, [`${done} from ${file}`]);
  },
};

const configOf = (values: OptionValues) => readConfig(values['data'] as string | undefined);

function keepFrom({ keep }: OptionValues, target: string): number | undefined {
  if (keep === undefined) return undefined;
  if (!/^[1-9]\d{0,4}$/.test(String(keep))) throw new WrongUse('--keep must be a number from 1.');
  if (!isFolder(target))
    throw new WrongUse('--keep needs a folder: only there old backups are found.');
  return Number(keep);
}

function refuseUnreadable(file: string): void {
  try {
    accessSync(file, constants.R_OK);
  } catch (error) {
    throw new WrongUse(`${file} cannot be read (${systemCode(error)}).`);
  }
}

/** All of a backup goes into one folder; a server told otherwise would not find it there. */
function refuseElsewhere(setting: string, place: Place, dataFolder: string): void {
  if ('file' in place && dirname(place.file) === dataFolder) return;
  throw new Refused(
    `${setting} leads out of the data folder. Restore without it, then move the file to where it is to lie.`,
  );
}

/** What can go wrong with a file or folder, in words instead of a stack. */
async function saying<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BackupRefused) throw new Refused(`${name} ${error.message}`);
    if (error instanceof DataFolderInUse) throw new Refused(error.message);
    const code = systemCode(error);
    if (code === undefined) throw error;
    const { path } = error as NodeJS.ErrnoException;
    throw new Refused(
      `${path ?? name} cannot be written or read (${code}). ${adviceFor(code)}`.trim(),
    );
  }
}

const adviceFor = (code: string): string =>
  ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)
    ? 'There is no room left; nothing was kept.'
    : 'Nothing was kept.';

function report(
  { json }: OptionValues,
  facts: object,
  { parts, ...manifest }: Manifest,
  words: readonly string[],
): void {
  const files = parts.filter(({ name }) => name.startsWith('files/')).length;
  if (json === true) {
    process.stdout.write(`${JSON.stringify({ ...facts, ...manifest, files })}\n`);
    return;
  }
  const { logId, position, events, towns, lastRecordedAt, madeAt, app } = manifest;
  const lines = [
    ...words,
    `  log            ${logId}, up to position ${position ?? '(empty)'}`,
    `  holds          ${events} events of ${towns} towns, ${files} files`,
    `  last recorded  ${lastRecordedAt ?? '(nothing)'}`,
    `  made           ${madeAt} by Klimaspur ${app}`,
  ];
  process.stderr.write(`${lines.join('\n')}\n`);
}

const inMegabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
