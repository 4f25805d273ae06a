export { checkEvents } from './check-events.js';
export { alreadyHere } from './compare.js';
export { makeTownFile, type TownFacts, type TownFile, type TownSources } from './make-town-file.js';
export { filePart, type NamedFile, type TownManifest } from './manifest.js';
export { labelsIn, openTownFile, type OpenTownFile } from './open-town-file.js';
export { type TransferCode, TransferRefused } from './refused.js';
export { sourceStream, type Taking } from './source-events.js';
export { takeIn, type Taken } from './take-in.js';
export { copyLog, CopyRefused, type LogCopied } from './copy-log.js';
