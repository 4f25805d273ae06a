/** A backup, or the place it should go to, is not as it must be. The words follow a name: „FILE: …“. */
export class BackupRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupRefused';
  }
}

/** What a system call failed with (ENOSPC, EACCES …); undefined for every other error. */
export const systemCode = (error: unknown): string | undefined => {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return syscall === undefined ? undefined : code;
};
