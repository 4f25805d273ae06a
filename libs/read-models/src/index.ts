export * from './history/measure-history.js';
export * from './history/stream-history.js';
export { ReadModels, type ReadModelsOptions } from './read-models.js';
export { saysTakenOut } from './says-taken-out.js';
export { removeViews } from './store/views-file.js';
export { folded } from './store/folded-text.js';
export * from './types.js';
export { isMeasureCursor } from './queries/measure-order.js';
export { ViewQueries } from './view-queries.js';
