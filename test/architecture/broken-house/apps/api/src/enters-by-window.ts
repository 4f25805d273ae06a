export * from '../../../libs/domain/src/asks-the-clock.js';
