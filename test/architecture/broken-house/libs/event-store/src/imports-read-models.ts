export * from '../../read-models/src/index.js';
