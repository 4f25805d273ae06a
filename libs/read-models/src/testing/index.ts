export * from './test-log.js';
export { OtherReader } from './other-reader.js';
