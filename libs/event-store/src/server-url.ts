// What is to be known of the address of a log server without its client, which is large.

export const isServer = (url: string): boolean => /^esdb(\+discover)?:\/\//.test(url);

/** For messages and logs, and whatever somebody took for an address: what stands there may be a password all the same. */
export const withoutPassword = (url: string): string =>
  url.replace(/^([a-z+]+:\/+)?([^:@/?]*):.*@/is, '$1$2:***@');
