export * from '../../domain/src/index.js';
