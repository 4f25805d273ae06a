export * from '../../event-store/src/index.js';
