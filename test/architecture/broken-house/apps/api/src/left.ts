export * from './right.js';
