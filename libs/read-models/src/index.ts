export * from './measure-history/measure-history.js';
export { ReadModels, type ReadModelsOptions } from './read-models.js';
export * from './types.js';
export { ViewQueries } from './view-queries.js';
