import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Translate } from '@klimaspur/messages';
import { findServer, VAULT_FORMS, type VaultPlace, vaultPlace } from '@klimaspur/settings';
import { copyVault, VaultNotEmpty, VaultUnavailable } from '@klimaspur/vault';
import { asJson, type CliCommand, type OptionValues, Refused, WrongUse } from './command.js';
import { readConfig } from './config.js';
import { inWords } from './file-words.js';

/** What one is told of a vault has no password in it. */
const nameOf = (place: VaultPlace): string => {
  if (place.kind === 'sqlite') return place.file;
  const { host, pathname } = new URL(place.url);
  return `${host}${pathname}`;
};

export const urlOf = (place: VaultPlace): string =>
  place.kind === 'sqlite' ? `sqlite:${place.file}` : place.url;

export const copyVaultCommand: CliCommand = {
  usage: 'vault copy',
  summary: (t) => t('cli.vault.copy'),
  options: {
    from: { type: 'string', value: 'VAULT', about: (t) => t('cli.vault.from') },
    to: { type: 'string', value: 'VAULT', about: (t) => t('cli.vault.to') },
    json: asJson,
  },
  arguments: 0,
  async run(values, _words, t) {
    const { dataFolder } = readConfig(values);
    const [from, to] = [placeIn(values, 'from', t), placeIn(values, 'to', t)];
    if (urlOf(from) === urlOf(to)) throw new WrongUse(t('cli.vault.needsTwo'));
    if (findServer(dataFolder)) throw new Refused(t('folder.inUse', { folder: dataFolder }));
    if (from.kind === 'sqlite' && !existsSync(from.file)) {
      throw new Refused(t('cli.vault.missing', { vault: from.file }));
    }
    const rows = await copied(from, to, t);
    if (values['json'] === true) process.stdout.write(`${JSON.stringify({ rows })}\n`);
    else process.stderr.write(`${t('cli.vault.copied', { rows, vault: nameOf(to) })}\n`);
  },
};

/** The one that is not named is the vault of the settings: so no password need be typed. */
function placeIn(values: OptionValues, option: 'from' | 'to', t: Translate): VaultPlace {
  const { dataFolder, vault } = readConfig(values);
  const value = values[option];
  if (value === undefined) return vault;
  const place = vaultPlace(String(value), dataFolder);
  if (!place) {
    throw new WrongUse(
      t('cli.vault.unknown', { option: `--${option}`, forms: VAULT_FORMS[t.lang] }),
    );
  }
  return place;
}

/** A file that was only begun is taken away again: a server would take it for a vault. */
async function copied(from: VaultPlace, to: VaultPlace, t: Translate): Promise<number> {
  const begun = to.kind === 'sqlite' && !existsSync(to.file) ? to.file : undefined;
  try {
    return await inWords(nameOf(to), t, async () => {
      if (begun !== undefined) mkdirSync(dirname(begun), { recursive: true, mode: 0o700 });
      return copyVault(urlOf(from), urlOf(to));
    });
  } catch (error) {
    if (begun !== undefined) {
      for (const end of ['', '-wal', '-shm']) rmSync(begun + end, { force: true });
    }
    throw inWordsOfVault(error, nameOf(to), t);
  }
}

function inWordsOfVault(error: unknown, vault: string, t: Translate): unknown {
  if (error instanceof VaultNotEmpty) return new Refused(t('cli.vault.notEmpty', { vault }));
  return silentVault(error, t);
}

/** Other errors stay as they are. */
export const silentVault = (error: unknown, t: Translate): unknown =>
  error instanceof VaultUnavailable
    ? new Refused(t('serve.vaultSilent', { reason: error.reason }))
    : error;
