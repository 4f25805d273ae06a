import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkFile, checkFolder, type Given } from '@klimaspur/audit';
import { systemCode } from '@klimaspur/backup';
import type { Translate } from '@klimaspur/messages';
import { NotANote, nodeSha256, parseKey } from '@klimaspur/proofs';
import type { VaultPlace } from '@klimaspur/settings';
import { copyVault } from '@klimaspur/vault';
import { asJson, type CliCommand, type OptionValues, Refused, WrongUse } from './command.js';
import { readConfig } from './config.js';
import { silentVault } from './vault.command.js';
import { sayingFile } from './verify-file-words.js';
import { sayingFolder } from './verify-words.js';

/** The tables of a vault that say who signed what. */
const SIGNING = ['checkpoints', 'secrets'];

/** Speaks to no server: what is checked here must not depend on its word. */
export const verify: CliCommand = {
  usage: 'verify [FILE]',
  summary: (t) => t('cli.verify'),
  options: {
    key: { type: 'string', value: 'VKEY', about: (t) => t('cli.verify.key') },
    checkpoint: {
      type: 'string',
      multiple: true,
      value: 'FILE',
      about: (t) => t('cli.verify.checkpoint'),
    },
    json: asJson,
  },
  arguments: 'optional',
  async run(values, [file], t) {
    const given = givenIn(values, t);
    if (file !== undefined) return ofFile(file, values, given, t);
    const { dataFolder, log, vault } = readConfig(values);
    if (log.kind !== 'sqlite') throw new Refused(t('cli.verify.elsewhere'));
    if (!existsSync(dataFolder)) throw new Refused(t('cli.noFolder', { folder: dataFolder }));
    const report = await readable(dataFolder, t, () =>
      withVaultFile(vault, t, (vaultFile) => checkFolder(dataFolder, given, vaultFile)),
    );
    tell(values, report, sayingFolder(report, values['key'] === undefined, t));
  },
};

/** Of a vault in a database what a check needs is copied into a file, which is removed at the end: no names, no sessions. */
async function withVaultFile<T>(
  vault: VaultPlace,
  t: Translate,
  work: (file: string | undefined) => Promise<T>,
): Promise<T> {
  if (vault.kind === 'sqlite') return work(undefined);
  const folder = mkdtempSync(join(tmpdir(), 'klimaspur-verify-'));
  try {
    const file = join(folder, 'vault.db');
    await copyVault(vault.url, `sqlite:${file}`, (table) => SIGNING.includes(table));
    return await work(file);
  } catch (error) {
    throw silentVault(error, t);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function ofFile(
  file: string,
  values: OptionValues,
  given: Given,
  t: Translate,
): Promise<void> {
  const { key } = values;
  const [checkpoint, ...others] = given.notes ?? [];
  if (others.length > 0) throw new WrongUse(t('cli.verify.oneCheckpoint'));
  try {
    const report = await checkFile(file, {
      ...(typeof key === 'string' ? { key } : {}),
      ...(checkpoint === undefined ? {} : { checkpoint }),
    });
    tell(values, report, sayingFile(report, t));
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw new WrongUse(t('cli.fileUnreadable', { file, code }));
  }
}

/** Words and the report for machines; what is not in order ends with 1. */
function tell(
  { json }: OptionValues,
  report: { readonly ok: boolean },
  words: readonly string[],
): void {
  if (json === true) process.stdout.write(`${JSON.stringify(report)}\n`);
  if (!report.ok) throw new Refused(words.join('\n'));
  if (json !== true) process.stderr.write(`${words.join('\n')}\n`);
}

function givenIn({ key, checkpoint }: OptionValues, t: Translate): Given {
  const files = (checkpoint ?? []) as readonly string[];
  return {
    ...(typeof key === 'string' ? { key: keyFrom(key, t) } : {}),
    notes: files.map((file) => textOf(file, t)),
  };
}

function keyFrom(text: string, t: Translate) {
  try {
    return parseKey(nodeSha256, text);
  } catch (error) {
    if (error instanceof NotANote) throw new WrongUse(t('cli.verify.noKey', { key: text }));
    throw error;
  }
}

function textOf(file: string, t: Translate): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new WrongUse(t('cli.fileUnreadable', { file, code: String(systemCode(error)) }));
  }
}

async function readable<T>(folder: string, t: Translate, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw new Refused(t('cli.noRights', { folder, code }));
  }
}
