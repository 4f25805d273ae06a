import { accessSync, constants } from 'node:fs';

/** The first that can be started; undefined: none is there. */
export const firstExecutable = (files: readonly string[]): string | undefined =>
  files.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
