export * from './change-types.js';
export * from './comparison-types.js';
export * from './measure-types.js';
export * from './roundtable-types.js';
export * from './town-types.js';
export * from './trend-types.js';
