import { readFileSync, statSync } from 'node:fs';
import type { Translate } from '@klimaspur/messages';
import { Refused, WrongUse } from './command.js';

/** A file, and the day for which it speaks. */
export interface Edition {
  readonly file: string;
  readonly stand?: string;
}

/** Oldest first, so that each edition is compared with the one before it. */
export const editionsOf = (
  files: readonly string[],
  stands: readonly string[] = [],
  t: Translate,
): Edition[] => {
  if (stands.length > 0 && stands.length !== files.length) {
    throw new WrongUse(
      t('cli.import.standPerFile', { files: files.length, stands: stands.length }),
    );
  }
  return files
    .map((file, index) => ({
      file,
      ...(stands[index] === undefined ? {} : { stand: stands[index] }),
    }))
    .sort((a, b) => (a.stand ?? '').localeCompare(b.stand ?? ''));
};

/** The mapping lies in a file, because it is read and corrected there. */
export const mappingIn = (file: unknown, t: Translate): string | undefined => {
  if (typeof file !== 'string') return undefined;
  try {
    return JSON.stringify(JSON.parse(new TextDecoder().decode(readFile(file, t))));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new WrongUse(t('cli.notJson', { file }));
  }
};

export const readFile = (file: string, t: Translate): Uint8Array<ArrayBuffer> => {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    throw new WrongUse(t('cli.fileUnreadable', { file, code }));
  }
};

const MEGABYTE = 1_000_000;

/**
 * What the server would turn away is not sent: it would close the door in the middle of it, and say nothing. The limit
 * comes with all importers, which no other command needs.
 */
export const readImportFile = async (
  file: string,
  t: Translate,
): Promise<Uint8Array<ArrayBuffer>> => {
  const { fileLimit } = await import('../../../libs/importers/src/index.js');
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > fileLimit) {
    const megabytes = Math.ceil(size / MEGABYTE);
    throw new Refused(
      t('cli.import.tooLarge', { file, size: megabytes, max: fileLimit / MEGABYTE }),
    );
  }
  return readFile(file, t);
};
