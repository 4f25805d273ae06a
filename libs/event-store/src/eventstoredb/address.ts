import { EventStoreDBClient } from '@eventstore/db-client';
import { LogAccessDenied } from '../errors.js';
import { NotStorable } from '../log-error.js';
import { withoutPassword } from '../server-url.js';

/** A server or cluster, and who we are there. */
export interface Address {
  /** Without the login: the client would write it to the console, beside an option that it does not know. */
  readonly url: string;
  readonly credentials?: { readonly username: string; readonly password: string };
}

/** Up to the `@` before the first host: a password is taken as it is typed, or with `%40` and the like. */
const LOGIN = /^(esdb(?:\+discover)?:\/\/)([^:@/?]+):(.+?)@(?=[^@/?]+(?:[/?]|$))/;
const HOSTS = /^esdb(?:\+discover)?:\/\/([^/?]+)/;
const PLAIN = /[?&]tls=false(&|$)/i;

/** Spoken to without TLS. */
export const isPlain = (url: string): boolean => PLAIN.test(url);

/** Throws NotStorable for what the client cannot read, without naming a password, and LogAccessDenied where TLS wants a login. */
export function addressOf(url: string): Address {
  const [, , username, password] = LOGIN.exec(url) ?? [];
  const address = { url: url.replace(LOGIN, '$1') };
  try {
    void EventStoreDBClient.connectionString(address.url);
    if (username !== undefined && password !== undefined) {
      const [name, word] = [username, password].map(decodeURIComponent) as [string, string];
      return { ...address, credentials: { username: name, password: word } };
    }
  } catch (cause) {
    // What it quotes may be a password.
    const said = cause instanceof Error ? cause.message.replace(/".*"/s, 'text') : 'unreadable';
    throw new NotStorable(`${withoutPassword(url)} is no address of a log: ${said}`);
  }
  if (!isPlain(url)) throw new LogAccessDenied('log/no-login');
  return address;
}

export interface Node {
  readonly address: string;
  readonly port: number;
}

const DEFAULT_PORT = 2113;

/** Those that an address names, as all below without its login. */
export function nodesOf(url: string): Node[] {
  const [, hosts = ''] = HOSTS.exec(url) ?? [];
  return hosts.split(',').map((host) => {
    const [address = '', port] = host.split(':');
    return { address, port: Number(port ?? DEFAULT_PORT) };
  });
}

/** The same options, at one node. */
export const atNode = (url: string, node: Node): string =>
  url.replace(HOSTS, `esdb://${node.address}:${node.port}`);

export const withOptions = (url: string, options: Readonly<Record<string, number>>): string => {
  const missing = Object.entries(options).filter(
    ([name]) => !url.toLowerCase().includes(`${name.toLowerCase()}=`),
  );
  const added = missing.map(([name, value]) => `${name}=${value}`).join('&');
  return added === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${added}`;
};
