import { EventStoreDBClient } from '@eventstore/db-client';
import { LogAccessDenied } from '../errors.js';
import { NotStorable } from '../log-error.js';
import { withoutPassword } from '../server-url.js';

export { withoutPassword };

/** A server or cluster, and who we are there. */
export interface Address {
  readonly url: string;
  readonly credentials: { readonly username: string; readonly password: string };
}

const LOGIN = /^esdb(?:\+discover)?:\/\/([^:@/?]+):([^@]+)@/;
const HOSTS = /^(esdb)(?:\+discover)?(:\/\/(?:[^@/?]+@)?)[^/?]+/;
const PLAIN = /[?&]tls=false(&|$)/i;

/** Spoken to without TLS. */
export const isPlain = (url: string): boolean => PLAIN.test(url);

/**
 * Throws NotStorable for what the client cannot read, without naming a password, and LogAccessDenied where TLS wants a login. The
 * login is given with every append, because the client then makes a call of its own for it; a server without TLS takes any.
 */
export function addressOf(url: string): Address {
  try {
    void EventStoreDBClient.connectionString(url);
  } catch (cause) {
    // What it quotes may be a password.
    const said = cause instanceof Error ? cause.message.replace(/".*"/s, 'text') : 'unreadable';
    throw new NotStorable(`${withoutPassword(url)} is no address of a log: ${said}`);
  }
  const [, username, password] = LOGIN.exec(url) ?? [];
  if (username !== undefined && password !== undefined) {
    const credentials = {
      username: decodeURIComponent(username),
      password: decodeURIComponent(password),
    };
    return { url, credentials };
  }
  if (!isPlain(url)) throw new LogAccessDenied('log/no-login');
  return { url, credentials: { username: 'klimaspur', password: 'none' } };
}

export interface Node {
  readonly address: string;
  readonly port: number;
}

const DEFAULT_PORT = 2113;

/** Those that the address names. */
export function nodesOf(url: string): Node[] {
  const [, hosts = ''] = /^[^:]+:\/\/(?:[^@/?]+@)?([^/?]+)/.exec(url) ?? [];
  return hosts.split(',').map((host) => {
    const [address = '', port] = host.split(':');
    return { address, port: Number(port ?? DEFAULT_PORT) };
  });
}

/** The same login and options, at one node. */
export const atNode = (url: string, node: Node): string =>
  url.replace(HOSTS, `$1$2${node.address}:${node.port}`);

export const withOptions = (url: string, options: Readonly<Record<string, number>>): string => {
  const missing = Object.entries(options).filter(
    ([name]) => !url.toLowerCase().includes(`${name.toLowerCase()}=`),
  );
  const added = missing.map(([name, value]) => `${name}=${value}`).join('&');
  return added === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${added}`;
};
