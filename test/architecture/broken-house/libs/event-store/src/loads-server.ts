export { server } from './eventstoredb/server.js';
