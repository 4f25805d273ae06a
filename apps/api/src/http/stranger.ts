import type { FastifyRequest } from 'fastify';

/** Whoever sends nothing by which we could know them. */
export const isStranger = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean =>
  headers.cookie === undefined && headers.authorization === undefined;
