export * from '../../api/src/left.js';
