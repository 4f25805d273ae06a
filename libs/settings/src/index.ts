export * from './operator-token.js';
export * from './public-address.js';
export * from './server-file.js';
export * from './settings.js';
export * from './shell-language.js';
