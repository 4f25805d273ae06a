import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RouteTable } from '../errors/route-table.js';

const NO_CONTENT = 204;

/** The data is open: a page of any site may read the API, as a stranger, because browsers send no cookie along. */
const openToAll: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Link, Content-Disposition, Klimaspur-Checkpoint',
  'cross-origin-resource-policy': 'cross-origin',
};

/** What a browser asks before it lets the page of another site send more than the simplest question. */
const mayAsk: Readonly<Record<string, string>> = {
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': 'Accept, Accept-Language, If-None-Match',
  'access-control-max-age': '86400',
};

const isOpen = ({ url }: FastifyRequest): boolean => url.startsWith('/api/');

export const headersForOtherSites = (request: FastifyRequest): Readonly<Record<string, string>> =>
  isOpen(request) ? openToAll : {};

/** What can be done at an address; false where there is none. */
export const tellMethods = (
  request: FastifyRequest,
  reply: FastifyReply,
  routes: RouteTable,
): boolean => {
  const methods = routes.methodsOf(request.url.split('?', 1)[0] ?? '');
  if (methods.length === 0) return false;
  void reply
    .code(NO_CONTENT)
    .header('allow', [...methods, 'OPTIONS'].toSorted().join(', '))
    .headers(isOpen(request) ? mayAsk : {})
    .send();
  return true;
};
