// What is to be known of the address of a log server without its client, which is large.

export const isServer = (url: string): boolean => /^esdb(\+discover)?:\/\//.test(url);

/** For messages and logs. */
export const withoutPassword = (url: string): string =>
  url.replace(/\/\/([^:@/?]+):[^@]*@/, '//$1:***@');
