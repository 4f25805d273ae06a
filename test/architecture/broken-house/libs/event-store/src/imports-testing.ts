export * from './testing/contract.js';
