import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import { type Manifest, restoreBackup, systemCode, tryRestore } from '@klimaspur/backup';
import type { Settings } from '@klimaspur/settings';
import { isFolder, keepBackup, refuseExisting, removeOld } from './backup-file.js';
import type { Translate } from '@klimaspur/messages';
import { asJson, type CliCommand, type OptionValues, Refused, WrongUse } from './command.js';
import { readConfig } from './config.js';
import { inWords } from './file-words.js';
import { withServer } from './server-client.js';

type Place = Settings['log'] | Settings['vault'];

export const backup: CliCommand = {
  usage: 'backup [FILE|DIR]',
  summary: (t) => t('cli.backup'),
  options: {
    keep: { type: 'string', value: 'NUMBER', about: (t) => t('cli.backup.keep') },
    json: asJson,
  },
  arguments: 'optional',
  async run(values, [target = '.'], t) {
    const keep = keepFrom(values, target, t);
    if (!isFolder(target)) refuseExisting(target, t);
    const { file, bytes, manifest } = await withServer(
      readConfig(values),
      t,
      async (client) => {
        // Packed on the way, every byte would cost the server time; a tar file is packed where it lies.
        const headers = { 'accept-encoding': 'identity' };
        const answer = await client.request('/api/v1/backups', { method: 'POST', headers });
        return inWords(target, t, () => keepBackup(answer, target, t));
      },
      true,
    );
    const removed =
      keep === undefined ? [] : await inWords(target, t, () => removeOld(target, manifest, keep));
    const size = inMegabytes(bytes);
    report(values, { file, bytes, removed }, manifest, t, [
      t('cli.backup.done', { file, size }),
      ...removed.map((name) => t('cli.backup.removed', { name })),
    ]);
  },
};

export const restore: CliCommand = {
  usage: 'restore FILE',
  summary: (t) => t('cli.restore'),
  options: { 'dry-run': { type: 'boolean', about: (t) => t('cli.restore.dryRun') }, json: asJson },
  arguments: 1,
  async run(values, [file = ''], t) {
    refuseUnreadable(file, t);
    const { dataFolder, log, vault } = readConfig(values);
    for (const [setting, place] of Object.entries({ KLIMASPUR_LOG: log, KLIMASPUR_VAULT: vault })) {
      refuseElsewhere(setting, place, dataFolder, t);
    }
    const dryRun = values['dry-run'] === true;
    const manifest = await inWords(file, t, () =>
      dryRun ? tryRestore(file) : restoreBackup(file, dataFolder),
    );
    const done = dryRun
      ? t('cli.restore.could', { file })
      : t('cli.restore.done', { folder: dataFolder, file });
    report(values, { folder: dataFolder, dryRun }, manifest, t, [done]);
  },
};

function keepFrom({ keep }: OptionValues, target: string, t: Translate): number | undefined {
  if (keep === undefined) return undefined;
  if (!/^[1-9]\d{0,4}$/.test(String(keep))) throw new WrongUse(t('cli.backup.keepNumber'));
  if (!isFolder(target)) throw new WrongUse(t('cli.backup.keepFolder'));
  return Number(keep);
}

function refuseUnreadable(file: string, t: Translate): void {
  try {
    accessSync(file, constants.R_OK);
  } catch (error) {
    throw new WrongUse(t('cli.fileUnreadable', { file, code: String(systemCode(error)) }));
  }
}

/** All of a backup goes into one folder; a server told otherwise would not find it there. */
function refuseElsewhere(setting: string, place: Place, dataFolder: string, t: Translate): void {
  if ('file' in place && dirname(place.file) === dataFolder) return;
  throw new Refused(t('cli.restore.elsewhere', { setting }));
}

function report(
  { json }: OptionValues,
  facts: object,
  { parts, ...manifest }: Manifest,
  t: Translate,
  words: readonly string[],
): void {
  const files = parts.filter(({ name }) => name.startsWith('files/')).length;
  if (json === true) {
    process.stdout.write(`${JSON.stringify({ ...facts, ...manifest, files })}\n`);
    return;
  }
  const { logId, position, events, towns, lastRecordedAt, madeAt, app } = manifest;
  const nothing = t('cli.backup.nothing');
  const lines = [
    t('cli.backup.log', { log: logId, position: position ?? nothing }),
    t('cli.backup.holds', { events, towns, files }),
    t('cli.backup.last', { last: lastRecordedAt ?? nothing }),
    t('cli.backup.made', { made: madeAt, app }),
  ];
  process.stderr.write(`${[...words, ...lines.map((line) => `  ${line}`)].join('\n')}\n`);
}

const inMegabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
