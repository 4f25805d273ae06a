export { keepsLeases, shiftLeases } from './leases.contract.js';
export { keepsItsPromisesBetweenNodes } from './nodes.contract.js';
export { keepsThePromisesOfAVault } from './vault.contract.js';
