import type { FastifyRequest } from 'fastify';

type Asked = Pick<FastifyRequest, 'headers' | 'protocol' | 'host'>;

/**
 * Whether a browser sent this from one of our own pages. Browsers name where a write comes from in at least one of
 * the two headers; a request that names neither is not trusted.
 */
export function isSameOrigin({ headers, protocol, host }: Asked, baseUrl?: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = headers;
  return origin !== undefined && (origin === baseUrl || origin === `${protocol}://${host}`);
}
