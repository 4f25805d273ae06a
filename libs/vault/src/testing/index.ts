export { keepsThePromisesOfAVault } from './vault.contract.js';
