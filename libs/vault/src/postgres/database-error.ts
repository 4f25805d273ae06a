import { told } from '../sql/fence.js';
import { VaultUnavailable } from '../unavailable.js';

interface ServerError extends Error {
  readonly code?: string;
}

const SQLSTATE = /^[0-9A-Z]{5}$/;

/**
 * Connections that break or are refused, a server that starts, stops, is full or only reads, and statements that took
 * too long: not the fault of what was asked, and it may go well the next time.
 */
const PASSING = /^(08|28|53|57|3D000|25006|55P03)/;

const COLLIDED = /^(40P01|40001)$/;

/** Two waited for each other, and PostgreSQL took one of them back whole. */
export class Collided extends VaultUnavailable {}

/** What callers may see and logs may hold: what PostgreSQL adds to its messages quotes rows, and so names of persons. */
export function toldByPostgres(error: unknown): unknown {
  const known = told(error);
  if (known !== error) return known;
  const { code = '', message } = error as ServerError;
  if (!SQLSTATE.test(code)) return new VaultUnavailable(message || code);
  if (COLLIDED.test(code)) return new Collided(`${message} (${code})`);
  if (PASSING.test(code)) return new VaultUnavailable(`${message} (${code})`);
  return new Error(`PostgreSQL refused a statement of the vault: ${message} (${code})`);
}
