export * from './test-log.js';
export { buildDictated } from './dictated.js';
export { OtherReader } from './other-reader.js';
