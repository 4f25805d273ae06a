export { type Internet, theInternet } from './internet.js';
export { LinkChecker, type LinkCheckerOptions } from './link-checker.js';
export { isPublicAddress } from './public-address.js';
export { linkKey } from './target.js';
export { type GoneReason, goneReasons, type Verdict } from './verdict.js';
