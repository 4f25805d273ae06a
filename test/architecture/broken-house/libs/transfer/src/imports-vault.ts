export * from '../../vault/src/index.js';
