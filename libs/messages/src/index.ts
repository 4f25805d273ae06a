export * from './dates.js';
export { type Lang, languages, timeZone } from './formatters.js';
export { messageFor, type MessageKey, messages, type Translate } from './messages.js';
export { placeIn } from './places.js';
export { formatBytes, formatNumber, formatPercent, listOf } from './numbers.js';
