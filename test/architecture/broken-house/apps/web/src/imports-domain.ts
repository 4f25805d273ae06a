export * from '../../../libs/domain/src/index.js';
