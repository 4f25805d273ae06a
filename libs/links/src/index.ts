export { type Internet, theInternet } from './internet.js';
export { LinkChecker, type LinkCheckerOptions } from './link-checker.js';
export { LinkStore, type StreamLinks, type UnreachableLink } from './link-store.js';
export { type LinkPlace, linksIn } from './links-in.js';
export { isPublicAddress } from './public-address.js';
export { linkKey } from './target.js';
export { type GoneReason, goneReasons } from './verdict.js';
