export * from '../../exports/src/index.js';
