export * from './measure-history/measure-history.js';
export * from './types.js';
