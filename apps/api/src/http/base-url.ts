import type { Settings } from '@klimaspur/settings';
import type { FastifyRequest } from 'fastify';

/** Scheme and host under which the asker reaches us. */
export const baseUrlOf = (
  { baseUrl }: Pick<Settings, 'baseUrl'>,
  { protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>,
): string => baseUrl ?? `${protocol}://${host}`;
