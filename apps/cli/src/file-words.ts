import { BackupRefused, systemCode } from '@klimaspur/backup';
import { DataFolderInUse } from '@klimaspur/event-store';
import type { Translate } from '@klimaspur/messages';
import { Refused } from './command.js';

/** What can go wrong with a file or folder, in words instead of a stack. */
export async function inWords<T>(name: string, t: Translate, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BackupRefused) throw new Refused(`${name} ${error.words[t.lang]}`);
    if (error instanceof DataFolderInUse)
      throw new Refused(t('folder.inUse', { folder: error.folder }));
    const code = systemCode(error);
    if (code === undefined) throw error;
    const { path } = error as NodeJS.ErrnoException;
    const noRoom = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code);
    throw new Refused(
      t(noRoom ? 'cli.place.noRoom' : 'cli.place.refused', { path: path ?? name, code }),
    );
  }
}
