export * from './catalogue.js';
export * from './shared/event-definition.js';
export * from './shared/fields.js';
export * from './shared/vocabulary.js';
