export * from './left.js';
