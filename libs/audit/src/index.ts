export type { Given } from './binding-checkpoints.js';
export {
  checkFile,
  type ExportFinding,
  type ExportReport,
  type KnownElsewhere,
  type ProofReport,
} from './check-file.js';
export { checkFolder } from './check-folder.js';
export type { EntryPlace, Finding, FindingCode, FolderReport } from './finding.js';
