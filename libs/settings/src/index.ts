export * from './operator-token.js';
export * from './server-file.js';
export * from './settings.js';
