export * from './test-log.js';
