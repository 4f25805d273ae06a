export type { Given } from './binding-checkpoints.js';
export { checkFolder } from './check-folder.js';
export type { EntryPlace, Finding, FindingCode, FolderReport } from './finding.js';
