export { keepsThePromisesOfAnEventStore } from './event-store.contract.js';
export { anEvent, aStream } from './samples.js';
