export * from '../../importers/src/index.js';
