export { PretendedInternet } from './pretended-internet.js';
