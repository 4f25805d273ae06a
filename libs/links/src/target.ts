import { isIP } from 'node:net';

/** What may be asked of a web address; who is asked is found out when it is. */
export interface Target {
  readonly url: URL;
  /** Without the brackets of IPv6. */
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
}

const PORTS = new Set([80, 443]);

/** Undefined for all but plain web addresses: other schemes, other ports, names or passwords in them. */
export const targetOf = (address: string, base?: URL): Target | undefined => {
  if (!URL.canParse(address, base?.href)) return undefined;
  const url = new URL(address, base?.href);
  const secure = url.protocol === 'https:';
  if (!secure && url.protocol !== 'http:') return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return host !== '' && PORTS.has(port) ? { url, host, port, secure } : undefined;
};

/** The addresses of a target that names one itself. */
export const literalOf = ({ host }: Target): readonly string[] | undefined =>
  isIP(host) === 0 ? undefined : [host];

/** Under which a link is kept: places within one document are one link. */
export const linkKey = (address: string): string => {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = '';
  return url.href;
};
