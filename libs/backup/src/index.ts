export { type Backup, type BackupOptions, makeBackup } from './make-backup.js';
export type { Manifest } from './manifest.js';
export { packProven, partOf } from './pack-proven.js';
export { areParts, isCount, isHash, isInstant, type Part, termsOf } from './proven-manifest.js';
export { type Announced, readProven } from './read-proven.js';
export { readBackup } from './read-backup.js';
export { BackupRefused, systemCode } from './refused.js';
export { restoreBackup, tryRestore } from './restore.js';
export type { Sources } from './snapshot.js';
